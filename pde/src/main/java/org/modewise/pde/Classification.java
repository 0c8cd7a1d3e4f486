package org.modewise.pde;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.Scale;

/**
 * Σ aᵢⱼ∂ᵢ∂ⱼ + Σ bᵢ∂ᵢ + c: of which kind a linear operator of the second order is, from the signs of the eigenvalues of a,
 * and why.
 *
 * <p>Time is a variable as any other: u_t = αΔu in the plane has three. The kind says which data make a problem well-posed:
 * values on the boundary, or at a start, or at a start with a velocity. It is that of one point if coefficients vary.
 * A change of units changes no kind (Sylvester), so the variables are scaled before anything is judged small: by powers of
 * two, until the largest entry of each row of a is near 1. There an eigenvalue counts as 0 if it is below 64dε of the
 * largest modulus, d the number of variables: what rounding of the entries makes of a 0. The first-order term along the null
 * direction counts as 0 below the same share of |b|, times the ratio of the largest to the smallest modulus that is not 0,
 * by which rounding may turn that direction. An immutable value.
 *
 * @param kind elliptic, parabolic, hyperbolic, ultrahyperbolic or degenerate
 * @param reason why, in words
 * @param eigenvalues those of the symmetric part of a as it is given, from the smallest to the largest; rounding leaves
 *     nothing of what is below ε of the largest modulus
 * @serial exclude
 */
public record Classification(Kind kind, String reason, List<Double> eigenvalues) implements Serializable {
    /** How far rounding of d² entries and a change of units move an eigenvalue, in units of dε of the largest. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /** The kinds of operators of the second order. */
    public enum Kind {
        /** All eigenvalues have one sign: Laplace's, Poisson's, Helmholtz's. */
        ELLIPTIC,
        /** One is 0, the others have one sign, and the first-order term has a part along the null direction: heat. */
        PARABOLIC,
        /** Exactly one has the opposite sign: waves. */
        HYPERBOLIC,
        /** Two or more have each sign, none is 0. */
        ULTRAHYPERBOLIC,
        /** None of these: what an eigenvalue 0 leaves open, no term along its direction fills. */
        DEGENERATE
    }

    /**
     * Makes a classification.
     *
     * @param kind the kind
     * @param reason why
     * @param eigenvalues the eigenvalues, copied
     */
    public Classification {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        eigenvalues = List.copyOf(eigenvalues);
    }

    /**
     * Classifies Σ aᵢⱼ∂ᵢ∂ⱼ.
     *
     * @param a the coefficients of the second derivatives, d×d with d ≥ 2; as derivatives commute, the mean of aᵢⱼ and aⱼᵢ
     *     counts
     * @return the kind, and why
     * @throws IllegalArgumentException if the matrix is not square, has less than two rows, or an entry is NaN or infinite
     */
    public static Classification of(double[][] a) {
        return of(a, new double[Objects.requireNonNull(a, "a").length], 0);
    }

    /**
     * Classifies Σ aᵢⱼ∂ᵢ∂ⱼ + Σ bᵢ∂ᵢ + c.
     *
     * @param a the coefficients of the second derivatives, d×d with d ≥ 2; as derivatives commute, the mean of aᵢⱼ and aⱼᵢ
     *     counts
     * @param b the coefficients of the first derivatives, d of them
     * @param c the coefficient of no derivative, which no kind depends on
     * @return the kind, and why
     * @throws IllegalArgumentException if the matrix is not square, has less than two rows, b has another length, or an
     *     entry is NaN or infinite
     */
    public static Classification of(double[][] a, double[] b, double c) {
        double[][] symmetric = symmetric(a);
        checked(b, symmetric.length, "b");
        Arguments.finite(c, "c");
        Equilibration scaled = new Equilibration(symmetric, b);
        EigenDecomposition decomposition = new EigenDecomposition(MatrixUtils.createRealMatrix(scaled.a()));
        double[] values = decomposition.getRealEigenvalues();
        double largest = Equilibration.largest(values);
        double negligible = ROUNDING * values.length * largest;
        int positive = (int) Arrays.stream(values).filter(v -> v > negligible).count();
        int negative = (int) Arrays.stream(values).filter(v -> v < -negligible).count();
        int zero = values.length - positive - negative;
        boolean drifts = false;
        if (zero == 1) {
            double[] direction =
                    decomposition.getEigenvector(nearestToZero(values)).toArray();
            double smallest = Arrays.stream(values)
                    .map(Math::abs)
                    .filter(v -> v > negligible)
                    .min()
                    .orElse(1);
            drifts = drifts(scaled.b(), direction, ROUNDING * values.length * largest / smallest);
        }
        return of(positive, negative, zero, drifts, eigenvalues(symmetric));
    }

