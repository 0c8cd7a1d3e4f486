package org.modewise.siren.optimizer;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRB;
import org.modewise.core.internal.Arguments;

/**
 * By EJML's blocked Cholesky decomposition. Each solution leaves some kilobytes of EJML's views of blocks to the garbage
 * collector; its decomposition by rows leaves nothing, and takes a fifth longer at 697 parameters.
 */
final class CholeskyEquations implements DampedEquations {
    private final double[][] normal;
    private final Damping damping;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final LinearSolverChol_DDRB solver = new LinearSolverChol_DDRB();
    /** The λ that the solver knows the decomposition for, if it is one. */
    private double decomposed = Double.NaN;

    CholeskyEquations(LeastSquares function) {
        int n = function.parameters();
        // JᵀJ, its damped copy and EJML's in blocks, and half a matrix for all else that a training holds.
        Arguments.allocatable(
                7L * n * n / 2, "equations of " + n + " parameters, which a directLimit below that avoids,");
        this.normal = new double[n][n];
        this.damping = new Damping(function);
        this.matrix = new DMatrixRMaj(n, n);
        this.right = new DMatrixRMaj(n, 1);
        this.solution = new DMatrixRMaj(n, 1);
    }

    @Override
    public void load(LeastSquares function, double[] theta, double[] gradient) {
        function.normal(theta, gradient, normal);
        for (int p = 0; p < normal.length; p++) {
            damping.load(p, normal[p][p]);
        }
        decomposed = Double.NaN;
    }

    @Override
    public boolean solve(double lambda, double[] gradient, double[] delta) {
        if (lambda != decomposed && !decompose(lambda)) {
            return false;
        }
        for (int p = 0; p < delta.length; p++) {
            right.data[p] = -0.5 * gradient[p];
        }
        solver.solve(right, solution);
        System.arraycopy(solution.data, 0, delta, 0, delta.length);
        return true;
    }

    private boolean decompose(double lambda) {
        int n = normal.length;
        for (int p = 0; p < n; p++) {
            double[] row = normal[p];
            System.arraycopy(row, p, matrix.data, p * n + p, n - p);
            for (int q = p + 1; q < n; q++) {
                matrix.data[q * n + p] = row[q];
            }
            matrix.data[p * n + p] += lambda * damping.of(p);
        }
        boolean positive = solver.setA(matrix);
        decomposed = positive ? lambda : Double.NaN;
        return positive;
    }

    @Override
    public double norm(double[] delta) {
        return damping.norm(delta);
    }
}
