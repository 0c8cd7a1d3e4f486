package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumMultiplier;

/** The array tier allocates nothing: for kernels that promise it. */
public interface AllocationContract extends KernelContract {
    /** Of each algorithm one shape: powers of two, small primes, a large one, lines long and short, narrow planes. */
    private List<Grid2D> oneOfAKind() {
        int[][] shapes = {
            {64, 64}, {60, 63}, {35, 22}, {26, 34}, {101, 32}, {16, 127}, {4, 256}, {251, 2}, {1, 128}, {1024, 1},
            {1, 509}
        };
        return List.of(shapes).stream()
                .filter(shape -> claims(shape[0], shape[1]))
                .map(shape -> KernelContract.grid(shape[0], shape[1]))
                .toList();
    }

    @Test
    default void arraysAreTransformedWithoutAllocation() {
        for (Grid2D grid : oneOfAKind()) {
            RealFft2D plan = plan(grid);
            double[] values = Samples.random(grid.size(), 1);
            double[] spectrum = new double[plan.spectrumLength()];
            allocatesNothing(plan, "forward", () -> plan.forward(values, spectrum));
            allocatesNothing(plan, "inverse", () -> plan.inverse(spectrum, values));
            for (SpectrumMultiplier multiplier : Multipliers.random(plan.layout(), 2)) {
                allocatesNothing(plan, "product", () -> plan.inverse(spectrum, multiplier, values));
            }
            double[] both = Samples.random(plan.spectrumLength(), 3);
            allocatesNothing(plan, "forward in place", () -> plan.forward(both, both));
            allocatesNothing(plan, "inverse in place", () -> plan.inverse(both, both));
        }
    }

    private static void allocatesNothing(RealFft2D plan, String what, Runnable call) {
        assertThat(AllocatedBytes.least(call)).as("%s of %s", what, plan).isZero();
    }
}
