package org.modewise.pde;

/**
 * (â,b̂) ↦ (aa·â + ab·b̂, ba·â + bb·b̂): what a time does to the spectra of two real fields, by real functions that are even in
 * each wavenumber. Immutable, safe to share between threads.
 */
interface PairPropagator {
    /** The four functions on a {@link Quadrant}, at one time, and scratch as long as they and as both axes together. */
    record Factors(double[] aa, double[] ab, double[] ba, double[] bb, double[] scratch, double[] moreScratch) {
        static Factors on(Quadrant quadrant) {
            int size = quadrant.size();
            int most = Math.max(size, quadrant.inner().half() + quadrant.outer().half());
            return new Factors(
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[size],
                    new double[most],
                    new double[most]);
        }
    }

    /**
     * A number that no factor exceeds.
     *
     * @throws IllegalArgumentException if the time is not finite, or the factors would not be
     */
    double bound(double t);

    /** Sets the factors at a time that {@link #bound} has passed. */
    void propagate(double t, Factors factors);
}
