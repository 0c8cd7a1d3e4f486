package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/**
 * p(·,t) of a stochastic process, with what diffusion models ask of it: ln p, the score ∇ln p, and the velocity that
 * carries the density along without noise. At any time and in any order of times. Immutable, safe to share between threads.
 */
public interface DensitySolution extends Solution<Field2D> {
    /**
     * The grid of the solution.
     *
     * @return the nodes of the density
     */
    Grid2D grid();

    /**
     * The density at a time.
     *
     * @param t time since the initial density, at least 0
     * @return p(·,t); nothing is clipped or normalised
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, or samples have become a density that hardly
     *     any node shows: one of more than 8 waves a node, for a normal law a deviation of a fifth of their distance
     */
    @Override
    Field2D at(double t);

    /**
     * The density at a time, into the caller's array. Once a call has been made, none allocates more than a few numbers.
     *
     * @param t time since the initial density, at least 0
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    void at(double t, double[] values);

    /**
     * The logarithm of the density at a time, with all its digits where the density itself is far below rounding.
     *
     * @param t time since the initial density, at least 0
     * @return ln p(·,t); -∞ where p is 0
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite, or the initial density negative at a node,
     *     or if samples do not tell it: because of tails beyond their grid, or of noise that does not reach from node to
     *     node where axes are coupled
     */
    Field2D logAt(double t);

    /**
     * The score at a time.
     *
     * @param t time since the initial density, at least 0
     * @return ∇ln p(·,t), NaN where ln p is -∞; on a line, 0 across it
     * @throws IllegalArgumentException as {@link #logAt}
     */
    VectorField2D scoreAt(double t);

    /**
     * The velocity of the probability flow at a time: v = f - D∇ln p, with p_t = -∇·(vp), so that points that move with
     * dx/dt = v have the density of the process without its noise.
     *
     * @param t time since the initial density, at least 0
     * @return v(·,t); on a line, 0 across it
     * @throws IllegalArgumentException as {@link #logAt}
     */
    VectorField2D velocityAt(double t);

    /**
     * Mass, mean and covariance at a time, by their own laws: exactly those of the initial density carried along, not
     * sums over the grid at t.
     *
     * @param t time since the initial density, at least 0
     * @return the moments
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    Moments moments(double t);

    /**
     * How far what {@link #at} returns is from a probability density: ∫p(·,t) - 1 over the grid, summed with compensation. Where
     * p is narrow beside the distance of nodes, as a normal law below 1.3 of it is, their sum is no longer its integral.
     *
     * @param t time since the initial density, at least 0
     * @return the error of the mass, of either sign
     * @throws IllegalArgumentException as {@link #at}
     */
    double massError(double t);

    /**
     * How much mass has left the grid's rectangle by a time, along x and along y together; the corners outside count
     * twice.
     *
     * @param t time since the initial density, at least 0
     * @return the mass that the rectangle no longer holds, or a little more
     * @throws IllegalArgumentException if {@code t} is negative, NaN or infinite
     */
    double leakedMass(double t);
}