    private static List<Double> eigenvalues(double[][] symmetric) {
        int exponent = Scale.exponent(Arrays.stream(symmetric)
                .mapToDouble(Equilibration::largest)
                .max()
                .orElse(0));
        for (double[] row : symmetric) {
            // The decomposition squares entries.
            Arrays.setAll(row, j -> Math.scalb(row[j], -exponent));
        }
        return Arrays.stream(new EigenDecomposition(MatrixUtils.createRealMatrix(symmetric)).getRealEigenvalues())
                .map(v -> Math.scalb(v, exponent))
                .sorted()
                .boxed()
                .collect(Collectors.toList());
    }

    private static Classification of(int positive, int negative, int zero, boolean drifts, List<Double> eigenvalues) {
        String signs = positive + " positive, " + negative + " negative";
        if (positive + negative == 0) {
            return new Classification(Kind.DEGENERATE, "there is no second-order term", eigenvalues);
        }
        if (zero > 1) {
            return new Classification(Kind.DEGENERATE, zero + " eigenvalues are 0: " + signs, eigenvalues);
        }
        boolean oneSign = positive == 0 || negative == 0;
        if (zero == 1) {
            if (!oneSign) {
                return new Classification(
                        Kind.DEGENERATE, "one eigenvalue is 0, others differ in sign: " + signs, eigenvalues);
            }
            return drifts
                    ? new Classification(
                            Kind.PARABOLIC, "one eigenvalue is 0, a first-order term along it", eigenvalues)
                    : new Classification(
                            Kind.DEGENERATE, "one eigenvalue is 0, no first-order term along it", eigenvalues);
        }
        if (oneSign) {
            return new Classification(Kind.ELLIPTIC, "all eigenvalues have one sign: " + signs, eigenvalues);
        }
        return Math.min(positive, negative) == 1
                ? new Classification(
                        Kind.HYPERBOLIC, "exactly one eigenvalue has the other sign: " + signs, eigenvalues)
                : new Classification(Kind.ULTRAHYPERBOLIC, "two or more of each sign: " + signs, eigenvalues);
    }

    private static double[][] symmetric(double[][] a) {
        Objects.requireNonNull(a, "a");
        int d = a.length;
        if (d < 2) {
            throw new IllegalArgumentException("a must have two rows or more, got " + d);
        }
        for (int i = 0; i < d; i++) {
            checked(a[i], d, "a[" + i + "]");
        }
        double[][] symmetric = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                symmetric[i][j] = 0.5 * a[i][j] + 0.5 * a[j][i];
            }
        }
        return symmetric;
    }

    private static void checked(double[] row, int length, String name) {
        Objects.requireNonNull(row, name);
        if (row.length != length) {
            throw new IllegalArgumentException(name + ".length must be " + length + ", got " + row.length);
        }
        for (int j = 0; j < length; j++) {
            Arguments.finite(row[j], name + "[" + j + "]");
        }
    }

    private static int nearestToZero(double[] values) {
        int nearest = 0;
        for (int k = 1; k < values.length; k++) {
            nearest = Math.abs(values[k]) < Math.abs(values[nearest]) ? k : nearest;
        }
        return nearest;
    }

    /** Whether b has a part along a unit vector that is more than rounding. */
    private static boolean drifts(double[] b, double[] direction, double rounding) {
        double drift = 0;
        for (int i = 0; i < b.length; i++) {
            drift += b[i] * direction[i];
        }
        return Math.abs(drift) > rounding * Equilibration.largest(b);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the kind and the reason
     */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ": " + reason;
    }
}
