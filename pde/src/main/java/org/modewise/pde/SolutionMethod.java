package org.modewise.pde;

/**
 * How a solution of Burgers' or the Hamilton–Jacobi equation is computed at a time. One solution may use several, so it
 * is asked by {@code method(t)}; {@code solve(initial, method)} forces one for all times, and what that cannot reach throws.
 */
public enum SolutionMethod {
    /**
     * φ = e^{-Φ/2ν} is a solution of the heat equation, and a Fourier multiplier carries it. Cheapest, but φ must not
     * vary by more than a few powers of e: its rounding is relative to its largest value.
     */
    MULTIPLIER,
    /** ln φ by a Gaussian kernel in the log domain, and u as a mean of u₀ under positive weights: any range of Φ/2ν. */
    LOG_DOMAIN,
    /** The Taylor series in t, for times so short that its last term is lost in rounding. */
    TAYLOR,
    /** The limit ν → 0: min_y Φ₀(y) + |x-y|²/2t. */
    HOPF_LAX
}
