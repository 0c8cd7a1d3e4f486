package org.modewise.siren.optimizer;

/** (JᵀJ + λD)δ = -½∇f for one J and several λ. */
interface DampedEquations {
    /** Takes J at θ, and writes ∇f(θ). */
    void load(LeastSquares function, double[] theta, double[] gradient);

    /** Writes δ. Returns whether there is a usable one. With the same λ again, another right-hand side costs little. */
    boolean solve(double lambda, double[] gradient, double[] delta);

    /** δᵀDδ. */
    double norm(double[] delta);
}
