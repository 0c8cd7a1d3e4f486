package org.modewise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryTest {
    private static final int[] SIZES = {16, 15, 12, 7};

    private static double[] samples(int n) {
        return new Random(n).doubles((long) n * n, -1, 1).toArray();
    }

    @AfterEach
    void forgetKernel() {
        System.clearProperty("modewise.kernel");
    }

    @ParameterizedTest
    @EnumSource
    void everyLibraryComputesTheSame(Library library) {
        assumeTrue(library.takes(SIZES[0]), "not here");
        for (int n : SIZES) {
            if (library.takes(n)) {
                double[] samples = samples(n);
                try (RealTransform transform = library.plan(n, samples)) {
                    Verification.verify(transform, n, samples);
                }
            }
        }
    }

    /** As often as a benchmark would call it, what FFTW's inverse leaves of its input must not grow to infinity. */
    @Test
    void fftwInverseStaysFinite() {
        assumeTrue(Library.FFTW.takes(16), "no FFTW for this platform");
        try (RealTransform transform = Library.FFTW.plan(16, samples(16))) {
            for (int call = 0; call < 1000; call++) {
                transform.inverse();
            }
            assertThat(Arrays.stream(transform.result())).allMatch(Double::isFinite);
        }
    }

    @Test
    void wrongAnswersAreRefused() {
        double[] samples = samples(8);
        RealTransform conjugate = new ConjugateTransform(Library.COMMONS_MATH.plan(8, samples));
        assertThatThrownBy(() -> Verification.verify(conjugate, 8, samples))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("forward at ");
    }

    /** Right but for the sign of the imaginary part. */
    private record ConjugateTransform(RealTransform right) implements RealTransform {
        @Override
        public void forward() {
            right.forward();
        }

        @Override
        public void inverse() {
            right.inverse();
        }

        @Override
        public void frame(double t) {
            right.frame(t);
        }

        @Override
        public Complex coefficient(int mx, int my) {
            return right.coefficient(mx, my).conjugate();
        }

        @Override
        public double[] result() {
            return right.result();
        }
    }
}
