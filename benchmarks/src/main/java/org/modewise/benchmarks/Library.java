package org.modewise.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** What is compared: Modewise's kernels, then its peers. */
enum Library {
    /** Modewise on vector instructions. */
    SIMD("simd", List.of("--add-modules", "jdk.incubator.vector")),
    /** Modewise in plain Java. */
    SCALAR("scalar", List.of()),
    /** Modewise on the one-dimensional plans of JTransforms. */
    JTRANSFORMS("jtransforms", List.of()),
    /** FFTW in its own memory. */
    FFTW("fftw", n -> FftwPlan.isAvailable(), FftwTransform::new),
    /** FFTW for data in Java's arrays. */
    FFTW_COPIED("fftwCopied", n -> FftwPlan.isAvailable(), FftwCopiedTransform::new),
    /** JTransforms' own 2-D plan. */
    JTRANSFORMS_2D("jtransforms2d", Library::isPowerOfTwo, JTransformsTransform::new),
    /** Commons Math, rows and columns. */
    COMMONS_MATH("commonsMath", Library::isPowerOfTwo, CommonsMathTransform::new);

    /** Plans for n×n samples. */
    private interface Planner {
        RealTransform plan(int n, double[] samples);
    }

    private final String label;
    private final List<String> jvmArguments;
    private final IntPredicate sizes;
    private final Planner planner;

    /** A kernel of Modewise. */
    Library(String kernel, List<String> jvmArguments) {
        this(
                kernel,
                jvmArguments,
                n -> hasKernel(kernel, n),
                (n, samples) -> new ModewiseTransform(kernel, n, samples));
    }

    Library(String label, IntPredicate sizes, Planner planner) {
        this(label, List.of(), sizes, planner);
    }

    Library(String label, List<String> jvmArguments, IntPredicate sizes, Planner planner) {
        this.label = label;
        this.jvmArguments = jvmArguments;
        this.sizes = sizes;
        this.planner = planner;
    }

    private static boolean isPowerOfTwo(int n) {
        return Integer.bitCount(n) == 1;
    }

    private static boolean hasKernel(String kernel, int n) {
        if (!RealFft2D.kernels().contains(kernel)) {
            return false;
        }
        try {
            RealFft2D.of(Grid2D.unit(n), kernel);
            return true;
        } catch (IllegalArgumentException unsupported) {
            return false;
        }
    }

    static Library named(String label) {
        return Arrays.stream(values())
                .filter(library -> library.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "library must be one of " + Arrays.toString(values()) + ", got " + label));
    }

    /** What the VM must be started with. */
    List<String> jvmArguments() {
        return jvmArguments;
    }

    boolean isOurs() {
        return this == SIMD || this == SCALAR || this == JTRANSFORMS;
    }

    /** Whether it is there on this VM and takes n×n samples. */
    boolean takes(int n) {
        return sizes.test(n);
    }

    RealTransform plan(int n, double[] samples) {
        return planner.plan(n, samples);
    }

    /** The name on the command line, in tables and charts. */
    @Override
    public String toString() {
        return label;
    }
}
