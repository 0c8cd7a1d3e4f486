package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** The masses of columns and of rows of a density, and what follows from sums over its nodes. Immutable. */
final class Marginals {
    private final Field2D density;
    private final double[] columns;
    private final double[] rows;
    private final Moments moments;

    Marginals(Field2D density) {
        Grid2D grid = density.grid();
        double cell = LineGrids.cell(grid);
        this.density = density;
        this.columns = new double[grid.nx()];
        this.rows = new double[grid.ny()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double mass = density.get(i, j) * cell;
                columns[i] += mass;
                rows[j] += mass;
            }
        }
        this.moments = moments(cell);
    }

    private double x(int i) {
        return LineGrids.isAlongY(density.grid()) ? 0 : density.grid().x(i);
    }

    private double y(int j) {
        return LineGrids.isAlongX(density.grid()) ? 0 : density.grid().y(j);
    }

    private Moments moments(double cell) {
        double mass = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < columns.length; i++) {
            mass += columns[i];
            meanX += columns[i] * x(i);
        }
        for (int j = 0; j < rows.length; j++) {
            meanY += rows[j] * y(j);
        }
        meanX /= mass;
        meanY /= mass;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int j = 0; j < rows.length; j++) {
            double dy = y(j) - meanY;
            double moment = 0;
            for (int i = 0; i < columns.length; i++) {
                moment += density.get(i, j) * cell * (x(i) - meanX);
            }
            xy += moment * dy;
            yy += rows[j] * dy * dy;
        }
        for (int i = 0; i < columns.length; i++) {
            double dx = x(i) - meanX;
            xx += columns[i] * dx * dx;
        }
        return new Moments(mass, meanX, meanY, xx / mass, xy / mass, yy / mass);
    }

    Moments moments() {
        return moments;
    }

    /** The mass outside the rectangle along x, and that along y, after a transition. */
    double outside(GaussianTransition transition) {
        Grid2D grid = density.grid();
        double outside = 0;
        if (transition.xy() == 0 && !LineGrids.isAlongY(grid)) {
            for (int i = 0; i < columns.length; i++) {
                outside += columns[i] * outsideX(transition, x(i), 0);
            }
        }
        if (transition.yx() == 0 && !LineGrids.isAlongX(grid)) {
            for (int j = 0; j < rows.length; j++) {
                outside += rows[j] * outsideY(transition, 0, y(j));
            }
        }
        double cell = LineGrids.cell(grid);
        for (int j = 0; j < rows.length && (transition.xy() != 0 || transition.yx() != 0); j++) {
            for (int i = 0; i < columns.length; i++) {
                double mass = density.get(i, j) * cell;
                outside += transition.xy() == 0 || mass == 0 ? 0 : mass * outsideX(transition, x(i), y(j));
                outside += transition.yx() == 0 || mass == 0 ? 0 : mass * outsideY(transition, x(i), y(j));
            }
        }
        return outside;
    }

    private double outsideX(GaussianTransition transition, double x, double y) {
        Grid2D grid = density.grid();
        return NormalTails.outside(transition.meanX(x, y), transition.varianceX(), grid.x0(), grid.lx());
    }

    private double outsideY(GaussianTransition transition, double x, double y) {
        Grid2D grid = density.grid();
        return NormalTails.outside(transition.meanY(x, y), transition.varianceY(), grid.y0(), grid.ly());
    }
}
