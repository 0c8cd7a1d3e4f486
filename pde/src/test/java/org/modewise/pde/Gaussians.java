package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Gaussians wrapped around the torus image by image: what diffusion makes of points, with no FFT in it. */
final class Gaussians {
    private static final int IMAGES = 6;

    private Gaussians() {}

    /** The density of the normal law with a mean and the covariance (xx, xy; xy, yy). */
    static Field2D density(Grid2D grid, double x, double y, double xx, double xy, double yy) {
        double determinant = xx * yy - xy * xy;
        return Field2D.of(grid, (a, b) -> {
            double sum = 0;
            for (int j = -IMAGES; j <= IMAGES; j++) {
                for (int i = -IMAGES; i <= IMAGES; i++) {
                    double u = Math.IEEEremainder(a - x, grid.lx()) + i * grid.lx();
                    double v = Math.IEEEremainder(b - y, grid.ly()) + j * grid.ly();
                    sum += Math.exp(-0.5 * (yy * u * u - 2 * xy * u * v + xx * v * v) / determinant);
                }
            }
            return sum / (2 * Math.PI * Math.sqrt(determinant));
        });
    }

    /** Σ e^{-(x-n·period)²/2σ²} over images n. */
    static double bump(double x, double period, double sigma) {
        double sum = 0;
        for (int image = -IMAGES; image <= IMAGES; image++) {
            sum += Math.exp(-0.5 * Waves.sq((Math.IEEEremainder(x, period) + image * period) / sigma));
        }
        return sum;
    }
}
