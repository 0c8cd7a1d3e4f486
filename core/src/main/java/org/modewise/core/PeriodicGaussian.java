package org.modewise.core;

/**
 * s(d) = Σₙ exp(−(d + nl)²/2σ²): a Gaussian on a circle of length l, as accurate for σ ≫ l as for σ ≪ l.
 *
 * <p>For wide Gaussians the sum over images converges slowly; by Poisson's summation formula it equals
 * (σ√2π/l)·Σₘ exp(−2π²m²σ²/l²)·cos(2πmd/l), which then converges at once. The two change places at σ = l/√2π, where
 * both need the fewest terms.
 */
record PeriodicGaussian(double sigma, double period) {
    /** exp(−39²/2) is below the smallest double. */
    private static final double REACH = 39;

    /** s at every node of an axis with its first node at {@code start}. */
    double[] sample(int n, double start, double centre) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = value(start + i * period / n - centre);
        }
        return values;
    }

    double value(double distance) {
        double d = Math.abs(Math.IEEEremainder(distance, period));
        return sigma * Math.sqrt(2 * Math.PI) < period ? imageSum(d) : modeSum(d);
    }

    private double imageSum(double d) {
        int images = (int) Math.ceil(REACH * sigma / period);
        double sum = 0;
        for (int n = images; n >= 1; n--) {
            sum += gaussian(d + n * period) + gaussian(d - n * period);
        }
        return sum + gaussian(d);
    }

    private double gaussian(double r) {
        double scaled = r / sigma;
        return Math.exp(-0.5 * scaled * scaled);
    }

    private double modeSum(double d) {
        double width = 2 * Math.PI * sigma / period;
        int modes = (int) Math.ceil(REACH / width);
        double sum = 0;
        for (int m = modes; m >= 1; m--) {
            sum += Math.exp(-0.5 * (m * width) * (m * width)) * Math.cos(2 * Math.PI * m * (d / period));
        }
        return sigma / period * Math.sqrt(2 * Math.PI) * (1 + 2 * sum);
    }

    /**
     * amplitude·s(x)·s(y) added to {@code values} at each node of a grid; a line of one row has no y to fall off along.
     *
     * @throws IllegalArgumentException if the sum over images overflows
     */
    static void add(double[] values, Grid2D grid, double x, double y, double sigma, double amplitude) {
        double[] alongX = new PeriodicGaussian(sigma, grid.lx()).sample(grid.nx(), grid.x0(), x);
        double[] alongY = grid.ny() == 1
                ? new double[] {1}
                : new PeriodicGaussian(sigma, grid.ly()).sample(grid.ny(), grid.y0(), y);
        double largest = max(alongX) * max(alongY);
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException(
                    "the sum over all images of a Gaussian of sigma " + sigma + " overflows on " + grid);
        }
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                values[j * grid.nx() + i] += amplitude * (alongX[i] * alongY[j]);
            }
        }
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
