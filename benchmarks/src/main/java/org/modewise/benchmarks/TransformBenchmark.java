package org.modewise.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A real n×n transform in double precision on one thread: forward, inverse, both, and a frame of the heat equation, û(·,0)
 * → u(·,t). {@link Compare} runs it with forks of all libraries in turn.
 *
 * <p>Ours and Commons Math keep their input and scale the inverse. JTransforms works in place, so the copy that keeps its
 * input is counted. FFTW does not scale; {@code fftw} works in memory outside the heap, without any copy, as
 * {@link FftwTransform} tells, and {@code fftwCopied} copies from and to Java's arrays. All plans are made beforehand. The
 * peers' frames are written as fairly as we can: one table of decay factors for both axes, multiplied into the array that
 * the inverse reads.
 *
 * <p>Every fork first checks its library's answers, and at the end that they stayed finite. {@code simd} needs {@code
 * -jvmArgsAppend "--add-modules jdk.incubator.vector"}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class TransformBenchmark {
    /** Samples along each axis. */
    @Param({"64", "128", "256", "512", "1024", "2048"})
    public int n;

    /** Who transforms. */
    @Param({"scalar", "jtransforms", "fftw", "fftwCopied", "jtransforms2d", "commonsMath"})
    public String library;

    private RealTransform transform;
    private double t;

    /** Plans, and checks the answers. */
    @Setup
    public void plan() {
        double[] samples = new Random(1).doubles((long) n * n, -1, 1).toArray();
        transform = Library.named(library).plan(n, samples);
        Verification.verify(transform, n, samples);
    }

    /** Checks that no infinity or NaN, which take times of their own, has come up. */
    @TearDown
    public void close() {
        if (!Arrays.stream(transform.result()).allMatch(Double::isFinite)) {
            throw new IllegalStateException("the result must be finite");
        }
        transform.close();
    }

    /** Samples to spectrum. */
    @Benchmark
    public void forward() {
        transform.forward();
    }

    /** Spectrum to samples. */
    @Benchmark
    public void inverse() {
        transform.inverse();
    }

    /** Samples to spectrum to samples. */
    @Benchmark
    public void roundTrip() {
        transform.roundTrip();
    }

    /** Spectrum at 0 to samples at another time each call. */
    @Benchmark
    public void frame() {
        t = t < 0.1 ? t + 0.001 : 0.001;
        transform.frame(t);
    }
}
