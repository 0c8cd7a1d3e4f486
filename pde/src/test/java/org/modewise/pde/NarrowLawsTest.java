package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Logarithms of laws about as wide as the distance of nodes, which a sum over nodes would miss by up to 1e-2. */
class NarrowLawsTest {
    private static final double[] TIMES = {1e-6, 1e-3, 0.005, 0.02, 0.1, 0.5, 2, 9, 40, 1000};

    @Example
    void normalLawsHaveAllTheirDigits() {
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.1, 0, 1);
        Grid2D line = Grid2D.line(128, -6, 12);
        Grid2D upright = new Grid2D(1, 90, 0, -6, 1, 12);
        for (double nodes : new double[] {0.52, 0.6, 0.75, 0.9, 1.05, 1.19, 1.25, 1.4, 1.6, 2}) {
            for (double t : TIMES) {
                LogErrors.of(
                                process.solve(GaussianMixture.gaussian(0.03, nodes * line.dx())
                                        .density(line)),
                                process.solve(GaussianMixture.gaussian(0.03, nodes * line.dx()), line),
                                t)
                        .within(4e-14, 1e-13);
                GaussianMixture law = GaussianMixture.gaussian(0, 0.03, nodes * upright.dy());
                LogErrors.of(process.solveLog(law.logDensity(upright)), process.solve(law, upright), t)
                        .within(4e-14, 1e-13);
            }
        }
    }

    @Example
    void planesToo() {
        LinearSde rates = new LinearSde(-1, 0, 0, -2.5, 0.1, 0.1, 0.5, 0, 1);
        Grid2D grid = new Grid2D(36, 40, -6, -6, 12, 12);
        for (double nodes : new double[] {0.55, 0.8, 1.15}) {
            GaussianMixture law = GaussianMixture.gaussian(
                    0.2, -0.1, Math.pow(nodes * grid.dx(), 2), 0, Math.pow(2 * nodes * grid.dy(), 2));
            for (double t : TIMES) {
                LogErrors.of(rates.solve(law.density(grid)), rates.solve(law, grid), t)
                        .within(4e-14, 1e-13);
            }
        }
    }

    @Example
    void noiseReachesFromOneNarrowLawToAnother() {
        // Between them L falls by hundreds: who goes uphill from a target finds only the nearer one.
        Grid2D grid = Grid2D.line(120, -6, 12);
        GaussianMixture law = GaussianMixture.gaussian(-2.03, 0.08)
                .times(0.7)
                .plus(GaussianMixture.gaussian(2.01, 0.08).times(0.3));
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0, 0, 1);
        for (double t : new double[] {0.3, 1, 5, 60}) {
            LogErrors.of(process.solve(law.density(grid)), process.solve(law, grid), t)
                    .within(1e-14, 1e-13);
        }
    }

    @Property(tries = 150)
    void mixturesOfOneWidthAreRightOrRefused(
            @ForAll @IntRange(min = 50, max = 250) int n,
            @ForAll @DoubleRange(min = 4, max = 10) double half,
            @ForAll @DoubleRange(min = 0.5, max = 2) double nodes,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double first,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double second,
            @ForAll @DoubleRange(min = -6, max = 0) double logWeight,
            @ForAll @DoubleRange(min = 0, max = 3) double rate,
            @ForAll @DoubleRange(min = -6, max = 0.3) double logDiffusivity,
            @ForAll @DoubleRange(min = -4, max = 2) double logTime) {
        double deviation = nodes * 2 * half / n;
        GaussianMixture law = GaussianMixture.gaussian(first * half, deviation)
                .plus(GaussianMixture.gaussian(second * half, deviation).times(Math.pow(10, logWeight)));
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(rate, 0.2, 0, Math.pow(10, logDiffusivity));
        collect(LogErrors.isRight(process, law, Grid2D.line(n, -half, 2 * half), Math.pow(10, logTime)));
    }

    @Property(tries = 150)
    void mixturesOfWidthsThatNodesResolveAreRightOrRefused(
            @ForAll @IntRange(min = 50, max = 250) int n,
            @ForAll @DoubleRange(min = 4, max = 10) double half,
            @ForAll @DoubleRange(min = 1.45, max = 4) double nodes,
            @ForAll @DoubleRange(min = 1.45, max = 4) double otherNodes,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double first,
            @ForAll @DoubleRange(min = -0.9, max = 0.9) double second,
            @ForAll @DoubleRange(min = 0, max = 3) double rate,
            @ForAll @DoubleRange(min = -6, max = 0.3) double logDiffusivity,
            @ForAll @DoubleRange(min = -4, max = 2) double logTime) {
        double step = 2 * half / n;
        GaussianMixture law = GaussianMixture.gaussian(first * half, nodes * step)
                .plus(GaussianMixture.gaussian(second * half, otherNodes * step).times(0.3));
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(rate, 0.2, 0, Math.pow(10, logDiffusivity));
        collect(LogErrors.isRight(process, law, Grid2D.line(n, -half, 2 * half), Math.pow(10, logTime)));
    }

    /** Who refuses everything is never wrong. */
    private static void collect(boolean isRight) {
        Statistics.label("right")
                .collect(isRight)
                .coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 20));
    }

    @Example
    void roughSamplesArePoints() {
        // Of 300 nodes a few bend alike by chance: it is those that do not which tell.
        Grid2D grid = new Grid2D(24, 20, -6, -5, 12, 10);
        Random random = new Random(5);
        Field2D density = Field2D.of(grid, (x, y) -> Math.hypot(x, y) < 3 ? 0.5 + random.nextDouble() : 0);
        GaussianMixture points = null;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                if (density.get(i, j) > 0) {
                    GaussianMixture point = GaussianMixture.gaussian(grid.x(i), grid.y(j), 0)
                            .times(density.get(i, j) * grid.dx() * grid.dy());
                    points = points == null ? point : points.plus(point);
                }
            }
        }
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(1, 0.1, 0, 1);
        for (double t : new double[] {0.3, 0.5, 3}) {
            LogErrors.of(process.solve(density), process.solve(points, grid), t).within(1e-14, 1e-13);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process.solve(density).logAt(0.05))
                .withMessageContaining("from between them");
    }

    @Example
    void aNarrowLawAmongWideOnesIsNotTakenForPoints() {
        // Off by 4e-4 when three nodes that bend by 3 made points of all.
        Grid2D grid = Grid2D.line(81, -9.7, 19.4);
        GaussianMixture law = GaussianMixture.gaussian(-5.569, 0.566 * grid.dx())
                .plus(GaussianMixture.gaussian(-7.514, 2.59 * grid.dx()))
                .plus(GaussianMixture.gaussian(2.058, 2.67 * grid.dx()).times(0.6));
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(2.6, 0.1, 0, 0.0084);
        assertThat(LogErrors.isRight(process, law, grid, 1.85)).isFalse();
    }

    @Example
    void noiseMayBeOfAnySize() {
        // Squares of its deviation in nodes leave the doubles, and one step of the noise's own would leap over all of
        // p₀.
        Grid2D grid = Grid2D.line(64, -5e-6, 1e-5);
        GaussianMixture law = GaussianMixture.gaussian(0, 3e-7)
                .plus(GaussianMixture.gaussian(1.3e-6, 7e-7).times(0.5));
        OrnsteinUhlenbeck process = new OrnsteinUhlenbeck(0, 0, 0, 1);
        for (double t : new double[] {1e-12, 1, 1e299}) {
            LogErrors.of(process.solve(law.density(grid)), process.solve(law, grid), t)
                    .within(1e-14, 6e-13);
        }
        Grid2D plane = new Grid2D(7, 5, 0, 0, 7, 5);
        Field2D point = Field2D.of(plane, (x, y) -> x == 3 && y == 2 ? 0 : Double.NEGATIVE_INFINITY);
        DensitySolution along = new LinearSde(-1, 0, 0, 0, 0, 0, 1e12, 0, 0).solveLog(point);
        // A law of variance 1e12 along x; along y the point stays where it is.
        assertAbsolute(Math.abs(along.logAt(1e15).get(3, 2) + 0.5 * Math.log(2e12 * Math.PI)), 1e-11);
        assertAbsolute(Math.abs(along.scoreAt(1e15).x().get(3, 2) + 3e-12), 1e-24);
    }
}
