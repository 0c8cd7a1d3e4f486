package org.modewise.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;

/**
 * Refuses to measure wrong answers: every operation against the definition at some modes, those at the edge of the
 * half-spectrum among them, and forward and back at every sample. Errors are relative to the root mean square.
 */
final class Verification {
    private static final double TOLERANCE = 1e-12;
    private static final double TIME = 1e-3;

    private final RealTransform transform;
    private final double[] samples;
    private final int n;
    private final DirectDft dft;
    private final double scale;

    private Verification(RealTransform transform, int n, double[] samples) {
        this.transform = transform;
        this.samples = samples;
        this.n = n;
        this.dft = new DirectDft(n);
        double sum = 0;
        for (double u : samples) {
            sum += u * u;
        }
        // The root mean square of the samples' spectrum, by Parseval.
        this.scale = n * Math.sqrt(sum / samples.length);
    }

    static void verify(RealTransform transform, int n, double[] samples) {
        new Verification(transform, n, samples).verify();
    }

    private record Mode(int mx, int my) {}

    private void verify() {
        Random random = new Random(n);
        List<Mode> inner = IntStream.range(0, 6)
                .mapToObj(k -> new Mode(1 + random.nextInt((n - 1) / 2), random.nextInt(n)))
                .toList();
        List<Mode> edge = List.of(
                new Mode(0, 0),
                new Mode(0, 1),
                new Mode(0, n - 1),
                new Mode(n / 2, 0),
                new Mode(n / 2, 1),
                new Mode(n / 2, n / 2));
        transform.forward();
        for (Mode mode : inner) {
            check("forward", mode, transform.coefficient(mode.mx, mode.my), direct(samples, mode));
        }
        transform.inverse();
        checkResult("inverse");
        transform.roundTrip();
        checkResult("roundTrip");
        transform.frame(TIME);
        double[] frame = transform.result();
        HeatDecay decay = new HeatDecay(n);
        decay.time(TIME);
        Stream.concat(inner.stream(), edge.stream()).forEach(mode -> {
            double kept = decay.of(mode.mx) * decay.of(Math.min(mode.my, n - mode.my));
            check("frame", mode, direct(frame, mode), direct(samples, mode).multiply(kept));
        });
    }

    private Complex direct(double[] values, Mode mode) {
        return dft.coefficient(values, mode.mx, mode.my);
    }

    private void check(String operation, Mode mode, Complex actual, Complex expected) {
        check(operation + " at " + mode, actual.subtract(expected).abs() / scale);
    }

    private void checkResult(String operation) {
        double[] result = transform.result();
        double worst = 0;
        for (int k = 0; k < samples.length; k++) {
            // Keeps a NaN.
            worst = Math.max(worst, Math.abs(result[k] - samples[k]));
        }
        check(operation, worst * n / scale);
    }

    private static void check(String what, double error) {
        // So put, NaN fails.
        if (!(error <= TOLERANCE)) {
            throw new IllegalStateException(what + " is wrong by " + error);
        }
    }
}
