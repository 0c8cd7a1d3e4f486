package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/**
 * -Δu = f on the plane, by the kernel -ln(r)/2π cut off at r = L, the diameter of f's rectangle, whose transform is
 * (1 - J₀(L|κ|))/|κ|² - L·ln(L)·J₁(L|κ|)/|κ| (F. Vico, L. Greengard, M. Ferrando, J. Comput. Phys. 323, 2016). Periodic
 * images that are L and more from the rectangle are out of its reach.
 */
final class FreeSpace {
    /** Largest |f| on the outermost nodes beside max|f|. */
    private static final double EDGE = 1e-10;

    private static final String AXIS = "nodes along one axis";

    private final Grid2D grid;
    /** The longer side, the unit of length on the longer grid, so that no square leaves the doubles. */
    private final double unit;

    private final FourierMultiplier multiplier;
    /** f with zeros around it. */
    private final Field2D load;
    /** Its solution on the longer grid, right where f's rectangle is. */
    private final Field2D longer;

    FreeSpace(Field2D f) {
        Edges.check(f, "f", EDGE);
        this.grid = f.grid();
        this.unit = Math.max(grid.lx(), grid.ly());
        double lx = grid.lx() / unit;
        double ly = grid.ly() / unit;
        double reach = Math.hypot(lx, ly);
        int nx = size(grid.nx(), 1 + reach / lx);
        int ny = size(grid.ny(), 1 + reach / ly);
        Arguments.allocatable((long) nx * ny, nx + "x" + ny + " samples");
        this.multiplier = FourierMultiplier.of((kx, ky) -> kernel(reach, Math.hypot(kx, ky)));
        this.load = embedded(f, new Grid2D(nx, ny, 0, 0, lx * nx / grid.nx(), ly * ny / grid.ny()));
        this.longer = multiplier.apply(load);
    }

    Field2D solution() {
        // The unit of length moves the logarithm's zero: u falls by ∫f·ln(unit)/2π.
        double shift = Math.log(unit) / (2 * Math.PI) * load.integral();
        double[] values = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                values[j * grid.nx() + i] = (longer.get(i, j) - shift) * unit * unit;
            }
        }
        return Arguments.finite(FieldAccess.wrap(grid, values), "u");
    }

    Certificate certificate() {
        // In the unit of the longer grid.
        double norm = solution().norm() / unit / unit / unit;
        return TorusEvidence.ofSolving(load, longer, multiplier).beside(norm == 0 ? 0 : longer.norm() / norm);
    }

    /** The next number of nodes that is fast to transform: no prime factor above 7. */
    private static int size(int n, double factor) {
        long size = Arguments.arrayLength((long) Math.ceil(n * factor), AXIS);
        while (!isSmooth(size)) {
            size++;
        }
        return Arguments.arrayLength(size, AXIS);
    }

    private static boolean isSmooth(long n) {
        long rest = n;
        for (int p : new int[] {2, 3, 5, 7}) {
            while (rest % p == 0) {
                rest /= p;
            }
        }
        return rest == 1;
    }

    private static Field2D embedded(Field2D f, Grid2D longer) {
        double[] values = new double[longer.size()];
        for (int j = 0; j < f.grid().ny(); j++) {
            System.arraycopy(
                    FieldAccess.values(f),
                    j * f.grid().nx(),
                    values,
                    j * longer.nx(),
                    f.grid().nx());
        }
        return FieldAccess.wrap(longer, values);
    }

    private static double kernel(double reach, double k) {
        double z = reach * k;
        double log = Math.log(reach);
        return z == 0
                ? reach * reach * (0.25 - 0.5 * log)
                : reach * reach * ((1 - Bessel.j0(z)) / (z * z) - log * Bessel.j1(z) / z);
    }
}
