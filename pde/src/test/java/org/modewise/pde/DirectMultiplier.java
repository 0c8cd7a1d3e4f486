package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * What a multiplier does to a field, from the definitions: every sum of the transforms written out, every mode of the
 * whole spectrum, the mean over ±k_N where the grid cannot tell the signs apart.
 */
final class DirectMultiplier {
    private DirectMultiplier() {}

    static Field2D apply(Field2D u, DoubleBinaryOperator re, DoubleBinaryOperator im) {
        Grid2D grid = u.grid();
        int nx = grid.nx();
        int ny = grid.ny();
        double[] result = new double[grid.size()];
        double[] imaginary = new double[grid.size()];
        for (int my = -(ny - 1) / 2; my <= ny / 2; my++) {
            for (int mx = -(nx - 1) / 2; mx <= nx / 2; mx++) {
                double a = 0;
                double b = 0;
                for (int j = 0; j < ny; j++) {
                    for (int i = 0; i < nx; i++) {
                        double angle = angle(grid, mx, my, i, j);
                        a += u.get(i, j) * Math.cos(angle);
                        b -= u.get(i, j) * Math.sin(angle);
                    }
                }
                double p = mean(grid, mx, my, re);
                double q = mean(grid, mx, my, im);
                double c = (p * a - q * b) / grid.size();
                double d = (p * b + q * a) / grid.size();
                for (int j = 0; j < ny; j++) {
                    for (int i = 0; i < nx; i++) {
                        double angle = angle(grid, mx, my, i, j);
                        result[j * nx + i] += c * Math.cos(angle) - d * Math.sin(angle);
                        imaginary[j * nx + i] += c * Math.sin(angle) + d * Math.cos(angle);
                    }
                }
            }
        }
        double largest = Field2D.of(grid, imaginary).maxNorm();
        if (!(largest <= 1e-12 * (1 + Field2D.of(grid, result).maxNorm()))) {
            throw new AssertionError("the result is not real: " + largest);
        }
        return Field2D.of(grid, result);
    }

    private static double angle(Grid2D grid, int mx, int my, int i, int j) {
        return 2 * Math.PI * Math.floorMod(mx * i, grid.nx()) / grid.nx()
                + 2 * Math.PI * Math.floorMod(my * j, grid.ny()) / grid.ny();
    }

    private static double mean(Grid2D grid, int mx, int my, DoubleBinaryOperator f) {
        int otherX = 2 * mx == grid.nx() ? -mx : mx;
        int otherY = 2 * my == grid.ny() ? -my : my;
        return (f.applyAsDouble(grid.kx(mx), grid.ky(my))
                        + f.applyAsDouble(grid.kx(otherX), grid.ky(my))
                        + f.applyAsDouble(grid.kx(mx), grid.ky(otherY))
                        + f.applyAsDouble(grid.kx(otherX), grid.ky(otherY)))
                / 4;
    }
}
