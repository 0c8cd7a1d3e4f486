package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;

/** What densities of linear diffusions have in common, whatever is known of the initial one. */
abstract class LinearDensity implements DensitySolution {
    private final LinearDiffusion process;
    private final Grid2D grid;

    LinearDensity(LinearDiffusion process, Grid2D grid) {
        this.process = Objects.requireNonNull(process, "process");
        this.grid = Objects.requireNonNull(grid, "grid");
    }

    final LinearDiffusion process() {
        return process;
    }

    /** The transition as the grid sees it. */
    final GaussianTransition transition(double t) {
        return process.transition(t).on(grid);
    }

    /** The moments of the initial density. */
    abstract Moments initialMoments();

    @Override
    public final Grid2D grid() {
        return grid;
    }

    @Override
    public final VectorField2D velocityAt(double t) {
        LinearSde sde = process.coefficients(t);
        VectorField2D score = scoreAt(t);
        double[] scoreX = FieldAccess.values(score.x());
        double[] scoreY = FieldAccess.values(score.y());
        boolean alongX = !LineGrids.isAlongY(grid);
        boolean alongY = !LineGrids.isAlongX(grid);
        double[] x = new double[grid.size()];
        double[] y = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            double placeY = alongY ? grid.y(j) : 0;
            for (int i = 0; i < grid.nx(); i++) {
                int k = j * grid.nx() + i;
                double placeX = alongX ? grid.x(i) : 0;
                if (alongX) {
                    x[k] = sde.axx() * placeX
                            + sde.axy() * placeY
                            + sde.ax()
                            - (sde.dxx() * scoreX[k] + sde.dxy() * scoreY[k]);
                }
                if (alongY) {
                    y[k] = sde.ayx() * placeX
                            + sde.ayy() * placeY
                            + sde.ay()
                            - (sde.dxy() * scoreX[k] + sde.dyy() * scoreY[k]);
                }
            }
        }
        return new VectorField2D(FieldAccess.wrap(grid, x), FieldAccess.wrap(grid, y));
    }

    @Override
    public final Moments moments(double t) {
        return initialMoments().after(transition(t));
    }

    @Override
    public final double massError(double t) {
        Field2D density = at(t);
        double cell = LineGrids.cell(grid);
        CompensatedSum sum = new CompensatedSum();
        sum.add(-1);
        for (double value : FieldAccess.values(density)) {
            sum.add(value * cell);
        }
        return sum.value();
    }
}
