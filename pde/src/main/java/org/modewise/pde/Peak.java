package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** The highest value of a periodic field between its nodes, as far as its samples show that there is one. */
final class Peak {
    private static final int STEPS = 4;

    /** How much more than the parabola through three samples may rise above the middle one. */
    private static final double MARGIN = 2;

    private Peak() {}

    /**
     * The maximum of the interpolant near the largest sample, by parabolas, each about the field shifted to the last one's
     * vertex. Interpolants of steps overshoot, which is no peak of theirs: it ends where a parabola would, from the
     * least curvature around the sample.
     */
    static double highest(Field2D u) {
        int top = top(u);
        double most = u.max() + MARGIN * (rise(u, top, true) + rise(u, top, false));
        if (most == u.max()) {
            return most;
        }
        Transformed transformed = Transformed.of(u, "u0");
        Field2D shifted = u;
        double highest = u.max();
        double x = 0;
        double y = 0;
        for (int step = 0; step < STEPS; step++) {
            top = top(shifted);
            x += u.grid().dx() * vertex(shifted, top, true);
            y += u.grid().dy() * vertex(shifted, top, false);
            shifted = transformed.times(new Transport(-x, -y).multiplier(1));
            highest = Math.max(highest, shifted.max());
        }
        return Math.min(highest, most);
    }

    private static int top(Field2D u) {
        int nx = u.grid().nx();
        int top = 0;
        for (int k = 1; k < u.grid().size(); k++) {
            top = u.get(k % nx, k / nx) > u.get(top % nx, top / nx) ? k : top;
        }
        return top;
    }

    private static double near(Field2D u, int node, int steps, boolean alongX) {
        Grid2D grid = u.grid();
        int i = node % grid.nx() + (alongX ? steps : 0);
        int j = node / grid.nx() + (alongX ? 0 : steps);
        return u.get(Math.floorMod(i, grid.nx()), Math.floorMod(j, grid.ny()));
    }

    /** How much a parabola bends, halved by nothing: 2u - u₋ - u₊ about a node so many steps away. */
    private static double bend(Field2D u, int node, int steps, boolean alongX) {
        double middle = near(u, node, steps, alongX);
        return middle - near(u, node, steps - 1, alongX) + (middle - near(u, node, steps + 1, alongX));
    }

    /** How far a parabola with the least curvature around a node can rise above it within half a cell. */
    private static double rise(Field2D u, int node, boolean alongX) {
        double least = bend(u, node, 0, alongX);
        least = Math.min(least, bend(u, node, -1, alongX));
        least = Math.min(least, bend(u, node, 1, alongX));
        return Math.max(0, least) / 8;
    }

    /** Where the parabola through a node and its neighbours has its vertex, in cells. */
    private static double vertex(Field2D u, int node, boolean alongX) {
        double bend = bend(u, node, 0, alongX);
        return bend > 0 ? 0.5 * (near(u, node, 1, alongX) - near(u, node, -1, alongX)) / bend : 0;
    }
}
