package org.modewise.fft.contract;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.Dft.Complexes;

/**
 * Every size is as accurate as a good FFT is, against the double-double DFT; energy is kept, and the inverse inverts.
 *
 * <p>The error of a Cooley-Tukey transform grows as √log N on average (W. Gentleman, G. Sande, Fast Fourier transforms,
 * AFIPS 29, 1966); a recurrence for twiddles or a wrong one in a thousand is far outside the bounds here.
 */
public interface AccuracyContract extends KernelContract {
    /** Every n along either axis, as a line and as a plane three lines wide. */
    @Test
    default void everySizeUpTo1024() {
        Violations violations = new Violations();
        for (int n = 1; n <= 1024; n++) {
            if (!claims(n, 1) && !claims(1, n) && !claims(n, 3) && !claims(3, n) && !claims(n, 2)) {
                continue;
            }
            int lines = claims(n, 3) ? 3 : 2;
            double[] samples = Samples.random(n * lines, n);
            ExactSpectrum plane = ExactSpectrum.of(n, lines, samples);
            double[] line = Arrays.copyOf(samples, n);
            ExactSpectrum exactLine = ExactSpectrum.of(n, 1, line);
            check(n, 1, line, exactLine, false, violations);
            check(1, n, line, exactLine, true, violations);
            check(n, lines, samples, plane, false, violations);
            check(lines, n, Samples.transposed(samples, n, lines), plane, true, violations);
        }
        violations.assertNone(kernel().name() + ", every size up to 1024");
    }

    @Test
    default void planesOfEveryKind() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            double[] samples = Samples.random(grid.size(), grid.nx() + 10_000L * grid.ny());
            ExactSpectrum exact = ExactSpectrum.of(grid.nx(), grid.ny(), samples);
            check(grid.nx(), grid.ny(), samples, exact, false, violations);
        }
        violations.assertNone(kernel().name() + ", planes");
    }

    /** 46341 is the first n whose square overflows an int; 46349, 51187 and 65537 are prime. */
    @Test
    default void largeSizes() {
        Violations violations = new Violations();
        for (int n : new int[] {46341, 46349, 51187, 65537}) {
            if (claims(n, 1) || claims(1, n)) {
                double[] samples = Samples.random(n, n);
                SomeBins exact = SomeBins.of(samples, 200);
                checkBins(n, 1, samples, exact, violations);
                checkBins(1, n, samples, exact, violations);
            }
        }
        violations.assertNone(kernel().name() + ", large sizes");
    }

    @Test
    default void aMillionPoints() {
        int n = 1 << 20;
        Violations violations = new Violations();
        if (claims(n, 1) || claims(1, n) || claims(1024, 1024)) {
            double[] samples = Samples.random(n, n);
            ExactSpectrum exact = ExactSpectrum.of(n, 1, samples);
            check(n, 1, samples, exact, false, violations);
            check(1, n, samples, exact, true, violations);
        }
        violations.assertNone(kernel().name() + ", 2^20");
    }

    private void check(
            int nx, int ny, double[] samples, ExactSpectrum exact, boolean transposed, Violations violations) {
        if (!claims(nx, ny)) {
            return;
        }
        CarefulPlan careful = new CarefulPlan(plan(KernelContract.grid(nx, ny)));
        double[] half = careful.forward(samples);
        Spectrum2D got = careful.plan().spectrum(half);
        double error = transposed ? exact.relativeErrorTransposed(got) : exact.relativeError(got);
        violations.atMost(accuracy(nx, ny), error, "error", nx + "x" + ny);
        checkEnergyAndRoundTrip(careful, samples, half, got, violations);
    }

    private void checkBins(int nx, int ny, double[] samples, SomeBins exact, Violations violations) {
        if (!claims(nx, ny)) {
            return;
        }
        CarefulPlan careful = new CarefulPlan(plan(KernelContract.grid(nx, ny)));
        double[] half = careful.forward(samples);
        Spectrum2D got = careful.plan().spectrum(half);
        violations.atMost(accuracy(nx, ny), exact.relativeError(got), "error", nx + "x" + ny);
        checkEnergyAndRoundTrip(careful, samples, half, got, violations);
    }

    private void checkEnergyAndRoundTrip(
            CarefulPlan careful, double[] samples, double[] half, Spectrum2D got, Violations violations) {
        String shape = got.grid().nx() + "x" + got.grid().ny();
        violations.atMost(1e-14, got.parsevalError(Field2D.of(got.grid(), samples)), "Parseval", shape);
        double back = Samples.relativeDistance(careful.inverse(half), samples);
        violations.atMost(2e-15, back, "round trip", shape);
    }

    /** A few hundred coefficients of a line, where all would take too long. */
    record SomeBins(int[] modes, Complexes[] exact) {
        static SomeBins of(double[] samples, int count) {
            int n = samples.length;
            Dft dft = new Dft(n);
            SplittableRandom random = new SplittableRandom(n);
            int[] modes = new int[count];
            Complexes[] exact = new Complexes[count];
            for (int b = 0; b < count; b++) {
                modes[b] = random.nextInt(1, n / 2 + 1);
                exact[b] = dft.bin(samples, modes[b]);
            }
            return new SomeBins(modes, exact);
        }

        double relativeError(Spectrum2D got) {
            boolean alongX = got.grid().ny() == 1;
            double error = 0;
            double norm = 0;
            for (int b = 0; b < modes.length; b++) {
                int mx = alongX ? modes[b] : 0;
                int my = alongX ? 0 : modes[b];
                DoubleDouble re = exact[b].re(0);
                DoubleDouble im = exact[b].im(0);
                error += Math.pow((got.re(mx, my) - re.hi()) - re.lo(), 2);
                error += Math.pow((got.im(mx, my) - im.hi()) - im.lo(), 2);
                norm += re.hi() * re.hi() + im.hi() * im.hi();
            }
            return Math.sqrt(error / norm);
        }
    }
}
