package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * u₀ turned by Ωt about a centre, by shears. Angles beyond an eighth of a turn are taken in equal parts, four at most.
 * Immutable, safe to share between threads.
 */
public final class RotationSolution implements Solution<Field2D> {
    /** The largest angle at once. */
    private static final double PART = Math.PI / 4;

    /** A shear by half of it stretches a disc by 1/cos(π/8). */
    private static final double STRETCH = 1 / Math.cos(PART / 2);

    private static final double TAIL = 1e-8;

    private final Rotation rotation;
    private final Field2D initial;

    RotationSolution(Rotation rotation, Field2D initial) {
        this.rotation = rotation;
        this.initial = initial;
        checkExtent();
        checkSpectrum();
    }

    private void checkExtent() {
        Grid2D grid = initial.grid();
        double x = Math.min(rotation.centerX() - grid.x0(), grid.x0() + grid.lx() - rotation.centerX());
        double y = Math.min(rotation.centerY() - grid.y0(), grid.y0() + grid.ly() - rotation.centerY());
        double radius = Math.min(x, y) / STRETCH;
        double most = TAIL * initial.maxNorm();
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double distance = Math.hypot(grid.x(i) - rotation.centerX(), grid.y(j) - rotation.centerY());
                if (!(distance <= radius) && Math.abs(initial.get(i, j)) > most) {
                    throw new IllegalArgumentException("u0 must fall to " + (float) most + " within " + (float) radius
                            + " of the centre to be turned, got u0[" + i + "," + j + "] = " + initial.get(i, j)
                            + " at " + (float) distance);
                }
            }
        }
    }

    private void checkSpectrum() {
        Grid2D grid = initial.grid();
        Spectrum2D spectrum = RealFft2D.of(grid).forward(initial.times(scale()));
        double radius = Math.PI / Math.max(grid.dx(), grid.dy()) / STRETCH;
        double outside = spectrum.energy((kx, ky) -> Math.hypot(kx, ky) > radius ? 1 : 0);
        double share = Math.sqrt(outside / spectrum.energy());
        if (share > TAIL) {
            throw new IllegalArgumentException("u0 must have no waves finer than wavenumber " + (float) radius
                    + " to be turned, got " + (float) share + " of its norm there; a finer grid resolves them");
        }
    }

    /** Squares of faint and of huge fields leave the doubles. */
    private double scale() {
        double norm = initial.maxNorm();
        return norm == 0 ? 1 : 1 / Math.max(norm, Double.MIN_NORMAL);
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data
     */
    public Grid2D grid() {
        return initial.grid();
    }

    /**
     * The solution at a time.
     *
     * @param t time since the initial data, of either sign
     * @return u(·,t)
     * @throws IllegalArgumentException if {@code t} is not finite, or Ωt is not
     */
    @Override
    public Field2D at(double t) {
        Exponential.checkedTime(t);
        double angle = rotation.rate() * t;
        if (!Double.isFinite(angle)) {
            throw new IllegalArgumentException("t must keep the angle finite, got " + t);
        }
        double rest = Math.IEEEremainder(angle, 2 * Math.PI);
        int parts = (int) Math.ceil(Math.abs(rest) / PART);
        if (parts == 0) {
            return initial;
        }
        double[] values = initial.toArray();
        turn(values, rest / parts, parts);
        return FieldAccess.wrap(grid(), values);
    }

    private void turn(double[] values, double angle, int parts) {
        Grid2D grid = grid();
        double a = -Math.tan(angle / 2) / grid.dx();
        double b = Math.sin(angle) / grid.dy();
        RowShift rows = new RowShift(grid.nx());
        RowShift columns = new RowShift(grid.ny());
        double[] transposed = new double[values.length];
        for (int part = 0; part < parts; part++) {
            rows.apply(values, j -> a * (grid.y(j) - rotation.centerY()));
            Transposition.transpose(values, grid.nx(), transposed);
            columns.apply(transposed, i -> b * (grid.x(i) - rotation.centerX()));
            Transposition.transpose(transposed, grid.ny(), values);
            rows.apply(values, j -> a * (grid.y(j) - rotation.centerY()));
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the rate
     */
    @Override
    public String toString() {
        return "RotationSolution[" + grid().nx() + "x" + grid().ny() + ", rate " + (float) rotation.rate() + "]";
    }
}
