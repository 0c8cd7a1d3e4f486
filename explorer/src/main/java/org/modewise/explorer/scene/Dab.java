package org.modewise.explorer.scene;

import org.modewise.core.Brush;
import org.modewise.core.Field2D;

/**
 * One touch of the brush, g = e^{-|x-x₀|²/2r²} on the torus: paint adds a·g, an eraser multiplies by 1 + a·g.
 *
 * @param x x₀, in [0, 1)
 * @param y y₀, in [0, 1)
 * @param radius r, 0.004 to 0.25
 * @param amount a, in [-1, 1]; negative erases
 */
public record Dab(double x, double y, double radius, double amount) {
    /** The least radius, about a cell of the coarsest grid in four. */
    public static final double LEAST_RADIUS = 0.004;

    /** The largest radius: a quarter of the torus. */
    public static final double LARGEST_RADIUS = 0.25;

    /**
     * Makes a dab.
     *
     * @throws IllegalArgumentException if a number is out of its range or NaN
     */
    public Dab {
        Ranges.within(x, 0, 1, "dab's x");
        Ranges.within(y, 0, 1, "dab's y");
        Ranges.within(radius, LEAST_RADIUS, LARGEST_RADIUS, "dab's radius");
        Ranges.within(amount, -1, 1, "dab's amount");
    }

    /**
     * Touches a field.
     *
     * @param u the field, on the unit torus
     * @return the painted field
     */
    public Field2D on(Field2D u) {
        Brush brush = new Brush(radius, amount);
        return amount > 0
                ? brush.stroke(u, x, y)
                // Where images overlap the brush is higher than 1: what is erased stays of its sign all the same.
                : u.times(brush.stroke(Field2D.of(u.grid(), (i, j) -> 1), x, y).map(v -> Math.max(0, v)));
    }

    /**
     * What {@link #on} does, as code for JShell.
     *
     * @return lines that alter {@code u} by each {@code double[4]} of {@code dabs}
     */
    static String code() {
        return """
                Field2D one = Field2D.of(grid, (x, y) -> 1);
                for (double[] dab : dabs) {
                    Brush brush = new Brush(dab[2], dab[3]);
                    u = dab[3] > 0
                        ? brush.stroke(u, dab[0], dab[1])
                        : u.times(brush.stroke(one, dab[0], dab[1]).map(v -> Math.max(0, v)));
                }
                """;
    }
}
