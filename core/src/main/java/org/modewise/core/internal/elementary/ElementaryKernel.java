package org.modewise.core.internal.elementary;

import java.util.Optional;

/**
 * A way to compute elementary functions of arrays, found by {@link java.util.ServiceLoader}. Every way gives the same
 * bits in a VM, {@link MultiplyAdd} where it is said; they differ in speed alone.
 *
 * <p>The caller has checked that the ranges lie in the arrays, and that a range that is written to is the very range that
 * is read, or has no element in common with it. The class must load on every VM: what may be missing is touched only after
 * {@link #unavailable()} has said that it is there. Implementations are stateless and safe to share between threads.
 */
public interface ElementaryKernel {
    /** How many partial sums {@link #accumulate} keeps: no vector has more lanes. */
    int PARTIAL_SUMS = 8;

    /**
     * The name to ask for it by, as in {@code -Dmodewise.kernel=simd}.
     *
     * @return a short lower-case name
     */
    String name();

    /**
     * Why the kernel cannot run on this VM.
     *
     * @return the reason and its remedy in words, or empty if it can run
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * yᵢ = e^(xᵢ - shift), as {@link Exp} has it.
     *
     * @param x the exponents
     * @param from where they start
     * @param shift what is subtracted from each
     * @param y where the results go
     * @param to where they start
     * @param length how many
     */
    void exp(double[] x, int from, double shift, double[] y, int to, int length);

    /**
     * yᵢ = e^(t·xᵢ), as {@link Exp} has it, or 0 where t·xᵢ &lt; least.
     *
     * @param x the rates, from index 0
     * @param t the time
     * @param least below which an exponent counts as -∞
     * @param y where the results go, another array
     * @param length how many
     */
    void exp(double[] x, double t, double least, double[] y, int length);

    /**
     * yᵢ = ln xᵢ, as {@link Log} has it.
     *
     * @param x the arguments
     * @param from where they start
     * @param y where the results go
     * @param to where they start
     * @param length how many
     */
    void log(double[] x, int from, double[] y, int to, int length);

    /**
     * sin xᵢ and cos xᵢ, as {@link SinCos} has them.
     *
     * @param x the angles
     * @param from where they start
     * @param sin where the sines go
     * @param cos where the cosines go
     * @param to where both start
     * @param length how many
     */
    void sinCos(double[] x, int from, double[] sin, double[] cos, int to, int length);

    /**
     * yᵢ = xᵢ·zᵢ.
     *
     * @param x the numbers
     * @param from where they start
     * @param z the factors
     * @param at where they start
     * @param y where the results go
     * @param to where they start
     * @param length how many
     */
    void multiply(double[] x, int from, double[] z, int at, double[] y, int to, int length);

    /**
     * max xᵢ, NaN if one is NaN.
     *
     * @param x the numbers
     * @param from where they start
     * @param length how many
     * @return the largest; -∞ if there are none
     */
    double max(double[] x, int from, int length);

    /**
     * Adds every term i to partial sum i mod {@value #PARTIAL_SUMS}, in ascending order.
     *
     * @param terms the terms, from index 0
     * @param length how many
     * @param sums the partial sums
     */
    void accumulate(double[] terms, int length, double[] sums);

    /**
     * Adds xⱼ[t]·yᵢ[t] to partial sum t mod {@value #PARTIAL_SUMS} of the pair (j,i), for every t in ascending order and
     * every pair of so many rows.
     *
     * @param left the rows x
     * @param fromLeft the first of them
     * @param lefts how many
     * @param right the rows y
     * @param fromRight the first of them
     * @param rights how many
     * @param length how many products a pair has
     * @param sums the partial sums, those of (j,i) together from {@code at + 8 * (j * rights + i)}
     * @param at where they start
     */
    void products(
            double[][] left,
            int fromLeft,
            int lefts,
            double[][] right,
            int fromRight,
            int rights,
            int length,
            double[] sums,
            int at);

    /**
     * zⱼ[t] = fⱼ[t]·(bⱼ + Σᵢ wⱼᵢ·xᵢ[t]), as {@link Combinations} adds it up.
     *
     * @param matrix W and b
     * @param offsets whether the b's are added
     * @param x the rows
     * @param fromX the first of them
     * @param factors rows f that the sums are multiplied by, from index 0, or null for none; none of the z
     * @param z where the sums go, none of the rows
     * @param fromZ the first of them
     * @param length of each row
     */
    void combine(
            WeightMatrix matrix,
            boolean offsets,
            double[][] x,
            int fromX,
            double[][] factors,
            double[][] z,
            int fromZ,
            int length);
}
