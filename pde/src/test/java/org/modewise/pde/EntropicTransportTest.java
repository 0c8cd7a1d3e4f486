package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** Against the bridge between Gaussians, which is Gaussian (H. Janati et al., NeurIPS 2020; A. Mallasto et al., 2021). */
class EntropicTransportTest {
    private static final double D = 0.003;

    /** One axis of it: means and variances at both ends. */
    private record Axis(double m0, double m1, double v0, double v1) {
        /** E[x₀x₁] - m₀m₁ under the optimal coupling. */
        double covariance() {
            return 0.5 * (Math.sqrt(4 * v0 * v1 + 4 * D * D) - 2 * D);
        }

        double mean(double t) {
            return m0 + t * (m1 - m0);
        }

        double variance(double t) {
            return Waves.sq(1 - t) * v0 + t * t * v1 + 2 * t * (1 - t) * (covariance() + D);
        }

        double density(double x, double t) {
            return Math.exp(-0.5 * Waves.sq(x - mean(t)) / variance(t)) / Math.sqrt(2 * Math.PI * variance(t));
        }

        double velocity(double x, double t) {
            double slope = 2 * (-(1 - t) * v0 + t * v1 + (1 - 2 * t) * (covariance() + D));
            return m1 - m0 + 0.5 * slope / variance(t) * (x - mean(t));
        }
    }

    private static final Axis X = new Axis(-0.05, 0.05, 0.045 * 0.045, 0.05 * 0.05);
    private static final Axis Y = new Axis(0.04, -0.03, 0.05 * 0.05, 0.045 * 0.045);
    private static final Grid2D GRID = Grid2D.centered(80, 1);

    private static Field2D exact(double t) {
        return Field2D.of(GRID, (x, y) -> X.density(x, t) * Y.density(y, t));
    }

    private static Field2D start() {
        return exact(0).times(1 / exact(0).integral());
    }

    private static Field2D end() {
        return exact(1).times(1 / exact(1).integral());
    }

