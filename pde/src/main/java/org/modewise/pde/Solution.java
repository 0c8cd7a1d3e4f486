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
}
