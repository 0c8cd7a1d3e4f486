package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.Term;
import org.modewise.siren.engine.Tile;

/** Residuals of the usual equations, where u and its derivatives are those of solutions in closed form. */
class PinnEquationsTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 1);
    private static final Domain PLANE = Domain.of("x", -1, 1).and("y", 0, 1).and("t", 0, 1);

    /** u and what of its derivatives an equation looks at, in the order of the domain's axes: u, u_x, u_xx, u_y, … */
    @FunctionalInterface
    private interface Solution {
        double[] at(double... point);
    }

    /** The largest residual at random points. */
    private static double largest(Function<Unknown, Expression> equation, Domain domain, Solution solution) {
        SplittableRandom random = new SplittableRandom(1);
        int axes = domain.axes().size();
        double[][] points = new double[Tile.POINTS][axes];
        for (double[] point : points) {
            for (int axis = 0; axis < axes; axis++) {
                point[axis] = domain.lower().get(axis) + domain.length(axis) * random.nextDouble();
            }
        }
        Points where = Points.of(domain, points);
        Architecture architecture = StartNetwork.of(0).architecture(domain);
        Term term = ResidualCompiler.compile(
                Requirement.of(equation, where, 1),
                architecture,
                ElementaryFunctions.preferred(),
                OptionalLong.empty(),
                new Coefficients());
        int channels = term.residual().channels().count();
        double[][] jet = new double[channels][Tile.POINTS];
        for (int t = 0; t < Tile.POINTS; t++) {
            double[] values = solution.at(points[t]);
            assertThat(values).hasSize(channels);
            for (int c = 0; c < channels; c++) {
                jet[c][t] = values[c];
            }
        }
        double[][] data = new double[axes][];
        for (int axis = 0; axis < axes; axis++) {
            data[axis] = where.along(axis);
        }
        double[] r = new double[Tile.POINTS];
        term.residual().evaluate(data, new double[0], jet, r, new double[channels][Tile.POINTS], new double[0][]);
        double most = 0;
        for (double value : r) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    @Test
    void heat() {
        double k = Math.PI;
        double l = 2 * Math.PI;
        Solution decay = p -> {
            double e = Math.exp(-0.03 * (k * k + l * l) * p[2]);
            double u = e * Math.sin(k * p[0]) * Math.cos(l * p[1]);
            return new double[] {
                u,
                e * k * Math.cos(k * p[0]) * Math.cos(l * p[1]),
                -k * k * u,
                -e * l * Math.sin(k * p[0]) * Math.sin(l * p[1]),
                -l * l * u,
                -0.03 * (k * k + l * l) * u
            };
        };
        assertThat(largest(PinnEquations.heat(0.03), PLANE, decay)).isLessThan(1e-14);
        assertThat(largest(PinnEquations.heat(0.04), PLANE, decay)).isGreaterThan(0.1);
    }

    @Test
    void burgers() {
        // A shock that moves: c - a·tanh(a(x - ct)/2ν).
        double nu = 0.05;
        double a = 0.8;
        double c = 0.3;
        Solution shock = p -> {
            double h = Math.tanh(a * (p[0] - c * p[1]) / (2 * nu));
            double slope = a / (2 * nu) * (1 - h * h);
            return new double[] {c - a * h, -a * slope, 2 * a * h * slope * a / (2 * nu), a * c * slope};
        };
        assertThat(largest(PinnEquations.burgers(nu), LINE, shock)).isLessThan(1e-14);
    }

    @Test
    void poisson() {
        Domain square = Domain.of("x", 0, 1).and("y", 0, 1);
        double k = 2 * Math.PI;
        Solution product = p -> {
            double u = Math.sin(k * p[0]) * Math.exp(p[1]);
            return new double[] {u, k * Math.cos(k * p[0]) * Math.exp(p[1]), -k * k * u, u, u};
        };
        Function<Unknown, Expression> f = u ->
                u.coordinate("x").times(k).sin().times(u.coordinate("y").exp()).times(k * k - 1);
        assertThat(largest(PinnEquations.poisson(f), square, product)).isLessThan(1e-13);
    }

    @Test
    void transport() {
        Solution pulse = p -> {
            double s = p[0] - 0.7 * p[2];
            double r = p[1] + 0.2 * p[2];
            double u = Math.exp(-s * s - 2 * r * r);
            return new double[] {u, -2 * s * u, -4 * r * u, (1.4 * s - 0.8 * r) * u};
        };
        assertThat(largest(PinnEquations.transport(0.7, -0.2), PLANE, pulse)).isLessThan(1e-15);
    }

    @Test
    void wave() {
        double k = Math.PI;
        double omega = 1.5 * k;
        Solution string = p -> {
            double u = Math.sin(k * p[0]) * Math.cos(omega * p[1]);
            return new double[] {
                u,
                k * Math.cos(k * p[0]) * Math.cos(omega * p[1]),
                -k * k * u,
                -omega * Math.sin(k * p[0]) * Math.sin(omega * p[1]),
                -omega * omega * u
            };
        };
        assertThat(largest(PinnEquations.wave(1.5), LINE, string)).isLessThan(1e-14);
    }

    @Test
    void allenCahn() {
        // A front at rest: tanh(x·√(s/2D)).
        double d = 0.01;
        double s = 5;
        double steep = Math.sqrt(s / (2 * d));
        Solution front = p -> {
            double u = Math.tanh(steep * p[0]);
            return new double[] {u, steep * (1 - u * u), -2 * steep * steep * u * (1 - u * u), 0};
        };
        assertThat(largest(PinnEquations.allenCahn(d, s), LINE, front)).isLessThan(1e-14);
    }

    @Test
    void hamiltonJacobi() {
        // Φ = -2ν ln φ with φ = 1 + e^{kx + ly + ν(k² + l²)t}, a solution of the heat equation.
        double nu = 0.1;
        double k = 2;
        double l = -1;
        Solution corner = p -> {
            double e = Math.exp(k * p[0] + l * p[1] + nu * (k * k + l * l) * p[2]);
            double w = e / (1 + e);
            return new double[] {
                -2 * nu * Math.log1p(e),
                -2 * nu * k * w,
                -2 * nu * k * k * w * (1 - w),
                -2 * nu * l * w,
                -2 * nu * l * l * w * (1 - w),
                -2 * nu * nu * (k * k + l * l) * w
            };
        };
        assertThat(largest(PinnEquations.hamiltonJacobi(nu), PLANE, corner)).isLessThan(1e-15);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.heat(-1))
                .withMessage("diffusivity must be >= 0 and finite, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.burgers(Double.NaN))
                .withMessageStartingWith("viscosity must be ");
        assertThatIllegalArgumentException()
                .isThrownBy(PinnEquations::transport)
                .withMessage("velocity must be 1 to 3 numbers, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.transport(1, Double.NaN))
                .withMessageStartingWith("velocity[1] must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.wave(-2))
                .withMessageStartingWith("speed must be ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.allenCahn(1, -2))
                .withMessageStartingWith("rate must be ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnEquations.hamiltonJacobi(Double.POSITIVE_INFINITY))
                .withMessageStartingWith("viscosity must be ");
        assertThatNullPointerException()
                .isThrownBy(() -> PinnEquations.poisson(null))
                .withMessage("f");
    }
}
