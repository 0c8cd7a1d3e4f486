package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;

/**
 * u_t + v(x,y,t)·∇u = 0, by characteristics: a value stays with the particle that carries it.
 *
 * <p>u(x,t) = u₀(X), X where the particle at x was at t = 0. Its path is followed back all the way, for any t, and the
 * trigonometric interpolant of u₀ is evaluated once, so that errors of interpolation do not add up: what is exact for
 * {@link Transport} is exact but for the paths here. Kept: the range of u₀, but for what its interpolant overshoots
 * between the nodes; the mean if ∇·v = 0 and the grid resolves u(·,t). Reversible: any t, negative too.
 *
 * <p>Each step along a path is accurate to the tolerance times the period, or the path's length if that is longer, in root
 * mean square over 64 neighbours, which step together: one among them may be off by eight times as much. Some
 * ten steps are off by ten times as much, and by what the velocity makes of errors on the way, e^{λt} where neighbours
 * part at the rate λ. A frame costs some hundred evaluations of v a node.
 *
 * <p>Filaments become thinner with time, and in the end finer than the grid: samples stay right where they are, but are
 * too few.
 *
 * <p>Source: A. Staniforth, J. Côté, Semi-Lagrangian integration schemes for atmospheric models, Mon. Weather Rev. 119,
 * 1991; here with one step.
 *
 * <p>Immutable, safe to share between threads if the functions of the velocity are.
 *
 * <p>Good values: {@code VariableTransport.of(Velocity.steady((x, y) -> Math.sin(2 * Math.PI * y), (x, y) -> 0))} on
 * the unit square, t from 0 to 2.
 *
 * @param velocity v
 * @param tolerance of a path, from 1e-14 to 1e-2 of the period
 */
public record VariableTransport(Velocity velocity, double tolerance) implements Equation<Field2D> {
    /**
     * Makes the equation.
     *
     * @param velocity v
     * @param tolerance of a path, from 1e-14 to 1e-2 of the period
     * @throws IllegalArgumentException if {@code tolerance} is out of range
     */
    public VariableTransport {
        Objects.requireNonNull(velocity, "velocity");
        Characteristics.checkedTolerance(tolerance);
    }

    /**
     * Makes the equation, with paths to 1e-13 of the period.
     *
     * @param velocity v
     * @return the equation
     */
    public static VariableTransport of(Velocity velocity) {
        return new VariableTransport(velocity, Characteristics.TOLERANCE);
    }

    /**
     * The same equation with other paths.
     *
     * @param tolerance of a path, from 1e-14 to 1e-2 of the period
     * @return the equation
     * @throws IllegalArgumentException if {@code tolerance} is out of range
     */
    public VariableTransport tolerance(double tolerance) {
        return new VariableTransport(velocity, tolerance);
    }

    /**
     * Prepares the solution.
     *
     * @param initial u₀; of a velocity on the plane, 0 outside its rectangle, and fallen to 1e-8 of its largest modulus
     *     on the outermost nodes
     * @return the solution at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the sums over the samples
     *     are; the velocity is not finite or not periodic at t = 0, or has not the divergence given, quoting it; the field
     *     does not fit onto the plane; or its grid is so far from the origin that doubles there are farther
     *     apart than 80 times the tolerance, which is what the worst path may be off by
     */
    @Override
    public VariableTransportSolution solve(Field2D initial) {
        return new VariableTransportSolution(new Characteristics(velocity, tolerance, false, initial));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the velocity and the tolerance
     */
    @Override
    public String toString() {
        return "VariableTransport[" + velocity + ", " + (float) tolerance + "]";
    }
}
