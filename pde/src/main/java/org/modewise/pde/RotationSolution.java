package org.modewise.pde;

import java.util.Arrays;
import java.util.EnumSet;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;

/**
 * u₀ turned by Ωt about a centre, by shears. Angles beyond an eighth of a turn are taken in equal parts, four at most.
 * Immutable, safe to share between threads.
 */
public final class RotationSolution implements Solution<Field2D> {
    /** The largest angle at once. */
    private static final double PART = Math.PI / 4;

    /** A shear by half of it stretches a disc by 1/cos(π/8). */
    private static final double STRETCH = 1 / Math.cos(PART / 2);

    /** Largest |u0| outside the disc beside max|u0|. */
    private static final double TAIL = 1e-8;

    private final Rotation rotation;
    private final Field2D initial;
    /** What is not turned, beside the norm. */
    private final double outside;

    /** The nodes from the centre. */
    private final double[] x;

    private final double[] y;
    private final RealFft2D row;
    private final RealFft2D column;
    private final ScratchPool<Scratch> scratch;

    private record Scratch(RowShift rows, RowShift columns, double[] values, double[] transposed) {}

    RotationSolution(Rotation rotation, Field2D initial) {
        this.rotation = rotation;
        this.initial = initial;
        checkSize();
        double left = checkExtent();
        this.outside = Math.hypot(left, checkSpectrum());
        Grid2D grid = initial.grid();
        this.x = new double[grid.nx()];
        this.y = new double[grid.ny()];
        Arrays.setAll(x, i -> grid.x(i) - rotation.centerX());
        Arrays.setAll(y, j -> grid.y(j) - rotation.centerY());
        this.row = RealFft2D.of(Grid2D.line(grid.nx(), 0, 1));
        this.column = RealFft2D.of(Grid2D.line(grid.ny(), 0, 1));
        this.scratch = new ScratchPool<>(() ->
                new Scratch(new RowShift(row), new RowShift(column), new double[grid.size()], new double[grid.size()]));
    }

    /** Shears keep the norm, so that no sum over a row or a column exceeds max|u0| as many times as there are nodes. */
    private void checkSize() {
        if (!(initial.maxNorm() * grid().size() <= Double.MAX_VALUE / 4)) {
            throw new IllegalArgumentException(
                    "u0 must keep its sums over the grid finite, got max |u0| = " + initial.maxNorm());
        }
    }

    /** What lies outside the disc, beside the norm. */
    private double checkExtent() {
        Grid2D grid = initial.grid();
        double x = Math.min(rotation.centerX() - grid.x0(), grid.x0() + grid.lx() - rotation.centerX());
        double y = Math.min(rotation.centerY() - grid.y0(), grid.y0() + grid.ly() - rotation.centerY());
        double radius = Math.min(x, y) / STRETCH;
        double most = TAIL * initial.maxNorm();
        double left = 0;
        double norm = 0;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double distance = Math.hypot(grid.x(i) - rotation.centerX(), grid.y(j) - rotation.centerY());
                norm = Math.hypot(norm, initial.get(i, j));
                left = distance <= radius ? left : Math.hypot(left, initial.get(i, j));
                if (!(distance <= radius) && Math.abs(initial.get(i, j)) > most) {
                    throw new IllegalArgumentException("u0 must fall to " + (float) most + " within " + (float) radius
                            + " of the centre to be turned, got u0[" + i + "," + j + "] = " + initial.get(i, j)
                            + " at " + (float) distance);
                }
            }
        }
        return left == 0 ? 0 : left / norm;
    }

    /** What lies in waves outside the disc, beside the norm. */
    private double checkSpectrum() {
        Grid2D grid = initial.grid();
        double radius = Math.PI / Math.max(grid.dx(), grid.dy()) / STRETCH;
        double share = SpectrumTail.share(initial, (kx, ky) -> Math.hypot(kx, ky) > radius ? 1 : 0);
        if (share > SpectrumTail.MOST) {
            throw new IllegalArgumentException("u0 must have no waves finer than wavenumber " + (float) radius
                    + " to be turned, got " + (float) share + " of its norm there; a finer grid resolves them");
        }
        return share;
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
     * The transform that the solution runs on, a row at a time.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return row.kernel();
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
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The solution at a time, into the caller's array, without allocating on Modewise's own kernels.
     *
     * @param t time since the initial data, of either sign
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        double[] start = FieldAccess.values(initial);
        Arguments.length(values, start.length, "values");
        double rest = Math.IEEEremainder(angle(t), 2 * Math.PI);
        int parts = (int) Math.ceil(Math.abs(rest) / PART);
        if (parts == 0) {
            System.arraycopy(start, 0, values, 0, start.length);
            return;
        }
        Scratch own = scratch.take();
        System.arraycopy(start, 0, own.values(), 0, start.length);
        turn(own, rest / parts, parts);
        System.arraycopy(own.values(), 0, values, 0, start.length);
        scratch.give(own);
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}, and the error counts what lies outside
     * the disc and its waves' disc.
     *
     * @param t time since the initial data, of either sign
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        Field2D after = at(t);
        return new TorusEvidence(RealFft2D.of(grid()), initial, after, (kx, ky) -> 0, (kx, ky) -> 0)
                .certificate(t, 0, EnumSet.allOf(Law.class), () -> InterpolantPeaks.bounds(initial))
                .withError(outside);
    }

    private double angle(double t) {
        double angle = rotation.rate() * Arguments.finite(t, "t");
        if (!Double.isFinite(angle)) {
            throw new IllegalArgumentException("t must keep the angle finite, got " + t);
        }
        return angle;
    }

    private void turn(Scratch own, double angle, int parts) {
        double a = -Math.tan(angle / 2) / grid().dx();
        double b = Math.sin(angle) / grid().dy();
        for (int part = 0; part < parts; part++) {
            own.rows().apply(own.values(), a, y);
            Transposition.transpose(own.values(), x.length, own.transposed());
            own.columns().apply(own.transposed(), b, x);
            Transposition.transpose(own.transposed(), y.length, own.values());
            own.rows().apply(own.values(), a, y);
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
