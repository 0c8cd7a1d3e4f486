package org.modewise.siren.optimizer;

import java.util.Arrays;

/**
 * By conjugate gradients on products with JᵀJ, preconditioned by D. They stop early: while f is far from its minimum an
 * exact step is worth no more than one within some hundredths. Source: Steihaug, SIAM J. Numer. Anal. 20 (1983).
 */
final class ConjugateGradients implements DampedEquations {
    private static final double TOLERANCE = 0.03;
    private static final int MOST_ITERATIONS = 300;

    private final double[] rest;
    private final double[] scaled;
    private final double[] direction;
    private final double[] product;
    private final double[] diagonal;
    private final Damping damping;
    private LeastSquares function;
    private double[] theta;

    ConjugateGradients(LeastSquares function) {
        int n = function.parameters();
        this.rest = new double[n];
        this.scaled = new double[n];
        this.direction = new double[n];
        this.product = new double[n];
        this.diagonal = new double[n];
        this.damping = new Damping(function);
    }

    @Override
    public void load(LeastSquares ofJ, double[] at, double[] gradient) {
        function = ofJ;
        theta = at;
        ofJ.normalDiagonal(at, diagonal);
        for (int p = 0; p < diagonal.length; p++) {
            damping.load(p, diagonal[p]);
        }
        ofJ.gradient(at, gradient);
    }

    @Override
    public boolean solve(double lambda, double[] gradient, double[] delta) {
        Arrays.fill(delta, 0);
        for (int p = 0; p < rest.length; p++) {
            rest[p] = -0.5 * gradient[p];
            direction[p] = rest[p] / damping.of(p);
        }
        double square = Vectors.dot(rest, direction);
        double enough = TOLERANCE * TOLERANCE * square;
        for (int k = 0; k < MOST_ITERATIONS && square > enough; k++) {
            function.normalProduct(theta, direction, product);
            for (int p = 0; p < rest.length; p++) {
                product[p] += lambda * (damping.of(p) * direction[p]);
            }
            double curvature = Vectors.dot(direction, product);
            if (!(curvature > 0)) {
                return k > 0;
            }
            double length = square / curvature;
            Vectors.combine(delta, length, direction, delta);
            Vectors.combine(rest, -length, product, rest);
            for (int p = 0; p < rest.length; p++) {
                scaled[p] = rest[p] / damping.of(p);
            }
            double next = Vectors.dot(rest, scaled);
            Vectors.combine(scaled, next / square, direction, direction);
            square = next;
        }
        return true;
    }

    @Override
    public double norm(double[] delta) {
        return damping.norm(delta);
    }
}
