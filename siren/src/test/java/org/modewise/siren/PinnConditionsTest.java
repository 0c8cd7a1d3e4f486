package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What may be asked of one function at a time, and when a training has done enough. */
class PinnConditionsTest {
    private static final Domain RING = Domain.of("x", 0, 1).and("t", 0, 2);
    private static final Domain TORUS = Domain.of("x", 0, 1).and("y", -1, 1).and("t", 0, 2);
    private static final Points EDGE = Points.sobol(RING, 12);

    private static Pinn heat() {
        return Pinn.residual(PinnEquations.heat(0.02), Points.sobol(RING, 30)).hidden(4);
    }

    private static Expression wave(Unknown u) {
        return u.coordinate("x").times(2 * Math.PI).sin();
    }

    @Test
    void wallsThatDifferContradictAPeriod() {
        Function<Unknown, Expression> slope = u -> u.coordinate("x").times(2).plus(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heat().periodic("x").dirichlet("x", slope, EDGE, 1))
                .withMessage("dirichlet along x and periodic along x contradict each other: "
                        + "what is prescribed must be the same at both ends of x, got 1.0 and 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heat().neumann("x", slope, EDGE, 1).periodic("x"))
                .withMessageStartingWith("neumann along x and periodic along x contradict each other: ");
        assertThatCode(() -> heat().periodic("x")
                        .dirichlet("x", u -> u.coordinate("t").exp(), EDGE, 1)
                        .neumann("x", PinnConditionsTest::wave, EDGE, 1))
                .doesNotThrowAnyException();
        assertThatCode(() -> heat().dirichlet("x", slope, EDGE, 1)).doesNotThrowAnyException();
    }

    @Test
    void aBeginningThatJumpsContradictsAPeriod() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> heat().initial(u -> u.coordinate("x"), EDGE, 1).periodic("x"))
                .withMessage("initial and periodic along x contradict each other: "
                        + "what is prescribed must be the same at both ends of x, got 0.0 and 1.0");
        // By a millionth, too, but not by rounding.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heat().periodic("x")
                        .initial(u -> wave(u).plus(u.coordinate("x").times(1e-6)), EDGE, 1));
        assertThatCode(() -> heat().periodic("x").initial(u -> wave(u).times(1e20), EDGE, 1))
                .doesNotThrowAnyException();
        // In time u may come back to any beginning, even one that is written with t.
        assertThatCode(() -> heat().periodic("x", "t")
                        .initial(u -> wave(u).times(u.coordinate("t").plus(1)), EDGE, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void wallsOfOneAxisHaveThePeriodOfAnother() {
        Points edge = Points.sobol(TORUS, 12);
        Pinn pinn = Pinn.residual(PinnEquations.heat(0.02), edge).hidden(4).periodic("y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.dirichlet("x", u -> u.coordinate("y"), edge, 1))
                .withMessage("dirichlet along x and periodic along y contradict each other: "
                        + "what is prescribed must be the same at both ends of y, got -1.0 and 1.0");
        assertThatCode(() -> pinn.dirichlet("x", u -> u.coordinate("y").square(), edge, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void layersOfTanhLearnButHaveNoPeriod() {
        Pinn pinn = heat().hidden(4, 4)
                .activation(Activation.TANH)
                .initial(PinnConditionsTest::wave, EDGE, 10)
                .seed(1)
                .steps(20);
        Fit fit = pinn.run();
        assertThat(fit.model().architecture().activation()).containsExactly(Activation.TANH, Activation.TANH);
        assertThat(fit.loss()).isLessThan(0.1 * fit.losses().get(0));
        assertThat(heat().from(fit).steps(1).run().model().architecture())
                .isEqualTo(fit.model().architecture());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heat().periodic("x").activation(Activation.TANH))
                .withMessageStartingWith("activation of the first layer must be SINE for periodic axes, got TANH; ");
        assertThatCode(() -> heat().hidden(4, 4).periodic("x").activation(Activation.SINE, Activation.TANH))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heat().activation(Activation.TANH, Activation.TANH))
                .withMessageContaining("activation");
    }

    @Test
    void aTrainingEndsAtItsToleranceOrWithItsPatience() {
        Pinn pinn = heat().periodic("x")
                .initial(PinnConditionsTest::wave, EDGE, 10)
                .seed(1)
                .steps(60);
        Fit whole = pinn.run();
        double enough = whole.losses().get(20);
        Fit reached = pinn.tolerance(enough).run();
        assertThat(reached.status()).isEqualTo(FitStatus.REACHED);
        assertThat(reached.loss()).isLessThanOrEqualTo(enough);
        assertThat(reached.losses())
                .isEqualTo(whole.losses().subList(0, reached.losses().size()));
        assertThat(reached.losses().size()).isBetween(2, 21);
        // What cannot be 0 comes to rest.
        Pinn never = Pinn.residual(u -> u.value().square().plus(1), Points.sobol(RING, 30))
                .hidden(4)
                .seed(1)
                .patience(3)
                .steps(200);
        Fit stalled = never.run();
        assertThat(stalled.status()).isEqualTo(FitStatus.STALLED);
        assertThat(stalled.losses()).hasSizeLessThan(200);
        assertThat(never.training().patience()).isEqualTo(3);
    }
}
