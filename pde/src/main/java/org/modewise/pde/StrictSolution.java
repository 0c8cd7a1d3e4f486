package org.modewise.pde;

import java.util.Objects;

/**
 * A solution that throws rather than return what its certificate does not allow. A strict view of a strict one keeps both
 * their bounds.
 *
 * @param <F> what evolves
 */
record StrictSolution<F>(Solution<F> solution, Tolerances tolerances) implements Solution<F> {
    StrictSolution {
        Objects.requireNonNull(tolerances, "tolerances");
        checkGiven(solution);
    }

    /** Who gives no certificates says so at once; who does has none for a time that is no number, and refuses it unseen. */
    private static void checkGiven(Solution<?> solution) {
        try {
            solution.certificate(Double.NaN);
        } catch (IllegalArgumentException refused) {
            // There are certificates, of other times.
        }
    }

    @Override
    public F at(double t) {
        tolerances.check(certificate(t));
        return solution.at(t);
    }

    @Override
    public Certificate certificate(double t) {
        return solution.certificate(t);
    }

    @Override
    public String toString() {
        return OneLine.of("Strict " + solution, "Strict solution");
    }
}
