package org.modewise.core;

import java.util.Objects;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/**
 * u ↦ u + a·Σ exp(−|r|²/2ρ²), summed over the periodic images: paints on a field with a soft round tip. An immutable
 * value, safe to share between threads.
 *
 * @param radius the standard deviation ρ of the tip in the units of the grid, positive
 * @param amplitude the height a of the middle of a stroke; a negative one takes away
 */
public record Brush(double radius, double amplitude) {
    /**
     * Makes a brush.
     *
     * @param radius the standard deviation of the tip, positive
     * @param amplitude the height of a stroke, finite
     * @throws IllegalArgumentException if {@code radius} is not positive and finite, or {@code amplitude} not finite
     */
    public Brush {
        Arguments.positive(radius, "radius");
        Arguments.finite(amplitude, "amplitude");
    }

    /**
     * Touches a field once. On a line (ny = 1) the tip falls off along x alone.
     *
     * @param u the field, which stays as it is
     * @param x where, in the units of the grid; any finite number, taken modulo the period
     * @param y where, likewise
     * @return the painted field
     * @throws IllegalArgumentException if {@code x} or {@code y} is not finite, or the sum over the images overflows
     */
    public Field2D stroke(Field2D u, double x, double y) {
        Objects.requireNonNull(u, "u");
        Arguments.finite(x, "x");
        Arguments.finite(y, "y");
        double[] painted = u.toArray();
        PeriodicGaussian.add(painted, u.grid(), x, y, radius, amplitude);
        return FieldAccess.wrap(u.grid(), painted);
    }
}
