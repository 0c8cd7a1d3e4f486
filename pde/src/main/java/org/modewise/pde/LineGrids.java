package org.modewise.pde;

import org.modewise.core.Grid2D;

/** Grids of one row or of one column, where a density is that of the coordinate along it. */
final class LineGrids {
    private LineGrids() {}

    static boolean isAlongX(Grid2D grid) {
        return grid.ny() == 1;
    }

    static boolean isAlongY(Grid2D grid) {
        return grid.nx() == 1 && grid.ny() > 1;
    }

    /** ∫ over the line or the plane is this times the sum of the samples: a line has no width. */
    static double cell(Grid2D grid) {
        if (isAlongX(grid)) {
            return grid.dx();
        }
        return isAlongY(grid) ? grid.dy() : grid.dx() * grid.dy();
    }
}
