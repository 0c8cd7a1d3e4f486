package org.modewise.pde;

import java.util.Set;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/**
 * u(Ax + b) by rows and then by columns (E. Catmull, A. Smith, SIGGRAPH 1980): w(x,Y) = u(X,Y) where Y = yx·x + yy·y, so
 * X = (det/yy)·x + (xy/yy)·Y, and then v(x,y) = w(x,Y). Rows first shears the spectrum by xy/yy; axes of u, of v, or of
 * both may be swapped before, and the order with the least shear is taken. Immutable.
 *
 * @param isSwapped whether the axes of the target have been
 */
record AffinePasses(AffineMap map, Field2D u, Grid2D target, boolean isSwapped) {
    /** Largest |u| on the outermost nodes beside max|u|. */
    private static final double EDGE = 1e-8;

    /** The passes in the order with the least shear. */
    static AffinePasses of(AffineMap map, Field2D u, Grid2D target) {
        Edges.check(u, "u", EDGE);
        double aspect = u.grid().dx() / u.grid().dy();
        // The shears between the passes, in cells a cell, of the four orders.
        double straight = Math.abs(map.xy() / map.yy()) / aspect;
        double targetSwapped = Math.abs(map.xx() / map.yx()) / aspect;
        double sourceSwapped = Math.abs(map.yy() / map.xy()) * aspect;
        double bothSwapped = Math.abs(map.yx() / map.xx()) * aspect;
        double least = least(straight, targetSwapped, sourceSwapped, bothSwapped);
        if (least == straight) {
            return new AffinePasses(map, u, target, false);
        }
        if (least == bothSwapped) {
            return new AffinePasses(swapX(swapY(map)), swapped(u), swapped(target), true);
        }
        return least == targetSwapped
                ? new AffinePasses(swapX(map), u, swapped(target), true)
                : new AffinePasses(swapY(map), swapped(u), target, false);
    }

    Field2D apply() {
        Field2D v = passes();
        return isSwapped ? swapped(v) : v;
    }

    Certificate certificate() {
        Field2D v = passes();
        WaveEnergies before = WaveEnergies.of(u);
        double tail = before.tail();
        CarriedError carried = new CarriedError(tail, WaveEnergies.of(v).tail(), error(before, v), 1, 1);
        Set<Law> laws = Set.of(Law.MAXIMUM_PRINCIPLE);
        ValueBounds range = ValueBounds.of(u, v, () -> InterpolantPeaks.bounds(u), tail);
        return Certificate.of(0, carried, 0, 0, Defects.of(laws, u, v, 1, range));
    }

    /** What is unknown of u, and what of it is cut off, on the plane, beside what is kept of it. */
    private double error(WaveEnergies before, Field2D v) {
        if (before.isZero()) {
            return 0;
        }
        double area = Math.sqrt(u.grid().lx()) * Math.sqrt(u.grid().ly());
        double cut = Math.hypot(sheared(), Edges.largest(u) / (u.norm() / area));
        double unknown = Math.hypot(before.unknown(), before.places(u.grid()));
        double kept = v.norm() * Math.sqrt(Math.abs(map.determinant()));
        return v.maxNorm() == 0 ? 1 : Math.hypot(unknown, cut) * (u.norm() / kept);
    }

    /** The least that is a number: 0/0 is no order at all. */
    private static double least(double... shears) {
        double least = Double.POSITIVE_INFINITY;
        for (double shear : shears) {
            least = shear < least ? shear : least;
        }
        return least;
    }

    /** The map from swapped places. */
    private static AffineMap swapX(AffineMap map) {
        return new AffineMap(map.xy(), map.xx(), map.yy(), map.yx(), map.x0(), map.y0());
    }

    /** The map to swapped places. */
    private static AffineMap swapY(AffineMap map) {
        return new AffineMap(map.yx(), map.yy(), map.xx(), map.xy(), map.y0(), map.x0());
    }

    private static Grid2D swapped(Grid2D grid) {
        return new Grid2D(grid.ny(), grid.nx(), grid.y0(), grid.x0(), grid.ly(), grid.lx());
    }

    private static Field2D swapped(Field2D u) {
        double[] values = new double[u.grid().size()];
        Transposition.transpose(FieldAccess.values(u), u.grid().nx(), values);
        return FieldAccess.wrap(swapped(u.grid()), values);
    }

    private Field2D passes() {
        Grid2D source = u.grid();
        int count = Arguments.allocatable(
                (long) target.nx() * source.ny(),
                target.nx() + "x" + source.ny() + " samples between rows and columns");
        double shear = shear();
        checkSpectrum();
        double[] between = new double[count];
        Pass rows = new Pass(source.nx(), target.nx(), map.determinant() / map.yy() * target.dx() / source.lx());
        double first = map.determinant() / map.yy() * target.x0() + map.x0() - source.x0();
        rows.run(FieldAccess.values(u), between, j -> (first + shear * (source.y(j) - map.y0())) / source.lx());
        double[] columns = new double[between.length];
        Transposition.transpose(between, target.nx(), columns);
        Pass pass = new Pass(source.ny(), target.ny(), map.yy() * target.dy() / source.ly());
        double start = map.yy() * target.y0() + map.y0() - source.y0();
        double[] transposed = new double[target.size()];
        pass.run(columns, transposed, i -> (map.yx() * target.x(i) + start) / source.ly());
        double[] values = new double[target.size()];
        Transposition.transpose(transposed, target.ny(), values);
        return Arguments.finite(FieldAccess.wrap(target, values), "v");
    }

    private double shear() {
        return map.xy() / map.yy();
    }

    /** What lies in waves that the shear takes off the grid, beside the norm. */
    private double sheared() {
        double finest = Math.PI / u.grid().dy();
        double shear = shear();
        return SpectrumTail.share(u, (kx, ky) -> Math.abs(ky + shear * kx) > finest ? 1 : 0);
    }

    private void checkSpectrum() {
        double share = sheared();
        if (share > SpectrumTail.MOST) {
            throw new IllegalArgumentException("u must stay on its grid when it is sheared by " + (float) shear()
                    + ", got " + (float) share + " of its norm in finer waves; a finer grid resolves them");
        }
    }

    /** Where the first point of a line lies, in periods from its first sample. */
    private interface Start {
        double of(int line);
    }

    /** All lines of a plane at new points; 0 outside the lines. */
    private static final class Pass {
        private final int n;
        private final int count;
        private final double step;
        private final ChirpZ chirp;

        private Pass(int n, int count, double step) {
            this.n = n;
            this.count = count;
            this.step = step;
            this.chirp = new ChirpZ(n, count, step);
        }

        private void run(double[] in, double[] out, Start start) {
            double[] samples = new double[n];
            double[] values = new double[count];
            for (int line = 0; line < in.length / n; line++) {
                System.arraycopy(in, line * n, samples, 0, n);
                double first = start.of(line);
                chirp.at(samples, first, values);
                for (int k = 0; k < count; k++) {
                    double place = first + k * step;
                    out[line * count + k] = place >= 0 && place < 1 ? values[k] : 0;
                }
            }
        }
    }
}
