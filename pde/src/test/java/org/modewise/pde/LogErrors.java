package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.assertAbsolute;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** The largest errors of ln p and of the score, as parts of themselves or of 1, where p is above 1e-100. */
record LogErrors(double log, double score) {
    static final double LEAST = Math.log(1e-100);

    static LogErrors of(DensitySolution solution, DensitySolution exact, double t) {
        Field2D log = solution.logAt(t);
        VectorField2D score = solution.scoreAt(t);
        Field2D expected = exact.logAt(t);
        VectorField2D expectedScore = exact.scoreAt(t);
        double logError = 0;
        double scoreError = 0;
        for (int j = 0; j < log.grid().ny(); j++) {
            for (int i = 0; i < log.grid().nx(); i++) {
                if (expected.get(i, j) > LEAST) {
                    double x = expectedScore.x().get(i, j);
                    double y = expectedScore.y().get(i, j);
                    double off = Math.hypot(score.x().get(i, j) - x, score.y().get(i, j) - y);
                    double size = Math.max(1, Math.abs(expected.get(i, j)));
                    logError = larger(logError, Math.abs(log.get(i, j) - expected.get(i, j)) / size);
                    scoreError = larger(scoreError, off / Math.max(1, Math.hypot(x, y)));
                }
            }
        }
        return new LogErrors(logError, scoreError);
    }

    /** NaN must not pass. */
    private static double larger(double most, double error) {
        return error <= most ? most : error;
    }

    /** Whether a sampled law is not refused, and then right. */
    static boolean isRight(LinearDiffusion process, GaussianMixture law, Grid2D grid, double t) {
        LogErrors errors;
        try {
            errors = of(process.solveLog(law.logDensity(grid)), process.solve(law, grid), t);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal.getMessage()).contains("GaussianMixture would do");
            return false;
        }
        errors.within(1e-10, 1e-10);
        return true;
    }

    void within(double logTolerance, double scoreTolerance) {
        assertAbsolute(log, logTolerance);
        assertAbsolute(score, scoreTolerance);
    }

    double most() {
        return Math.max(log, score);
    }
}
