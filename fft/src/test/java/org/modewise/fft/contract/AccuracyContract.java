package org.modewise.fft.contract;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * Every size is as accurate as a good FFT is, against the double-double DFT; energy is kept, and the inverse inverts.
 *
 * <p>The error of a Cooley-Tukey transform grows as √log N on average (W. Gentleman, G. Sande, Fast Fourier transforms,
 * AFIPS 29, 1966); a recurrence for twiddles or a wrong one in a thousand is far outside the bounds here.
 */
public interface AccuracyContract extends KernelContract {
    /** Every n along either axis, as a line and as the narrowest plane that the kernel takes, from three lines on. */
    @Test
    default void everySizeUpTo1024() {
        Violations violations = new Violations();
        for (int n = 1; n <= 1024; n++) {
            checkLineAndPlane(ProductSpectrum.of(Samples.random(n, n)), violations);
        }
        violations.assertNone(kernel().name() + ", every size up to 1024");
    }

    @Test
    default void planesOfEveryKind() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            double[] samples = Samples.random(grid.size(), grid.nx() + 10_000L * grid.ny());
            ExactSpectrum exact = ExactSpectrum.of(grid.nx(), grid.ny(), samples);
            check(grid.nx(), grid.ny(), samples, exact::relativeError, violations);
        }
        violations.assertNone(kernel().name() + ", planes");
    }

    /** 46341 is the first n whose square overflows an int; 2053, 4099, 46349, 51187 and 65537 are prime. */
    @Test
    default void largeSizes() {
        Violations violations = new Violations();
        for (int n : new int[] {2053, 4099, 46341, 46349, 51187, 65536, 65537}) {
            checkLineAndPlane(someModes(n), violations);
        }
        violations.assertNone(kernel().name() + ", large sizes");
    }

    private static ProductSpectrum someModes(int n) {
        return ProductSpectrum.ofSomeModes(Samples.random(n, n), 200);
    }

    /** Scratch as wide as for a square would take many times the memory of such a plane. */
    @Test
    default void longNarrowPlanesOfAMillionRows() {
        Violations violations = new Violations();
        int n = 1 << 20;
        ProductSpectrum plane =
                ProductSpectrum.ofSomeModes(Samples.random(n, n), 20).times(Samples.signedPowers(16, n));
        for (boolean alongY : new boolean[] {false, true}) {
            int nx = alongY ? 16 : n;
            int ny = alongY ? n : 16;
            double[] samples = alongY ? Samples.transposed(plane.samples(), n, 16) : plane.samples();
            RealFft2D plan = plan(KernelContract.grid(nx, ny));
            double[] half = new double[plan.spectrumLength()];
            plan.forward(samples, half);
            double error = plane.relativeError(plan.spectrum(half), alongY);
            violations.atMost(accuracy(nx, ny), error, "error", nx + "x" + ny);
            plan.inverse(half, half);
            violations.atMost(2e-15, Samples.relativeDistance(half, samples), "round trip", nx + "x" + ny);
        }
        violations.assertNone(kernel().name() + ", 2^20x16");
    }

    @Test
    default void aMillionPoints() {
        Violations violations = new Violations();
        int n = 1 << 20;
        checkLine(ProductSpectrum.of(Samples.random(n, n)), violations);
        check(ProductSpectrum.of(Samples.random(1024, 1)).times(Samples.signedPowers(1024, 2)), false, violations);
        violations.assertNone(kernel().name() + ", 2^20");
    }

    private void checkLineAndPlane(ProductSpectrum line, Violations violations) {
        int n = line.nx();
        checkLine(line, violations);
        for (boolean alongY : new boolean[] {false, true}) {
            IntStream.rangeClosed(3, 16)
                    .filter(width -> alongY ? claims(width, n) : claims(n, width))
                    .limit(1)
                    .forEach(width -> check(line.times(Samples.signedPowers(width, n)), alongY, violations));
        }
    }

    private void checkLine(ProductSpectrum line, Violations violations) {
        check(line, false, violations);
        check(line, true, violations);
    }

    private void check(ProductSpectrum exact, boolean transposed, Violations violations) {
        int nx = transposed ? exact.ny() : exact.nx();
        int ny = transposed ? exact.nx() : exact.ny();
        if (claims(nx, ny)) {
            double[] samples = exact.samples();
            double[] placed = transposed ? Samples.transposed(samples, ny, nx) : samples;
            check(nx, ny, placed, got -> exact.relativeError(got, transposed), violations);
        }
    }

    private void check(
            int nx, int ny, double[] samples, ToDoubleFunction<Spectrum2D> relativeError, Violations violations) {
        String shape = nx + "x" + ny;
        CarefulPlan careful = new CarefulPlan(plan(KernelContract.grid(nx, ny)));
        double[] half = careful.forward(samples);
        Spectrum2D got = careful.plan().spectrum(half);
        violations.atMost(accuracy(nx, ny), relativeError.applyAsDouble(got), "error", shape);
        violations.atMost(1e-14, got.parsevalError(Field2D.of(got.grid(), samples)), "Parseval", shape);
        double back = Samples.relativeDistance(careful.inverse(half), samples);
        violations.atMost(2e-15, back, "round trip", shape);
    }
}
