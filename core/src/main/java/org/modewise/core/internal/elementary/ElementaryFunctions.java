package org.modewise.core.internal.elementary;

import java.util.Objects;

/**
 * yᵢ = f(xᵢ) over ranges of arrays: eˣ, ln x, sin x with cos x, products, ln Σ eˣ, Σ xy, Σ wx. Vector code where there is some, and
 * always the same bits in a VM. On CPUs without a fused multiply-add sines, cosines, products and weighted sums may differ in
 * their last bits from those of others ({@link MultiplyAdd}).
 *
 * <p>A result may be written over its argument, element by element; a range that overlaps it otherwise is refused, and so
 * is one that leaves its array, before any write. Nothing is allocated. Immutable, safe to share between threads.
 */
public final class ElementaryFunctions {
    private final ElementaryKernel kernel;

    private ElementaryFunctions(ElementaryKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * The fastest on this VM, or those that the system property {@code modewise.kernel} asks for: vector code for
     * {@code simd}, plain Java for any other kernel.
     *
     * @return the functions
     * @throws IllegalArgumentException if {@code simd} is forced and missing, or cannot run on this VM
     */
    public static ElementaryFunctions preferred() {
        return new ElementaryFunctions(ElementaryKernels.choose());
    }

    /**
     * The functions of one kernel.
     *
     * @param kernel the kernel
     * @return the functions
     */
    public static ElementaryFunctions of(ElementaryKernel kernel) {
        return new ElementaryFunctions(Objects.requireNonNull(kernel, "kernel"));
    }

    /**
     * How they are computed.
     *
     * @return the name of the kernel
     */
    public String kernel() {
        return kernel.name();
    }

    /**
     * yᵢ = e^(xᵢ - shift), within 0.75 ulp of the exponential of the rounded difference (0.8 where it is subnormal).
     *
     * @param x the exponents
     * @param from where they start
     * @param shift what is subtracted from each; 0 for eˣ
     * @param y where the results go
     * @param to where they start
     * @param length how many
     */
    public void exp(double[] x, int from, double shift, double[] y, int to, int length) {
        checkRanges(x, from, y, to, length);
        kernel.exp(x, from, shift, y, to, length);
    }

    /**
     * yᵢ = e^(t·xᵢ), within 0.75 ulp of the exponential of the rounded product (0.8 where it is subnormal), or 0 where that
     * product is below a bound: what is not worth its while costs next to nothing.
     *
     * @param x the rates, from index 0
     * @param t the time
     * @param least the bound; -∞ for none
     * @param y where the results go, from index 0, another array
     * @param length how many
     */
    public void exp(double[] x, double t, double least, double[] y, int length) {
        checkRanges(x, 0, y, 0, length);
        if (x == y) {
            throw new IllegalArgumentException("x and y must be two arrays, got one");
        }
        kernel.exp(x, t, least, y, length);
    }

    /**
     * yᵢ = ln xᵢ, within 0.85 ulp.
     *
     * @param x the arguments
     * @param from where they start
     * @param y where the results go
     * @param to where they start
     * @param length how many
     */
    public void log(double[] x, int from, double[] y, int to, int length) {
        checkRanges(x, from, y, to, length);
        kernel.log(x, from, y, to, length);
    }

    /**
     * sin xᵢ and cos xᵢ, within 1.6 ulp for |xᵢ| ≤ 2¹⁵; beyond, slower, within 1 ulp.
     *
     * @param x the angles
     * @param from where they start
     * @param sin where the sines go
     * @param cos where the cosines go, another array than {@code sin}
     * @param to where both start
     * @param length how many
     */
    public void sinCos(double[] x, int from, double[] sin, double[] cos, int to, int length) {
        checkRanges(x, from, sin, to, length);
        checkRanges(x, from, cos, to, length);
        if (sin == cos) {
            throw new IllegalArgumentException("sin and cos must be two arrays, got one");
        }
        kernel.sinCos(x, from, sin, cos, to, length);
    }

    /**
     * yᵢ = xᵢ·zᵢ.
     *
     * @param x the numbers
     * @param from where they start
     * @param z the factors
     * @param at where they start
     * @param y where the products go
     * @param to where they start
     * @param length how many
     */
    public void multiply(double[] x, int from, double[] z, int at, double[] y, int to, int length) {
        checkRanges(x, from, y, to, length);
        checkRanges(z, at, y, to, length);
        kernel.multiply(x, from, z, at, y, to, length);
    }

    /**
     * ln Σ e^xᵢ, within (5 + length/8)·2⁻⁵³, an ulp of ln length and half an ulp of the result. -∞ counts as no term; one
     * +∞ makes it +∞, one NaN NaN.
     *
     * @param x the exponents
     * @param from where they start
     * @param length how many; the sum of none is 0, its logarithm -∞
     * @return the logarithm of the sum
     */
    public double logSumExp(double[] x, int from, int length) {
        Objects.checkFromIndexSize(from, length, x.length);
        return LogSumExp.of(kernel, x, from, length);
    }

    /**
     * Adds xⱼ[t]·yᵢ[t] to partial sum t mod 8 of the pair (j,i), for every t in ascending order and
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
     * @throws IndexOutOfBoundsException if there are not so many rows, one is too short, or the sums do not fit; before any
     *     write
     */
    public void products(
            double[][] left,
            int fromLeft,
            int lefts,
            double[][] right,
            int fromRight,
            int rights,
            int length,
            double[] sums,
            int at) {
        checkRows(left, fromLeft, lefts, length);
        checkRows(right, fromRight, rights, length);
        Objects.checkFromIndexSize(at, Math.multiplyExact(ElementaryKernel.PARTIAL_SUMS, lefts * rights), sums.length);
        kernel.products(left, fromLeft, lefts, right, fromRight, rights, length, sums, at);
    }

    /**
     * zⱼ[t] = fⱼ[t]·(bⱼ + Σᵢ wⱼᵢ·xᵢ[t]): sums of rows with weights.
     *
     * @param matrix W and b
     * @param offsets whether the b's are added
     * @param x the rows
     * @param fromX the first of them
     * @param factors rows f that the sums are multiplied by, from index 0, or null for none; none of the z
     * @param z where the sums go, none of the rows
     * @param fromZ the first of them
     * @param length of each row
     * @throws IndexOutOfBoundsException if there are not so many rows, or one is too short; before any write
     */
    public void combine(
            WeightMatrix matrix,
            boolean offsets,
            double[][] x,
            int fromX,
            double[][] factors,
            double[][] z,
            int fromZ,
            int length) {
        checkRows(x, fromX, matrix.inputs(), length);
        checkRows(z, fromZ, matrix.outputs(), length);
        if (factors != null) {
            checkRows(factors, 0, matrix.outputs(), length);
        }
        kernel.combine(matrix, offsets, x, fromX, factors, z, fromZ, length);
    }

    private static void checkRows(double[][] rows, int from, int count, int length) {
        Objects.checkFromIndexSize(from, count, rows.length);
        for (int k = from; k < from + count; k++) {
            Objects.checkFromIndexSize(0, length, rows[k].length);
        }
    }

    /**
     * What the partial sums of each pair come to, folded in halves.
     *
     * @param sums what {@link #products} has added to
     * @param from where they start
     * @param totals where the sums of the pairs are added to, in order
     * @param to where these start
     * @param pairs how many
     */
    public static void fold(double[] sums, int from, double[] totals, int to, int pairs) {
        for (int k = 0; k < pairs; k++) {
            int s = from + ElementaryKernel.PARTIAL_SUMS * k;
            totals[to + k] += ((sums[s] + sums[s + 4]) + (sums[s + 2] + sums[s + 6]))
                    + ((sums[s + 1] + sums[s + 5]) + (sums[s + 3] + sums[s + 7]));
        }
    }

    private static void checkRanges(double[] x, int from, double[] y, int to, int length) {
        Objects.checkFromIndexSize(from, length, x.length);
        Objects.checkFromIndexSize(to, length, y.length);
        if (x == y && from != to && Math.abs(from - to) < length) {
            throw new IllegalArgumentException(
                    "ranges must be one or apart, got " + length + " from " + from + " to " + to + " in one array");
        }
    }
}
