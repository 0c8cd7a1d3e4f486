package org.modewise.siren;

import java.util.Arrays;

/**
 * u, ∂u/∂xₖ, ∂²u/∂xₖ² at one point, exact to rounding: nothing is a difference quotient. Immutable, safe to share between
 * threads.
 */
public final class Jet {
    private final double value;
    private final double[] first;
    private final double[] second;
    private final double laplacian;

    Jet(double value, double[] first, double[] second, double laplacian) {
        this.value = value;
        this.first = first;
        this.second = second;
        this.laplacian = laplacian;
    }

    /**
     * The value.
     *
     * @return u
     */
    public double value() {
        return value;
    }

    /**
     * A first derivative.
     *
     * @param axis which coordinate, in the order of {@link Architecture#axes()}: 0 for the first
     * @return ∂u/∂x of that axis
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public double first(int axis) {
        return first[axis];
    }

    /**
     * A second derivative, on the diagonal of the Hessian.
     *
     * @param axis which coordinate, in the order of {@link Architecture#axes()}: 0 for the first
     * @return ∂²u/∂x² of that axis
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public double second(int axis) {
        return second[axis];
    }

    /**
     * All first derivatives.
     *
     * @return a new array, one number an axis
     */
    public double[] gradient() {
        return first.clone();
    }

    /**
     * The sum of the second derivatives along all axes but the one called t.
     *
     * @return Δu, as {@link Architecture#axes} has it
     */
    public double laplacian() {
        return laplacian;
    }

    /**
     * Whether the other object is a jet of the same numbers, bit for bit.
     *
     * @param other any object
     * @return whether it equals this one
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Jet jet
                && Double.compare(value, jet.value) == 0
                && Double.compare(laplacian, jet.laplacian) == 0
                && Arrays.equals(first, jet.first)
                && Arrays.equals(second, jet.second);
    }

    /**
     * A hash of all numbers.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(value) + Arrays.hashCode(first)) + Arrays.hashCode(second);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the value and the Laplacian
     */
    @Override
    public String toString() {
        return "Jet[value " + Numbers.brief(value) + ", laplacian " + Numbers.brief(laplacian()) + "]";
    }
}
