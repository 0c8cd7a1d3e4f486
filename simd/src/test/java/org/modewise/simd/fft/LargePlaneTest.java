package org.modewise.simd.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.KernelContract;
import org.modewise.fft.contract.Samples;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.Workers;

/** Planes beyond the caches, which keep nothing but scratch between their steps, and their neighbours that do. */
class LargePlaneTest implements KernelContract {
    private static final double UNTOUCHED = -7;

    private static final Workers FOUR = new Workers() {
        @Override
        public int parallelism() {
            return 4;
        }

        @Override
        public void run(int parts, IntConsumer part) {
            IntStream.range(0, parts).parallel().forEach(part);
        }
    };

    @Override
    public FftKernel kernel() {
        return new SimdKernel();
    }

    @ParameterizedTest
    @CsvSource({
        "512, 512",
        "1024, 512",
        "512, 1024",
        "1008, 1040",
        "16384, 32",
        "32, 16384",
        "16, 16384",
        "1024, 1000",
        "1000, 1024",
        "520, 521"
    })
    void agreesWithTheScalarKernelAndWritesNothingElse(int nx, int ny) {
        RealTransform2D transform = kernel().plan(nx, ny);
        int length = transform.layout().length();
        double[] samples = Samples.random(nx * ny, 1);
        double[] spectrum = filled(length);
        transform.forward(samples, spectrum, Workers.CALLER);
        double[] kept = spectrum.clone();
        double[] values = filled(nx * ny);
        transform.inverse(spectrum, null, values, Workers.CALLER);

        assertThat(spectrum).isEqualTo(kept);
        assertThat(Arrays.copyOfRange(spectrum, length, length + 8)).containsOnly(UNTOUCHED);
        assertThat(Arrays.copyOfRange(values, nx * ny, nx * ny + 8)).containsOnly(UNTOUCHED);
        RealFft2D scalar = RealFft2D.of(Grid2D.unit(nx, ny), "scalar");
        double[] expected = new double[scalar.spectrumLength()];
        scalar.forward(samples, expected);
        scalar.inverse(expected, expected);
        assertThat(Samples.relativeDistance(Arrays.copyOf(values, nx * ny), Arrays.copyOf(expected, nx * ny)))
                .isLessThanOrEqualTo(2 * accuracy(nx, ny));
    }

    @ParameterizedTest
    @CsvSource({
        "512, 512",
        "1024, 512",
        "512, 1024",
        "1008, 1040",
        "16384, 32",
        "32, 16384",
        "16, 16384",
        "1024, 1000",
        "1000, 1024",
        "520, 521"
    })
    void inOneArrayGivesTheSameBits(int nx, int ny) {
        RealTransform2D transform = kernel().plan(nx, ny);
        double[] samples = Samples.random(nx * ny, 1);
        double[] spectrum = new double[transform.layout().length()];
        transform.forward(samples, spectrum, Workers.CALLER);
        double[] values = new double[nx * ny];
        transform.inverse(spectrum, null, values, Workers.CALLER);

        double[] both = Arrays.copyOf(samples, spectrum.length);
        transform.forward(both, both, Workers.CALLER);
        assertThat(coefficients(both, transform)).isEqualTo(coefficients(spectrum, transform));
        transform.inverse(both, null, both, Workers.CALLER);
        assertThat(Arrays.copyOf(both, nx * ny)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "1024, 512", "1000, 1024", "520, 521", "16, 16384"})
    void partsAtTheSameTimeGiveTheSameBits(int nx, int ny) {
        RealTransform2D transform = kernel().plan(nx, ny);
        double[] samples = Samples.random(nx * ny, 1);
        double[] alone = new double[transform.layout().length()];
        double[] shared = new double[alone.length];
        double[] back = new double[nx * ny];
        double[] sharedBack = new double[nx * ny];
        transform.forward(samples, alone, Workers.CALLER);
        transform.inverse(alone, null, back, Workers.CALLER);
        for (int i = 0; i < 10; i++) {
            transform.forward(samples, shared, FOUR);
            transform.inverse(shared, null, sharedBack, FOUR);
            assertThat(coefficients(shared, transform)).isEqualTo(coefficients(alone, transform));
            assertThat(sharedBack).isEqualTo(back);
        }
    }

    private static double[] filled(int length) {
        double[] array = new double[length + 8];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }

    private static double[] coefficients(double[] spectrum, RealTransform2D transform) {
        var layout = transform.layout();
        double[] coefficients = new double[2 * layout.columns() * layout.rows()];
        int i = 0;
        for (int p = 0; p < layout.columns(); p++) {
            for (int q = 0; q < layout.rows(); q++) {
                int at = layout.index(p, q);
                coefficients[i++] = spectrum[at];
                coefficients[i++] = spectrum[at + layout.imOffset()];
            }
        }
        return coefficients;
    }
}
