package org.modewise.explorer.scene;

import org.modewise.core.Brush;
import org.modewise.core.Field2D;

/**
 * One touch of the brush, g = e^{-|x-x₀|²/2r²} on the torus: paint adds a·g, an eraser multiplies by 1 + a·g.
 *
 * @param x x₀, in [0, 1)
 * @param y y₀, in [0, 1)
 * @param radius r, 0.0024 to 0.25
 * @param amount a, in [-1, 1]; negative erases
 */
public record Dab(double x, double y, double radius, double amount) {
    /** The least radius, what the finest grid resolves: 1.25 cells keep the mass to 1e-13. */
    public static final double LEAST_RADIUS = 0.0024;

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
     * @return lines that alter {@code u} by each {@code x y radius amount;} in the texts {@code dabs}
     */
    static String code() {
        return """
                Field2D one = Field2D.of(grid, (x, y) -> 1);
                for (String dab : String.join("", dabs).split(";")) {
                    double[] d = java.util.Arrays.stream(dab.split(" ")).mapToDouble(Double::parseDouble).toArray();
                    Brush brush = new Brush(d[2], d[3]);
                    u = d[3] > 0
                        ? brush.stroke(u, d[0], d[1])
                        : u.times(brush.stroke(one, d[0], d[1]).map(v -> Math.max(0, v)));
                }
                """;
    }
}
