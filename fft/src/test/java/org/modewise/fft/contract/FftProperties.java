package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * The identities of the transform on random shapes up to 64×64, periods and data, structured data included. A kernel's
 * own property test extends this class; a failure prints the seed that repeats it. No edge cases: there are more
 * combinations of them than tries, so nothing random would be tried; the contract has a list of shapes of its own.
 */
public abstract class FftProperties implements KernelContract {
    /**
     * What rounding may do to one transform of any data, relative in L2. Data that jqwik finds need not be random, so
     * √log N becomes the log N of the worst case (N. Higham, Accuracy and Stability of Numerical Algorithms, SIAM 2002,
     * theorem 24.2).
     */
    private double worst(Grid2D grid) {
        return accuracy(grid.nx(), grid.ny()) * Math.max(1, KernelContract.rootLog(grid.size()));
    }

    /** Grids that the kernel takes. */
    @Provide
    public Arbitrary<Grid2D> grids() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 64);
        Arbitrary<Double> periods = Arbitraries.doubles().between(0.1, 10);
        return Combinators.combine(sizes, sizes, periods, periods)
                .as((nx, ny, lx, ly) -> new Grid2D(nx, ny, -1, 0, lx, ly))
                .filter(grid -> claims(grid.nx(), grid.ny()));
    }

    /** Fields on them: of random samples, of few values, or nearly empty. */
    @Provide
    public Arbitrary<Field2D> fields() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 2);
        return Combinators.combine(grids(), kinds, Arbitraries.longs()).as(FftProperties::field);
    }

    private static Field2D field(Grid2D grid, int kind, long seed) {
        double[] samples = Samples.random(grid.size(), seed);
        if (kind == 1) {
            Arrays.setAll(samples, k -> Math.rint(2 * samples[k]));
        } else if (kind == 2) {
            Arrays.setAll(samples, k -> Math.abs(samples[k]) > 0.9 ? 1e10 * samples[k] : 0);
        }
        return Field2D.of(grid, samples);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    public void energyIsKept(@ForAll("fields") Field2D u) {
        assertThat(plan(u.grid()).forward(u).parsevalError(u)).isLessThanOrEqualTo(1e-14);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    public void inverseInverts(@ForAll("fields") Field2D u) {
        RealFft2D plan = plan(u.grid());
        Field2D back = plan.inverse(plan.forward(u));
        assertThat(back.minus(u).norm()).isLessThanOrEqualTo(2 * worst(u.grid()) * u.norm());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void linear(@ForAll("fields") Field2D u, @ForAll long seed) {
        Field2D v = field(u.grid(), 0, seed);
        RealFft2D plan = plan(u.grid());
        Spectrum2D fu = plan.forward(u);
        Spectrum2D fv = plan.forward(v);
        Spectrum2D sum = plan.forward(u.plus(v));
        double error = 0;
        for (int my = -(u.grid().ny() / 2); my <= u.grid().ny() / 2; my++) {
            for (int mx = -(u.grid().nx() / 2); mx <= u.grid().nx() / 2; mx++) {
                double re = sum.re(mx, my) - (fu.re(mx, my) + fv.re(mx, my));
                double im = sum.im(mx, my) - (fu.im(mx, my) + fv.im(mx, my));
                error = Math.max(error, Math.hypot(re, im));
            }
        }
        assertThat(error).isLessThanOrEqualTo((worst(u.grid()) + EPS) * 2 * (size(u) + size(v)));
    }

    /** ‖û‖ over all modes, by Parseval √(nx·ny) times ‖u‖ over all samples. */
    private static double size(Field2D u) {
        Grid2D grid = u.grid();
        return grid.size() * u.norm() / Math.sqrt(grid.lx() * grid.ly());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void shiftKeepsEveryModulus(@ForAll("fields") Field2D u, @ForAll int a, @ForAll int b) {
        Grid2D grid = u.grid();
        double[] shifted = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                int from = Math.floorMod((long) i - a, grid.nx());
                shifted[j * grid.nx() + i] = u.get(from, Math.floorMod((long) j - b, grid.ny()));
            }
        }
        RealFft2D plan = plan(grid);
        Spectrum2D before = plan.forward(u);
        Spectrum2D after = plan.forward(Field2D.of(grid, shifted));
        double bound = 2 * (worst(grid) + EPS) * size(u);
        for (int my = 0; my <= grid.ny() / 2; my++) {
            for (int mx = -(grid.nx() / 2); mx <= grid.nx() / 2; mx++) {
                double difference = Math.hypot(before.re(mx, my), before.im(mx, my))
                        - Math.hypot(after.re(mx, my), after.im(mx, my));
                assertThat(Math.abs(difference)).as("mode (%d,%d)", mx, my).isLessThanOrEqualTo(bound);
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    public void impulseIsFlat(@ForAll("grids") Grid2D grid, @ForAll int node) {
        double[] samples = new double[grid.size()];
        samples[Math.floorMod(node, grid.size())] = 1;
        Spectrum2D wave = plan(grid).forward(Field2D.of(grid, samples));
        double bound = worst(grid) * Math.sqrt(grid.size());
        for (int my = 0; my <= grid.ny() / 2; my++) {
            for (int mx = -(grid.nx() / 2); mx <= grid.nx() / 2; mx++) {
                double excess = Math.hypot(wave.re(mx, my), wave.im(mx, my)) - 1;
                assertThat(Math.abs(excess)).as("mode (%d,%d)", mx, my).isLessThanOrEqualTo(bound);
            }
        }
    }
}
