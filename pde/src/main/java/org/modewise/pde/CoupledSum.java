package org.modewise.pde;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * ln Σ h²e^{L(y) - ½ζ·Σ⁻¹ζ} - ½ln det 2πΣ with ζ = x - Φy - b, and ∇ln p_t = -Σ⁻¹E[ζ], where axes are coupled and nothing is
 * separable: every target sums over every node and over those that {@link LogTails} adds, some N² terms.
 */
final class CoupledSum {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final Grid2D grid;
    /** Of the nodes that have one: where they are, and L. */
    private final double[] x;

    private final double[] y;
    private final double[] values;
    private final double[] errors;

    CoupledSum(Grid2D grid, LogTails tails) {
        this.grid = grid;
        int columns = grid.nx() + 2 * tails.marginX();
        int[] finite = IntStream.range(0, tails.values().length)
                .filter(k -> tails.values()[k] > Double.NEGATIVE_INFINITY)
                .toArray();
        this.x = Arrays.stream(finite)
                .mapToDouble(k -> grid.x0() + (k % columns - tails.marginX()) * grid.dx())
                .toArray();
        this.y = Arrays.stream(finite)
                .mapToDouble(k -> grid.y0() + (k / columns - tails.marginY()) * grid.dy())
                .toArray();
        this.values = Arrays.stream(finite).mapToDouble(k -> tails.values()[k]).toArray();
        this.errors = Arrays.stream(finite).mapToDouble(k -> tails.errors()[k]).toArray();
    }

    /** ln p and ∇ln p after a transition. */
    LogResults after(GaussianTransition transition, boolean score) {
        Sum sum = new Sum(transition);
        LogResults results = LogResults.of(grid.size());
        for (int k = 0; k < grid.size(); k++) {
            sum.target(k, results);
        }
        if (score) {
            results.ofScore(1 / Math.sqrt(sum.xx + sum.yy));
        }
        return results;
    }

    private final class Sum {
        private final double[] meanX = new double[values.length];
        private final double[] meanY = new double[values.length];
        private final double[] exponents = new double[values.length];
        /** Σ⁻¹. */
        private final double xx;

        private final double xy;
        private final double yy;
        private final double norm;

        private Sum(GaussianTransition transition) {
            double determinant =
                    transition.varianceX() * transition.varianceY() - transition.covariance() * transition.covariance();
            if (!(determinant > 1e-14 * transition.varianceX() * transition.varianceY())) {
                throw new IllegalArgumentException(
                        "noise must act in every direction for axes that are coupled, got " + transition);
            }
            this.xx = transition.varianceY() / determinant;
            this.xy = -transition.covariance() / determinant;
            this.yy = transition.varianceX() / determinant;
            this.norm = Math.log(LineGrids.cell(grid)) - Math.log(2 * Math.PI) - 0.5 * Math.log(determinant);
            for (int k = 0; k < exponents.length; k++) {
                meanX[k] = transition.meanX(x[k], y[k]);
                meanY[k] = transition.meanY(x[k], y[k]);
            }
        }

        private void target(int target, LogResults results) {
            double targetX = grid.x(target % grid.nx());
            double targetY = grid.y(target / grid.nx());
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < exponents.length; k++) {
                double dx = targetX - meanX[k];
                double dy = targetY - meanY[k];
                exponents[k] = values[k] - 0.5 * (xx * dx * dx + 2 * xy * dx * dy + yy * dy * dy);
                most = Math.max(most, exponents[k]);
            }
            FUNCTIONS.exp(exponents, 0, most, exponents, 0, exponents.length);
            double total = 0;
            double sumX = 0;
            double sumY = 0;
            double sumOfErrors = 0;
            for (int k = 0; k < exponents.length; k++) {
                total += exponents[k];
                sumX += exponents[k] * (targetX - meanX[k]);
                sumY += exponents[k] * (targetY - meanY[k]);
                sumOfErrors += exponents[k] * errors[k];
            }
            results.log()[target] = most + Math.log(total) + norm;
            results.x()[target] = -(xx * sumX + xy * sumY) / total;
            results.y()[target] = -(xy * sumX + yy * sumY) / total;
            results.tails()[target] = sumOfErrors / total;
        }
    }
}
