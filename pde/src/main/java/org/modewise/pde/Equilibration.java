package org.modewise.pde;

import java.util.Arrays;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.modewise.core.internal.Scale;

/**
 * Variables in units that suit them: a ↦ DaD and b ↦ Db, with powers of two that bring the largest modulus of each row of
 * a symmetric a near 1. Immutable.
 *
 * <p>That alone leaves a choice, and some of what may be chosen is nearly singular. So the exponents of all entries but 0
 * are first brought as near 0 as can be, by least squares (A. Curtis, J. Reid, J. Inst. Maths Applics 10, 1972), which
 * forgets the units that a came in. Then rows are divided by the root of their largest modulus, again and again (D. Ruiz,
 * RAL-TR-2001-034), which halves exponents.
 */
final class Equilibration {
    /** Exponents of doubles have eleven bits; the others are for what rounding of halves leaves. */
    private static final int SWEEPS = 16;

    private final int[] exponents;
    private final double[][] a;
    private final double[] b;

    Equilibration(double[][] a, double[] b) {
        this.exponents = leastSquares(a);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[][] scaled = scaled(a);
            for (int i = 0; i < exponents.length; i++) {
                exponents[i] -= Scale.exponent(largest(scaled[i])) / 2;
            }
        }
        this.a = scaled(a);
        this.b = scaled(b);
    }

    /** The e with the least Σ (log₂|aᵢⱼ| + eᵢ + eⱼ)²; of several the smallest. */
    private static int[] leastSquares(double[][] a) {
        RealMatrix normal = MatrixUtils.createRealMatrix(a.length, a.length);
        RealVector right = new ArrayRealVector(a.length);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                if (a[i][j] != 0) {
                    normal.addToEntry(i, i, 1);
                    normal.addToEntry(i, j, 1);
                    right.addToEntry(i, -Math.log(Math.abs(a[i][j])) / Math.log(2));
                }
            }
        }
        RealVector exponents =
                new SingularValueDecomposition(normal).getSolver().solve(right);
        return Arrays.stream(exponents.toArray())
                .mapToInt(e -> (int) Math.rint(e))
                .toArray();
    }

    private double[][] scaled(double[][] a) {
        double[][] scaled = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                scaled[i][j] = Math.scalb(a[i][j], exponents[i] + exponents[j]);
            }
        }
        return scaled;
    }

    private double[] scaled(double[] b) {
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < b.length; i++) {
            most = b[i] == 0 || isFree(i) ? most : Math.max(most, exponents[i] + Math.getExponent(b[i]));
        }
        double[] scaled = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            scaled[i] = b[i] == 0 ? 0 : Math.scalb(b[i], isFree(i) ? -Math.getExponent(b[i]) : exponents[i] - most);
        }
        return scaled;
    }

    /** Whether the variable has no second derivative, and so takes its unit from b. */
    private boolean isFree(int i) {
        return largest(a[i]) == 0;
    }

    /** DaD. */
    double[][] a() {
        return a;
    }

    /** Db, times a power of two that brings its largest modulus near 1. */
    double[] b() {
        return b;
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
