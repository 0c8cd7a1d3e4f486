package org.modewise.benchmarks;

import org.apache.commons.math3.complex.Complex;

/**
 * One library's transform of real n×n samples, planned, with arrays of its own and on one thread. The samples stay as they
 * are, whatever is called.
 */
interface RealTransform extends AutoCloseable {
    /** Samples to spectrum. */
    void forward();

    /** The samples' spectrum to the result. */
    void inverse();

    /** Samples to spectrum to result. */
    default void roundTrip() {
        forward();
        inverse();
    }

    /**
     * The result of {@link HeatDecay}'s equation, from the samples' spectrum.
     *
     * @param t time
     */
    void frame(double t);

    /**
     * A coefficient of the spectrum that {@link #forward()} left.
     *
     * @param mx 0 &lt; mx &lt; n/2, which every library keeps in its place
     * @param my 0 ≤ my &lt; n
     * @return the coefficient, unscaled
     */
    Complex coefficient(int mx, int my);

    /**
     * A copy of the result, scaled as it should be, even by a library that leaves that to its caller.
     *
     * @return n·n samples, row by row
     */
    double[] result();

    /** Frees what is not on the heap. */
    @Override
    default void close() {}
}
