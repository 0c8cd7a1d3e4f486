package org.modewise.pde.logdomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.modewise.fft.contract.AllocatedBytes;

/** Against closed forms of Gaussians, and against sums over everything, term by term and in another order. */
class GaussianLineTest {
    private static Expectations room(int targets, int carried) {
        return new Expectations(
                new double[targets],
                new double[carried][targets],
                new double[targets],
                new double[targets],
                new double[carried][targets]);
    }

    private static double[] sample(int n, double y0, double dy, DoubleUnaryOperator f) {
        double[] values = new double[n];
        Arrays.setAll(values, k -> f.applyAsDouble(y0 + k * dy));
        return values;
    }

    /** y ~ N(m, s²) and x = ay + b + noise of variance v: log-density, mean and variance of y given x in closed form. */
    @Property(tries = 60)
    void gaussianOnAnOpenLine(
            @ForAll @DoubleRange(min = 0.05, max = 1) double a,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double b,
            @ForAll @DoubleRange(min = 0.05, max = 2) double v,
            @ForAll @DoubleRange(min = -1, max = 1) double m,
            @ForAll @DoubleRange(min = 0.3, max = 0.7) double s) {
        int n = 241;
        double y0 = -12;
        double dy = 0.1;
        double[] log = sample(n, y0, dy, y -> -(y - m) * (y - m) / (2 * s * s));
        double[][] carried = {sample(n, y0, dy, y -> y), sample(n, y0, dy, y -> y * y)};
        GaussianLine line = new GaussianLine(n, false, 81, 2);
        line.kernel(-4, 0.1, y0, dy, a, b, v);
        Expectations out = room(81, 2);
        line.apply(log, carried, 0, out, 0, 1);
        double total = v + a * a * s * s;
        double variance = s * s * v / total;
        for (int i = 0; i < 81; i++) {
            double x = -4 + 0.1 * i;
            double gap = x - a * m - b;
            double mean = m + a * s * s / total * gap;
            double logOf = -gap * gap / (2 * total) + 0.5 * Math.log(2 * Math.PI * s * s * v / total);
            assertThat(out.log()[i])
                    .isCloseTo(logOf, within(2e-15 * (1 + Math.abs(logOf) + 2 * Math.abs(gap) / total)));
            assertThat(out.means()[0][i]).isCloseTo(mean, within(1e-14));
            double square = mean * mean + variance;
            assertThat(out.means()[1][i]).isCloseTo(square, within(4e-14 + 2e-15 * square));
            double zeta = x - a * mean - b;
            assertThat(out.offset()[i]).isCloseTo(zeta, within(1e-14));
            assertThat(out.square()[i]).isCloseTo(zeta * zeta + a * a * variance, within(1e-13));
            assertThat(out.products()[0][i]).isCloseTo(zeta * mean - a * variance, within(1e-13));
        }
    }

    /** Tails far below the smallest double, and a score that stays exact there. */
    @Test
    void tailsBeyondTheDoubles() {
        int n = 2001;
        double[] log = sample(n, -100, 0.1, y -> -y * y / 2);
        GaussianLine line = new GaussianLine(n, false, 101, 0);
        line.kernel(-500, 10, -100, 0.1, 1, 0, 9);
        Expectations out = room(101, 0);
        line.apply(log, null, 0, out, 0, 1);
        for (int i = 0; i < 101; i++) {
            double x = -500 + 10 * i;
            assertThat(out.log()[i] - 0.5 * Math.log(2 * Math.PI * 0.9))
                    .isCloseTo(-x * x / 20, within(1e-15 * (x * x + 4)));
            assertThat(out.offset()[i]).isCloseTo(0.9 * x, within(1e-15 * (Math.abs(x) + 10)));
        }
    }

