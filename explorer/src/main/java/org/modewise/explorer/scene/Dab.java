package org.modewise.explorer.scene;

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

    /** The largest radius: images two periods away are faint to rounding. */
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
     * Paints into samples of the unit torus.
     *
     * @param n samples along each axis
     * @param values n² samples, altered in place
     */
    public void paint(int n, double[] values) {
        double[] alongX = profile(n, x);
        double[] alongY = profile(n, y);
        for (int j = 0; j < n; j++) {
            double strength = amount * alongY[j];
            for (int i = 0; i < n; i++) {
                int k = j * n + i;
                double dab = strength * alongX[i];
                values[k] = amount > 0 ? values[k] + dab : values[k] * Math.max(0, 1 + dab);
            }
        }
    }

    /** Nearest image and its neighbours: the next ones are below e^{-18}·e^{-8}. */
    private double[] profile(int n, double centre) {
        double[] profile = new double[n];
        for (int i = 0; i < n; i++) {
            double distance = Math.IEEEremainder((double) i / n - centre, 1);
            profile[i] = gauss(distance) + gauss(distance - 1) + gauss(distance + 1);
        }
        return profile;
    }

    private double gauss(double distance) {
        double scaled = distance / radius;
        return Math.exp(-scaled * scaled / 2);
    }
}
