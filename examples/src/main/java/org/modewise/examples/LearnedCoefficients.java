package org.modewise.examples;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Burgers;
import org.modewise.pde.Heat;
import org.modewise.siren.Activation;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/**
 * Coefficients of equations from samples of their solutions, taken at random places and times with 1 % noise: inverse
 * problems.
 */
final class LearnedCoefficients {
    private static final double NOISE = 0.01;
    private static final int TIMES = 100;
    private static final Domain STRIP = Domain.of("x", -1, 1).and("t", 0, 1);

    private LearnedCoefficients() {}

    /**
     * A coefficient.
     *
     * @param name what it is called
     * @param truth what it was when the samples were made
     * @param found what training made of it
     * @param seconds how long that took
     */
    record Recovered(String name, double truth, double found, double seconds) {
        double error() {
            return Math.abs(found / truth - 1);
        }

        /** One line. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-15s found as %.6f, is %.6f: %.2f %% off, in %.1f s",
                    name,
                    found,
                    truth,
                    100 * error(),
                    seconds);
        }
    }

    /** What was seen where. */
    private record Samples(Points points, double[] values) {
        static Samples of(DoubleFunction<Field2D> solution, Domain domain, int count, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Field2D> frames = Learning.frames(solution, 1, TIMES);
            Field2D whole = Comparison.stacked(frames, 1);
            double deviation = NOISE * whole.norm() / Math.sqrt(whole.grid().lx());
            double[][] places = new double[count][];
            double[] values = new double[count];
            for (int k = 0; k < count; k++) {
                int i = random.nextInt(whole.grid().nx());
                int time = random.nextInt(TIMES + 1);
                places[k] = new double[] {whole.grid().x(i), (double) time / TIMES};
                values[k] = whole.get(i, time) + deviation * random.nextGaussian();
            }
            return new Samples(Points.of(domain, places), values);
        }
    }

    /** α of u_t = α u_xx on a ring, from a start five times too large. */
    static Recovered diffusivity(Learning learning) {
        double alpha = 0.02;
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        Field2D begin = Field2D.of(
                Grid2D.line(128, 0, 1), (x, y) -> Math.sin(2 * Math.PI * x) + 0.5 * Math.cos(4 * Math.PI * x));
        Samples samples = Samples.of(new Heat(alpha).solve(begin)::at, ring, 1000, learning.seed());
        Expression unknown = Expression.coefficient("alpha", 5 * alpha);
        Pinn pinn = Pinn.residual(PinnEquations.heat(unknown), Points.sobol(ring, 500))
                .data(samples.points(), samples.values(), 10)
                .periodic("x")
                .hidden(16, 16)
                .omega0(2);
        return recovered("alpha", alpha, pinn, 60, learning);
    }

    /** ν of u_t + u u_x = ν u_xx between walls, whose shock is 0.1 wide, from a start three times too large. */
    static Recovered viscosity(Learning learning) {
        double nu = 0.1 / Math.PI;
        Samples samples = ofBurgers(nu, learning);
        Expression unknown = Expression.coefficient("nu", 3 * nu);
        // Where the samples are, too: a shock between even points could have any width.
        Points points = Points.sobol(STRIP, 2000).and(samples.points());
        Pinn pinn = Pinn.residual(PinnEquations.burgers(unknown), points)
                .data(samples.points(), samples.values(), 10)
                .hidden(20, 20)
                .omega0(3);
        return recovered("nu", nu, pinn, 120, learning);
    }

    /**
     * The same with a shock that is 0.01 wide: some ten of the samples lie on it, and sines smooth it, so that ν is lost.
     * Layers of tanh make it, as in {@link LearnedBurgers}.
     */
    static Recovered thinShock(Learning learning) {
        double nu = 0.01 / Math.PI;
        Samples samples = ofBurgers(nu, learning);
        Expression unknown = Expression.coefficient("nu, thin shock", 3 * nu);
        Points points = Points.sobol(STRIP, 3000).and(samples.points());
        Pinn pinn = Pinn.residual(PinnEquations.burgers(unknown), points)
                .data(samples.points(), samples.values(), 10)
                .hidden(20, 20, 20)
                .activation(Activation.TANH)
                .optimizer(SelfScaledBroyden.standard());
        return recovered("nu, thin shock", nu, pinn, 1000, learning);
    }

    private static Samples ofBurgers(double nu, Learning learning) {
        Field2D begin = Field2D.of(Grid2D.line(256, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        return Samples.of(new Burgers(nu).solve(begin)::at, STRIP, 2000, learning.seed());
    }

    private static Recovered recovered(String name, double truth, Pinn pinn, int steps, Learning learning) {
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> learning.train(pinn.seed(learning.seed()), steps));
        return new Recovered(name, truth, fit.value().coefficient(name), fit.seconds());
    }
}