    /** Windows, images and parts that carry nothing at all, against the sum over all images with nothing left out. */
    @Property(tries = 100)
    void anyPeriodicLineIsItsSum(
            @ForAll @IntRange(min = 1, max = 60) int sources,
            @ForAll @IntRange(min = 1, max = 40) int targets,
            @ForAll @DoubleRange(min = 1, max = 4000) double amplitude,
            @ForAll @DoubleRange(min = 0.01, max = 20) double precision,
            @ForAll @DoubleRange(min = -1, max = 1) double shift,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] log = random.doubles(sources, -amplitude, 0).toArray();
        for (int k = 1; k < sources; k++) {
            log[k] = random.nextInt(4) == 0 ? Double.NEGATIVE_INFINITY : log[k];
        }
        double[] carried = random.doubles(sources, -1, 1).toArray();
        double spacing = (double) sources / targets;
        GaussianLine line = new GaussianLine(sources, true, targets, 1);
        line.lattice(-shift, spacing, 0, 1, precision, 0);
        Expectations out = room(targets, 1);
        line.apply(log, new double[][] {carried}, 0, out, 0, 1);
        for (int i = 0; i < targets; i++) {
            assertSum(log, carried, -shift + i * spacing, precision, true, out, i);
        }
    }

    @Property(tries = 100)
    void anyOpenLineIsItsSum(
            @ForAll @IntRange(min = 1, max = 60) int sources,
            @ForAll @DoubleRange(min = 1, max = 4000) double amplitude,
            @ForAll @DoubleRange(min = 0.01, max = 20) double precision,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] log = random.doubles(sources, -amplitude, 0).toArray();
        double[] carried = random.doubles(sources, -1, 1).toArray();
        GaussianLine line = new GaussianLine(sources, false, 30, 1);
        line.lattice(-20, 3, 0, 1, precision, 0);
        Expectations out = room(30, 1);
        line.apply(log, new double[][] {carried}, 0, out, 0, 1);
        for (int i = 0; i < 30; i++) {
            assertSum(log, carried, -20 + 3 * i, precision, false, out, i);
        }
    }

    private static void assertSum(
            double[] log, double[] carried, double xi, double precision, boolean periodic, Expectations out, int i) {
        int n = log.length;
        int images = periodic ? 3 + (int) Math.ceil(Math.sqrt(60 / precision) / n) : 0;
        double peak = Double.NEGATIVE_INFINITY;
        for (int k = -images * n; k < (images + 1) * n; k++) {
            peak = Math.max(peak, log[Math.floorMod(k, n)] - precision * (xi - k) * (xi - k));
        }
        double[] sums = new double[4];
        for (int k = (images + 1) * n - 1; k >= -images * n; k--) {
            double weight = Math.exp(log[Math.floorMod(k, n)] - precision * (xi - k) * (xi - k) - peak);
            double p = carried[Math.floorMod(k, n)];
            sums[0] += weight;
            sums[1] += weight * p;
            sums[2] += weight * (xi - k);
            sums[3] += weight * (xi - k) * p;
        }
        double reach = 1 + Math.abs(xi) + images * n;
        // Products of powers of e have the rounding of exponents up to 300; κζ² has that of ζ, times 2κζ.
        double scale = 1e-15 * Math.abs(peak) + 1e-13 + Math.sqrt(precision * Math.abs(peak)) * Math.ulp(reach);
        assertThat(out.log()[i]).isCloseTo(peak + Math.log(sums[0]), within(scale));
        assertThat(out.means()[0][i]).isCloseTo(sums[1] / sums[0], within(scale));
        assertThat(out.offset()[i]).isCloseTo(sums[2] / sums[0], within(reach * scale));
        assertThat(out.products()[0][i]).isCloseTo(sums[3] / sums[0], within(reach * scale));
    }

    @Test
    void nothingAnywhereIsNothing() {
        double[] log = new double[5];
        Arrays.fill(log, Double.NEGATIVE_INFINITY);
        GaussianLine line = new GaussianLine(5, true, 3, 1);
        line.lattice(0, 1, 0, 1, 1, 0);
        Expectations out = room(3, 1);
        line.apply(log, new double[1][5], 0, out, 0, 1);
        assertThat(out.log()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(out.means()[0]).containsOnly(Double.NaN);
    }

    @Test
    void allocatesNothing() {
        double[] log = sample(64, 0, 0.1, y -> -50 * Math.cos(y));
        double[][] carried = {log};
        GaussianLine line = new GaussianLine(64, true, 64, 1);
        Expectations out = room(64, 1);
        assertThat(AllocatedBytes.least(() -> {
                    line.lattice(0, 1, 0, 1, 0.1, 0);
                    line.apply(log, carried, 0, out, 0, 1);
                }))
                .isZero();
    }
}
