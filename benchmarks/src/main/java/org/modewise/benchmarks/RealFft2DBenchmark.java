package org.modewise.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.jtransforms.fft.DoubleFFT_2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** One n×n real transform on one thread: ours and its peers in Java, forward and inverse, in one run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class RealFft2DBenchmark {
    private static double[] samples(int n) {
        return new Random(1).doubles((long) n * n, -1, 1).toArray();
    }

    /** A plan of ours and its arrays. */
    @State(Scope.Thread)
    public static class Ours {
        /** Samples along each axis. */
        @Param({"64", "128", "256", "512", "1024", "2048"})
        public int n;

        /** The kernel's name. */
        @Param({"scalar", "jtransforms"})
        public String kernel;

        private RealFft2D fft;
        private double[] values;
        private double[] spectrum;

        /** Plans. */
        @Setup
        public void plan() {
            fft = RealFft2D.of(Grid2D.unit(n), kernel);
            values = samples(n);
            spectrum = new double[fft.spectrumLength()];
            fft.forward(values, spectrum);
        }
    }

    /** JTransforms' own 2-D plan, one for the thread, which transforms in place and keeps a packed spectrum. */
    @State(Scope.Thread)
    public static class JTransforms {
        /** Samples along each axis. */
        @Param({"64", "128", "256", "512", "1024", "2048"})
        public int n;

        private DoubleFFT_2D fft;
        private double[] values;
        private double[] inPlace;

        /** Plans, for one thread. */
        @Setup
        public void plan() {
            ConcurrencyUtils.setNumberOfThreads(1);
            fft = new DoubleFFT_2D(n, n);
            values = samples(n);
            inPlace = values.clone();
        }
    }

    /** Commons Math has complex transforms of a line only: rows, then columns. */
    @State(Scope.Thread)
    public static class CommonsMath {
        /** Samples along each axis. */
        @Param({"64", "128", "256", "512", "1024", "2048"})
        public int n;

        private final FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
        private double[] values;

        /** Makes the samples. */
        @Setup
        public void plan() {
            values = samples(n);
        }
    }

    /** Our forward transform. */
    @Benchmark
    public double[] forward(Ours ours) {
        ours.fft.forward(ours.values, ours.spectrum);
        return ours.spectrum;
    }

    /** Our inverse transform. */
    @Benchmark
    public double[] inverse(Ours ours) {
        ours.fft.inverse(ours.spectrum, ours.values);
        return ours.values;
    }

    /** JTransforms forward, with the copy that keeps the input, as ours does. */
    @Benchmark
    public double[] jtransformsForward(JTransforms peer) {
        System.arraycopy(peer.values, 0, peer.inPlace, 0, peer.values.length);
        peer.fft.realForward(peer.inPlace);
        return peer.inPlace;
    }

    /** JTransforms inverse, with the copy that keeps the input, as ours does. */
    @Benchmark
    public double[] jtransformsInverse(JTransforms peer) {
        System.arraycopy(peer.values, 0, peer.inPlace, 0, peer.values.length);
        peer.fft.realInverse(peer.inPlace, true);
        return peer.inPlace;
    }

    /** Commons Math forward: n/2 + 1 of the columns suffice for real data. */
    @Benchmark
    public Complex[][] commonsMathForward(CommonsMath peer) {
        int n = peer.n;
        Complex[][] columns = new Complex[n / 2 + 1][n];
        double[] row = new double[n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(peer.values, j * n, row, 0, n);
            Complex[] transformed = peer.fft.transform(row, TransformType.FORWARD);
            for (int k = 0; k <= n / 2; k++) {
                columns[k][j] = transformed[k];
            }
        }
        for (int k = 0; k <= n / 2; k++) {
            columns[k] = peer.fft.transform(columns[k], TransformType.FORWARD);
        }
        return columns;
    }
}