    @Test
    void gaussiansInThePlane() {
        SchroedingerBridge bridge = EntropicTransport.of(D).between(start(), end());
        assertThat(bridge.at(0)).isEqualTo(start());
        assertThat(bridge.at(1)).isEqualTo(end());
        assertAbsolute(bridge.marginalError(), 1e-12);
        assertThat(bridge.sweeps()).isBetween(3, 100);
        assertOneLine(bridge);
        // The closed form knows no way around the torus, which 2e-11 of the mass would take.
        for (double t : new double[] {0.3, 0.5, 0.7}) {
            Field2D p = bridge.at(t);
            Field2D expected = exact(t);
            VectorField2D v = bridge.velocity(t);
            assertAbsolute(Measure.distance(p, expected) / expected.max(), 1e-10);
            assertAbsolute(Math.abs(p.integral() - 1), 4e-15);
            for (int j = 0; j < 80; j++) {
                for (int i = 0; i < 80; i++) {
                    if (expected.get(i, j) > 1e-3 * expected.max()) {
                        double x = X.velocity(GRID.x(i), t);
                        double y = Y.velocity(GRID.y(j), t);
                        assertAbsolute(Math.abs(v.x().get(i, j) - x), 1e-8);
                        assertAbsolute(Math.abs(v.y().get(i, j) - y), 1e-10);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gaussiansOnALine(boolean upright) {
        Grid2D grid = upright ? new Grid2D(1, 96, 0, -0.5, 1, 1) : Grid2D.line(96, -0.5, 1);
        SchroedingerBridge bridge = EntropicTransport.of(D)
                .between(line(grid, upright, 0), line(grid, upright, 1).times(1));
        Field2D p = bridge.at(0.4);
        Field2D along =
                upright ? bridge.velocity(0.4).y() : bridge.velocity(0.4).x();
        Field2D across =
                upright ? bridge.velocity(0.4).x() : bridge.velocity(0.4).y();
        assertAbsolute(Measure.distance(p, line(grid, upright, 0.4)), 1e-9);
        assertThat(across.maxNorm()).isEqualTo(0);
        int centre = 48;
        double v = upright ? along.get(0, centre) : along.get(centre, 0);
        assertAbsolute(Math.abs(v - X.velocity(0, 0.4)), 1e-11);
    }

    private static Field2D line(Grid2D grid, boolean upright, double t) {
        return Field2D.of(grid, (x, y) -> X.density(upright ? y : x, t));
    }

    /** Time turned around is the bridge back. */
    @Test
    void thereAndBack() {
        Grid2D grid = Grid2D.unit(32);
        Field2D one = Field2D.of(grid, (x, y) -> Math.exp(Math.cos(2 * Math.PI * x) + Math.sin(2 * Math.PI * (x + y))));
        Field2D other = Field2D.of(grid, (x, y) -> 1 + 0.5 * Math.cos(4 * Math.PI * y));
        other = other.times(one.integral() / other.integral());
        EntropicTransport transport = EntropicTransport.of(0.02).tolerance(1e-13);
        SchroedingerBridge there = transport.between(one, other);
        SchroedingerBridge back = transport.between(other, one);
        assertAbsolute(Measure.distance(there.at(0.3), back.at(0.7)), 5e-13);
        assertAbsolute(
                Measure.distance(there.velocity(0.3).x(), back.velocity(0.7).x().times(-1)), 2e-14);
        assertAbsolute(Math.abs(there.at(0.3).integral() - one.integral()), 4e-15);
        // p_t = -∇·(v p), by a central difference of sixth order.
        double h = 1e-2;
        Field2D change = there.at(0.5 + h)
                .minus(there.at(0.5 - h))
                .times(45)
                .minus(there.at(0.5 + 2 * h).minus(there.at(0.5 - 2 * h)).times(9))
                .plus(there.at(0.5 + 3 * h).minus(there.at(0.5 - 3 * h)))
                .times(1 / (60 * h));
        VectorField2D v = there.velocity(0.5);
        Field2D p = there.at(0.5);
        Field2D flow = Derivatives.divergence(new VectorField2D(v.x().times(p), v.y().times(p)));
        assertAbsolute(change.plus(flow).maxNorm(), 2e-9);
    }

    @Test
    void saysHowFarItIsAndCanBeInterrupted() {
        Grid2D grid = Grid2D.line(96, -0.5, 1);
        EntropicTransport transport = EntropicTransport.of(D);
        List<Double> heard = new ArrayList<>();
        SchroedingerBridge bridge = transport.between(line(grid, false, 0), line(grid, false, 1), heard::add);
        assertThat(heard).hasSize(bridge.sweeps() - 1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(heard.get(heard.size() - 1))
                .isEqualTo(bridge.marginalError())
                .isLessThanOrEqualTo(1e-12);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> transport.between(
                        line(grid, false, 0),
                        line(grid, false, 1),
                        error -> Thread.currentThread().interrupt()))
                .withMessage("interrupted after 2 sweeps");
        assertThat(Thread.interrupted()).isTrue();
        assertThatNullPointerException()
                .isThrownBy(() -> transport.between(line(grid, false, 0), line(grid, false, 1), null))
                .withMessage("onSweep");
    }

    @Test
    void refusesWhatMakesNoSense() {
        Grid2D grid = Grid2D.line(96, -0.5, 1);
        Field2D p = line(grid, false, 0);
        Field2D end = line(grid, false, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(0))
                .withMessageContaining("diffusivity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).between(p, end.times(2)))
                .withMessageContaining("mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).between(p.minus(p.get(3, 0)), end))
                .withMessageStartingWith("start[0,0] must be > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).between(p, end.times(Double.NaN)))
                .withMessage("end[0,0] is NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> EntropicTransport.of(D).between(p, null))
                .withMessage("end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).between(p, exact(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).tolerance(0))
                .withMessageContaining("tolerance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(1e-5).between(p, end))
                .withMessageContaining("finer grid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(1e4).between(p, end))
                .withMessageStartingWith("diffusivity must be <= 100.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropicTransport.of(D).tolerance(1e-13).between(p, end.times(1 + 5e-13)))
                .withMessageContaining("mass");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> EntropicTransport.of(D).mostSweeps(2).between(p, end))
                .withMessageContaining("after 2 sweeps");
        SchroedingerBridge bridge = EntropicTransport.of(D).between(p, end);
        for (double t : new double[] {-0.1, 1.1, 1e-6, 0.02, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> bridge.at(t));
            assertThatIllegalArgumentException().isThrownBy(() -> bridge.velocity(t));
        }
        for (double t : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> bridge.errorEstimate(t));
        }
        assertThat(bridge.errorEstimate(1e-6)).isEqualTo(1);
        assertThat(bridge.errorEstimate(Double.MIN_VALUE)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> bridge.velocity(0));
    }
}
