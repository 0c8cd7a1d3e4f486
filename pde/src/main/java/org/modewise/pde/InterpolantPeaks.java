package org.modewise.pde;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * The largest value of a trigonometric interpolant: the highest samples on a grid of twice the fineness, from which
 * parabolas lead to the peaks, over ever shorter distances. Of a field that its grid resolves, to rounding; of one that
 * it does not, the highest peak may be one of many, and passed over.
 */
final class InterpolantPeaks {
    private static final int STARTS = 16;
    /** The last parabola is laid over 1/512 of a cell: where it has its top, the rest is rounding. */
    private static final int ROUNDS = 8;

    private static final int POINTS = 9;

    private final TrigonometricInterpolant interpolant;
    private final int sign;
    private final Grid2D finer;
    private final double[] values;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    private final double[] around = new double[POINTS];

    /** Of an interpolant's samples on a finer grid, those of the lowest values with the sign -1. */
    private InterpolantPeaks(TrigonometricInterpolant interpolant, Field2D samples, int sign) {
        this.interpolant = interpolant;
        this.sign = sign;
        this.finer = samples.grid();
        this.values = samples.times(sign).toArray();
    }

    private static Field2D finer(TrigonometricInterpolant interpolant) {
        Grid2D grid = interpolant.grid();
        Grid2D finer = new Grid2D(finer(grid.nx()), finer(grid.ny()), grid.x0(), grid.y0(), grid.lx(), grid.ly());
        return Field2D.of(finer, interpolant::at);
    }

    private static int finer(int nodes) {
        return nodes == 1 ? 1 : 2 * nodes;
    }

    /** The smallest and the largest value of a field's interpolant. */
    static ValueBounds bounds(Field2D u) {
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
        Field2D samples = finer(interpolant);
        return new ValueBounds(
                -new InterpolantPeaks(interpolant, samples, -1).highest(),
                new InterpolantPeaks(interpolant, samples, 1).highest());
    }

    private double highest() {
        List<Integer> starts = IntStream.range(0, values.length)
                .filter(this::isTop)
                .boxed()
                .sorted(Comparator.comparingDouble(node -> -values[node]))
                .limit(STARTS)
                .toList();
        double highest = IntStream.range(0, values.length)
                .mapToDouble(node -> values[node])
                .max()
                .orElseThrow();
        for (int start : starts) {
            highest = Math.max(highest, climb(finer.x(start % finer.nx()), finer.y(start / finer.nx())));
        }
        return highest;
    }

    private boolean isTop(int node) {
        int i = node % finer.nx();
        int j = node / finer.nx();
        return values[node] >= value(i - 1, j)
                && values[node] >= value(i + 1, j)
                && values[node] >= value(i, j - 1)
                && values[node] >= value(i, j + 1);
    }

    private double value(int i, int j) {
        return values[Math.floorMod(j, finer.ny()) * finer.nx() + Math.floorMod(i, finer.nx())];
    }

    private double climb(double startX, double startY) {
        double atX = startX;
        double atY = startY;
        double highest = Double.NEGATIVE_INFINITY;
        double stepX = finer.nx() == 1 ? 0 : 0.5 * finer.dx();
        double stepY = finer.ny() == 1 ? 0 : 0.5 * finer.dy();
        for (int round = 0; round < ROUNDS; round++) {
            for (int p = 0; p < POINTS; p++) {
                x[p] = atX + (p % 3 - 1) * stepX;
                y[p] = atY + (p / 3 - 1) * stepY;
            }
            interpolant.at(x, y, around);
            int best = 0;
            for (int p = 0; p < POINTS; p++) {
                around[p] *= sign;
                best = around[p] > around[best] ? p : best;
            }
            highest = Math.max(highest, around[best]);
            double[] top = top(best);
            atX += top[0] * stepX;
            atY += top[1] * stepY;
            stepX *= 0.5;
            stepY *= 0.5;
        }
        return highest;
    }

    /** Where the parabola through the points around has its top, in steps; the best point if it has none. */
    private double[] top(int best) {
        double slopeX = 0.5 * (around[5] - around[3]);
        double slopeY = 0.5 * (around[7] - around[1]);
        double bentX = around[5] - 2 * around[4] + around[3];
        // Along an axis of one node there is nothing to climb.
        double bentY = finer.ny() == 1 ? -1 : around[7] - 2 * around[4] + around[1];
        bentX = finer.nx() == 1 ? -1 : bentX;
        double mixed = 0.25 * (around[8] - around[6] - around[2] + around[0]);
        double determinant = bentX * bentY - mixed * mixed;
        if (!(bentX < 0 && determinant > 0)) {
            return new double[] {best % 3 - 1, best / 3 - 1};
        }
        return new double[] {
            clipped((mixed * slopeY - bentY * slopeX) / determinant),
            clipped((mixed * slopeX - bentX * slopeY) / determinant)
        };
    }

    private static double clipped(double steps) {
        return Math.max(-1, Math.min(1, steps));
    }
}
