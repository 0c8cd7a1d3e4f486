package org.modewise.siren.optimizer;

import org.modewise.core.internal.Arguments;

/**
 * f(θ) = Σ rᵢ(θ)²: a sum of squares of residuals as a function of parameters, and its derivatives in the forms that
 * optimisers ask for.
 *
 * <p>Factors such as 1/N are inside the residuals. The residuals lie in blocks, so that an optimiser can look at some of
 * them at a time. Arrays belong to the caller; an implementation keeps none of them. Not for sharing: a function is asked
 * by one thread at a time, though it may use others to answer.
 */
public interface LeastSquares {
    /**
     * The number of parameters.
     *
     * @return the length of θ
     */
    int parameters();

    /**
     * The number of residuals.
     *
     * @return how many squares are summed
     */
    int residuals();

    /**
     * Checks that the heap can hold what an optimiser remembers beside this function, as far as that knows its own size,
     * before any of it is allocated.
     *
     * @param doubles how many numbers
     * @param what what they are, as the subject of the message
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    default void requireHeap(long doubles, String what) {
        Arguments.requireHeap(doubles, what);
    }

    /**
     * The number of blocks that the residuals lie in.
     *
     * @return how many, at least 1
     */
    int blocks();

    /**
     * How far each parameter moves when it moves by about as much as it should at a time: its natural unit.
     *
     * @param units where the units go, all positive; ones if nothing is known
     */
    void units(double[] units);

    /**
     * f(θ).
     *
     * @param theta the parameters
     * @return the sum of squares; not finite if it overflows
     */
    double value(double[] theta);

    /**
     * f(θ) and ∇f(θ) = 2Jᵀr.
     *
     * @param theta the parameters
     * @param gradient where the gradient goes
     * @return f(θ)
     */
    double gradient(double[] theta, double[] gradient);

    /**
     * What some of the blocks say about f(θ) and ∇f(θ): their own sum, times the number of all blocks by theirs.
     *
     * @param theta the parameters
     * @param blocks numbers of blocks
     * @param from where in {@code blocks} to begin
     * @param count how many to take, at least 1
     * @param gradient where the estimate of the gradient goes
     * @return the estimate of f(θ)
     */
    double gradient(double[] theta, int[] blocks, int from, int count, double[] gradient);

    /**
     * ∇f(θ) and JᵀJ, Gauss and Newton's half of the Hessian.
     *
     * @param theta the parameters
     * @param gradient where the gradient goes
     * @param normal where JᵀJ goes: the upper triangle, {@code normal[p][q]} for q ≥ p; what lies below is anything
     */
    void normal(double[] theta, double[] gradient, double[][] normal);

    /**
     * JᵀJ·v, without JᵀJ.
     *
     * @param theta the parameters
     * @param v a vector of the length of θ
     * @param product where the product goes
     */
    void normalProduct(double[] theta, double[] v, double[] product);

    /**
     * The diagonal of JᵀJ, without JᵀJ.
     *
     * @param theta the parameters
     * @param diagonal where it goes
     */
    void normalDiagonal(double[] theta, double[] diagonal);

    /**
     * Jᵀ·r″, where r″ is the second derivative of the residuals along a direction: how they bend on the way of a step.
     *
     * @param theta the parameters
     * @param direction δ, by which they would move; r″ may come from differences over a tenth of it
     * @param product where the product goes
     */
    void bending(double[] theta, double[] direction, double[] product);
}
