package org.modewise.fft.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/** What is refused, in words that help, before anything is written; and what a plan says about itself. */
public interface ArgumentContract extends KernelContract {
    /** Shapes on which a misread length would show: wide, tall, a point. */
    private List<Grid2D> shapes() {
        return claimed().stream().filter(grid -> grid.size() <= 512).toList();
    }

    @Test
    default void shortArraysAreRefusedBeforeAnyWrite() {
        for (Grid2D grid : shapes()) {
            RealFft2D plan = plan(grid);
            int half = plan.spectrumLength();
            assertThat(half).as("%s", plan).isGreaterThanOrEqualTo(grid.size());
            for (int missing : new int[] {1, Math.min(half, grid.size())}) {
                double[] values = Samples.random(grid.size(), 1);
                double[] spectrum = Samples.random(half, 2);
                double[] shortValues = Samples.random(grid.size() - missing, 3);
                double[] shortSpectrum = Samples.random(half - missing, 4);
                refuses("values", grid.size(), shortValues.length, () -> plan.forward(shortValues, spectrum), spectrum);
                refuses(
                        "spectrum",
                        half,
                        shortSpectrum.length,
                        () -> plan.forward(values, shortSpectrum),
                        shortSpectrum);
                refuses("spectrum", half, shortSpectrum.length, () -> plan.inverse(shortSpectrum, values), values);
                refuses(
                        "values",
                        grid.size(),
                        shortValues.length,
                        () -> plan.inverse(spectrum, shortValues),
                        shortValues);
                refuses("spectrum", half, shortSpectrum.length, () -> plan.spectrum(shortSpectrum), shortSpectrum);
            }
        }
    }

    /** Any two of samples, spectrum and what lies between the steps fit; all three do not, in any kernel. */
    @Test
    default void aPlaneThatFitsTheHeapOnlyInPartIsRefusedWithTheBytesThatItNeeds() {
        long heap = Runtime.getRuntime().maxMemory();
        int n = (int) Math.sqrt(heap * 0.4 / Double.BYTES) / 16 * 16;
        assumeThat(n)
                .as("samples of a side, of which one array holds the square")
                .isLessThan(46_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel().plan(n, n))
                .withMessageMatching("samples, spectrum and scratch of " + n + "x" + n + " samples need \\d+ bytes, .*")
                .withMessageEndingWith("the heap holds at most " + heap);
    }

    private static void refuses(String name, int needed, int given, Runnable call, double[] output) {
        double[] before = output.clone();
        assertThatIllegalArgumentException()
                .isThrownBy(call::run)
                .withMessage("%s.length must be >= %d, got %d", name, needed, given);
        assertThat(output).isEqualTo(before);
    }

    @Test
    default void nullsAreNamed() {
        Grid2D grid = shapes().get(0);
        RealFft2D plan = plan(grid);
        double[] array = new double[plan.spectrumLength()];
        namesNull("values", () -> plan.forward(null, array));
        namesNull("spectrum", () -> plan.forward(array, null));
        namesNull("spectrum", () -> plan.inverse(null, array));
        namesNull("values", () -> plan.inverse(array, null));
        namesNull("spectrum", () -> plan.spectrum(null));
        namesNull("u", () -> plan.forward((Field2D) null));
        namesNull("spectrum", () -> plan.inverse((Spectrum2D) null));
        namesNull("grid", () -> RealFft2D.of(null, kernel().name()));
        namesNull("grid", () -> RealFft2D.of(null));
        namesNull("kernel", () -> RealFft2D.of(grid, null));
    }

    private static void namesNull(String name, Runnable call) {
        assertThatNullPointerException().isThrownBy(call::run).withMessage(name);
    }

    @Test
    default void anotherGridIsRefused() {
        Grid2D grid = claimed().get(0);
        Grid2D moved = new Grid2D(grid.nx(), grid.ny(), grid.x0() + 1, grid.y0(), grid.lx(), grid.ly());
        RealFft2D plan = plan(grid);
        Field2D u = Field2D.of(moved, (x, y) -> x);
        Spectrum2D spectrum = plan(moved).forward(u);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.forward(u))
                .withMessageContainingAll(grid.toString(), moved.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inverse(spectrum))
                .withMessageContainingAll(grid.toString(), moved.toString());
    }

    @Test
    default void aSpectrumIsACopy() {
        Grid2D grid = claimed().get(0);
        RealFft2D plan = plan(grid);
        double[] half = new double[plan.spectrumLength()];
        plan.forward(Samples.random(grid.size(), 5), half);
        Spectrum2D spectrum = plan.spectrum(half);
        double mean = spectrum.re(0, 0);
        Arrays.fill(half, -1);
        assertThat(spectrum.re(0, 0)).isEqualTo(mean);
    }

    @Test
    default void aPlanSaysWhatItIs() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            assertThat(plan.kernel()).isEqualTo(kernel().name());
            assertThat(plan.grid()).isEqualTo(grid);
            assertThat(plan.layout().nx()).isEqualTo(grid.nx());
            assertThat(plan.layout().ny()).isEqualTo(grid.ny());
            assertThat(plan.spectrumLength()).isEqualTo(plan.layout().length());
            assertThat(plan.toString())
                    .hasSizeLessThanOrEqualTo(80)
                    .matches("\\p{ASCII}*")
                    .contains(grid.nx() + "x" + grid.ny(), kernel().name());
        }
        assertThat(RealFft2D.kernels()).contains(kernel().name());
    }

    @Test
    default void whatIsNotClaimedIsRefusedInWords() {
        for (Grid2D grid : SHAPES) {
            kernel().unsupported(grid.nx(), grid.ny()).ifPresent(reason -> {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> plan(grid))
                        .withMessageContainingAll(kernel().name(), reason);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> kernel().plan(grid.nx(), grid.ny()))
                        .withMessageContainingAll(kernel().name(), reason);
            });
        }
    }

    /** Next to a power of two nothing hangs: each of these takes milliseconds, or is refused at once. */
    @Test
    @Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    default void sizesNextToAPowerOfTwoTakeNoAge() {
        int[][] shapes = {
            {4095, 1},
            {4096, 1},
            {4097, 1},
            {1, 4095},
            {1, 4096},
            {1, 4097},
            {4097, 4},
            {4, 4097},
            {32767, 1},
            {1, 32769}
        };
        for (int[] shape : shapes) {
            if (claims(shape[0], shape[1])) {
                Grid2D grid = KernelContract.grid(shape[0], shape[1]);
                Field2D u = Field2D.of(grid, Samples.random(grid.size(), 6));
                RealFft2D plan = plan(grid);
                assertThat(Samples.relativeDistance(
                                plan.inverse(plan.forward(u)).toArray(), u.toArray()))
                        .as("round trip of %s", grid)
                        .isLessThanOrEqualTo(2e-15);
            }
        }
    }
}
