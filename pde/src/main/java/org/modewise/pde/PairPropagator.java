package org.modewise.pde;

/**
 * (â,b̂) ↦ (aa·â + ab·b̂, ba·â + bb·b̂): what a time does to the spectra of two real fields, by real functions that are even in
 * each wavenumber. Immutable, safe to share between threads.
 */
interface PairPropagator {
    /** The four functions on a {@link PairSpace}, at one time, and scratch as long as a propagator wants. */
    record Factors(double[] aa, double[] ab, double[] ba, double[] bb, double[] scratch, double[] moreScratch) {
        static Factors of(int size, int scratch) {
            return new Factors(
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[scratch],
                    new double[scratch]);
        }
    }

    /**
     * A number that no factor exceeds.
     *
     * @throws IllegalArgumentException if the time is not finite, or the factors would not be
     */
    double bound(double t);

    /** How long both pieces of scratch must be. */
    int scratch();

    /** Sets the factors at a time that {@link #bound} has passed. */
    void propagate(double t, Factors factors);
}
