package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** How settings of layers go together: in any order, in fits and for equations. */
class HiddenLayersTest {
    private static final Architecture SINES = Architecture.of(Grid2D.unit(8), 24, 24);
    private static final Fitting FITTING = Siren.fit(Field2D.of(Grid2D.unit(8), (x, y) -> x));
    private static final Pinn PINN = Pinn.residual(
            u -> u.laplacian().minus(1.0), Points.sobol(Domain.of("x", 0, 1).and("y", 0, 1), 4));

    /** Every order of these, one after the other. */
    private static <S> List<S> inEveryOrder(S start, List<UnaryOperator<S>> withers) {
        if (withers.isEmpty()) {
            return List.of(start);
        }
        List<S> all = new ArrayList<>();
        for (UnaryOperator<S> next : withers) {
            List<UnaryOperator<S>> others = new ArrayList<>(withers);
            others.remove(next);
            all.addAll(inEveryOrder(next.apply(start), others));
        }
        return all;
    }

    @Test
    void whatIsSaidOfAllLayersGoesInAnyOrder() {
        for (Activation kind : List.of(Activation.SINE, Activation.TANH)) {
            for (int[] widths : new int[][] {{7}, {7, 5}, {7, 5, 3}}) {
                double inner = kind == Activation.TANH ? 1 : 20;
                List<Double> omega0 = new ArrayList<>(List.of(4 * Math.PI));
                List<Activation> activation = new ArrayList<>(List.of(Activation.FOURIER));
                for (int k = 1; k < widths.length; k++) {
                    omega0.add(inner);
                    activation.add(kind);
                }
                List<UnaryOperator<Architecture>> architectures =
                        List.of(a -> a.hidden(widths), a -> a.omega0(20), a -> a.activation(kind), a -> a.features(4));
                List<UnaryOperator<Fitting>> fittings =
                        List.of(f -> f.hidden(widths), f -> f.omega0(20), f -> f.activation(kind), f -> f.features(4));
                List<UnaryOperator<Pinn>> pinns =
                        List.of(p -> p.hidden(widths), p -> p.omega0(20), p -> p.activation(kind), p -> p.features(4));
                List<Architecture> all = new ArrayList<>(inEveryOrder(SINES, architectures));
                inEveryOrder(FITTING, fittings).forEach(fitting -> all.add(fitting.architecture()));
                inEveryOrder(PINN, pinns).forEach(pinn -> all.add(pinn.architecture()));
                assertThat(all).hasSize(72).allSatisfy(architecture -> {
                    assertThat(architecture.hidden()).hasSize(widths.length);
                    assertThat(architecture.activation()).isEqualTo(activation);
                });
                // A network of features alone has forgotten ω₀ when sines come behind it, but that of an equation has
                // not.
                assertThat(all.subList(48, 72)).allMatch(a -> a.omega0().equals(omega0));
                assertThat(SINES.hidden(widths)
                                .features(4)
                                .omega0(20)
                                .activation(kind)
                                .omega0())
                        .isEqualTo(omega0);
            }
        }
    }

    @Test
    void oneForAllLeavesFeaturesAlone() {
        assertThat(SINES.features(4).omega0(20)).isEqualTo(SINES.omega0(20).features(4));
        assertThat(SINES.features(4).activation(Activation.TANH))
                .isEqualTo(SINES.activation(Activation.TANH).features(4));
        assertThat(SINES.features(4).omega0(4 * Math.PI, 7).omega0()).containsExactly(4 * Math.PI, 7.0);
        Architecture tanh = SINES.features(4).activation(Activation.SINE, Activation.TANH);
        assertThat(tanh.omega0()).containsExactly(30.0, 1.0);
        assertThat(SINES.features(4).omega0(20).activation(Activation.SINE, Activation.SINE))
                .isEqualTo(SINES.omega0(20));
    }

    @Test
    void sinesThatComeHaveTheFrequencyOfOthers() {
        Architecture mixed = SINES.activation(Activation.TANH, Activation.SINE).omega0(7);
        assertThat(mixed.omega0()).containsExactly(1.0, 7.0);
        assertThat(mixed.activation(Activation.SINE).omega0()).containsExactly(7.0, 7.0);
        assertThat(SINES.hidden(4).features(2).hidden(4, 5, 6))
                .isEqualTo(SINES.hidden(4, 5, 6).features(2));
        assertThat(SINES.omega0(7, 8).hidden(4, 4, 4).omega0()).containsExactly(7.0, 8.0, 8.0);
    }

