package org.modewise.pde;

/**
 * An evolution equation as an immutable value.
 *
 * @param <F> what evolves: a {@link org.modewise.core.Field2D}, a {@link org.modewise.core.ComplexField2D}, a
 *     {@link org.modewise.core.VectorField2D} or a {@link WaveState}
 */
public interface Equation<F> {
    /**
     * Prepares the exact solution from initial data.
     *
     * @param initial the data at t = 0, on the grid that the solution is then given on
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first
     */
    Solution<F> solve(F initial);
}
