package org.modewise.pde;

/**
 * The exact solution of an {@link Equation} for given initial data, at any time and in any order of times. Immutable,
 * safe to share between threads.
 *
 * @param <F> what evolves
 */
public interface Solution<F> {
    /**
     * The solution at a time. No time step leads there: every t costs the same.
     *
     * @param t time since the initial data
     * @return the solution on the grid of the initial data
     * @throws IllegalArgumentException if {@code t} is not finite, or negative where the equation has no backward
     *     solution
     */
    F at(double t);

    /**
     * How far {@link #at} can be trusted at a time: whether the grid resolves the initial data and the solution, what
     * becomes of their errors, and whether the equation's laws hold. It costs as much as some dozen
     * calls of {@link #at}, and those who do not ask nothing.
     *
     * @param t time since the initial data
     * @return the figures
     * @throws IllegalArgumentException as {@link #at}
     * @throws UnsupportedOperationException if this solution gives no certificates: those through the logarithm and those
     *     of stochastic equations say their errors in their own ways
     */
    default Certificate certificate(double t) {
        throw new UnsupportedOperationException(this + " gives no certificates, so it has no strict view");
    }

    /**
     * The same solution, which returns only what it trusts, by {@link Tolerances#standard()}.
     *
     * @return a solution whose {@link #at} throws {@link UntrustedSolutionException} rather than return anything else
     * @throws UnsupportedOperationException if this solution gives no certificates
     */
    default Solution<F> strict() {
        return strict(Tolerances.standard());
    }

    /**
     * The same solution, which returns only what its {@link #certificate} lets it trust.
     *
     * @param tolerances what it accepts
     * @return a solution whose {@link #at} throws {@link UntrustedSolutionException} rather than return anything else; each
     *     call also costs a certificate
     * @throws UnsupportedOperationException if this solution gives no certificates
     */
    default Solution<F> strict(Tolerances tolerances) {
        return new StrictSolution<>(this, tolerances);
    }
}