    @Test
    void thoseOfEquationsRememberTheirFrequency() {
        Pinn tanh = PINN.activation(Activation.TANH);
        assertThat(tanh.architecture().omega0()).containsExactly(1.0, 1.0);
        assertThat(tanh.activation(Activation.SINE).architecture()).isEqualTo(PINN.architecture());
        assertThat(tanh.omega0(2).activation(Activation.SINE).architecture())
                .isEqualTo(PINN.omega0(2).architecture());
        Fit fit = new Fit(Siren.random(tanh.architecture(), 1), List.of(1.0), FitStatus.COMPLETED, Map.of());
        assertThat(PINN.from(fit).activation(Activation.SINE).architecture()).isEqualTo(PINN.architecture());
        assertThat(PINN.omega0(2, 3).hidden(8, 8, 8).architecture().omega0()).containsExactly(2.0, 3.0, 3.0);
        assertThat(PINN.features(1).architecture().activation()).containsExactly(Activation.FOURIER, Activation.SINE);
    }

    @Test
    void networksWithoutSinesForgetTheirFrequency() {
        Architecture features = SINES.hidden(64).features(3);
        assertThat(features.omega0(20).hidden(64, 64).omega0()).containsExactly(3 * Math.PI, 30.0);
        assertThat(features.hidden(64, 64).omega0(20).omega0()).containsExactly(3 * Math.PI, 20.0);
        Architecture tanh = SINES.omega0(20).activation(Activation.TANH);
        assertThat(tanh.activation(Activation.SINE)).isEqualTo(SINES);
        assertThat(tanh.activation(Activation.SINE).omega0(20)).isEqualTo(SINES.omega0(20));
        assertThat(features.activation(Activation.TANH).hidden(64, 64).activation())
                .containsExactly(Activation.FOURIER, Activation.SINE);
    }

    @Test
    void contradictionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.features(4).omega0(30, 10))
                .withMessage("omega0[0] must be that of the features, 12.566370614359172, got 30.0; "
                        + "features(sigma) makes others");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.activation(Activation.TANH).omega0(1, 10))
                .withMessage("omega0[1] must be 1 for tanh, got 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.activation(Activation.FOURIER))
                .withMessage(
                        "activation[0] must be another, FOURIER needs a sigma; features(sigma) makes such a layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.activation(Activation.TANH, Activation.FOURIER))
                .withMessage("activation[1] must be another, FOURIER is for the first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PINN.periodic("x").features(2))
                .withMessage("activation of the first layer must be SINE for periodic axes, got FOURIER; "
                        + "layers of other kinds may follow one of sines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PINN.hidden(4, 4, 4).omega0(1, 2))
                .withMessage("omega0 must hold 3, got 2");
        assertThatNullPointerException()
                .isThrownBy(() -> SINES.activation(Activation.TANH, null))
                .withMessage("values[1]");
        assertThatNullPointerException()
                .isThrownBy(() -> new Architecture(
                        SINES.hidden(), SINES.omega0(), null, SINES.lower(), SINES.upper(), SINES.axes()))
                .withMessage("activation");
    }

    @Test
    void frequenciesAreInRange() {
        for (double bad : new double[] {1e-310, 1e-9, 1.1e8, Double.POSITIVE_INFINITY, Double.NaN, 0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SINES.omega0(bad))
                    .withMessage("omega0[0] must be from 1.0E-8 to 1.0E8, got " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PINN.features(bad))
                    .withMessage("sigma must be from 1.0E-8 to 1.0E7, got " + bad);
        }
        for (double good : new double[] {1e-8, 1e7}) {
            for (Architecture architecture : List.of(
                    SINES.features(good),
                    SINES.omega0(good),
                    SINES.features(good).omega0(good))) {
                Jet jet = Siren.random(architecture, 1).jet(0.3, 0.4);
                assertThat(jet.value()).isFinite();
                assertThat(jet.laplacian()).isFinite();
            }
        }
    }
}
