package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * Φ_t + |∇Φ|²/2 = ν ΔΦ, the potential of {@link PotentialBurgers}; ν = 0 is the viscosity solution of Crandall and Lions.
 *
 * <p>The graph sinks fastest where it is steep: hollows widen into parabolas that meet in ridges, sharp for ν = 0. By the
 * Cole–Hopf transform φ = e^{-Φ/2ν} solves φ_t = νΔφ, so the solution is exact at any t; {@link SolutionMethod} says how, since
 * φ itself would leave the doubles. For ν = 0 it is Φ(x,t) = min_y Φ₀(y) + |x-y|²/2t. With h = -Φ it is the growing surface
 * of Kardar, Parisi and Zhang without noise. Never grown: the maximum; never below: the minimum, which ν = 0 keeps.
 *
 * <p>Good values on the unit square: Φ₀ about 0.1 high, ν = 0.001 with t from 0 to 1. Sources: E. Hopf, Comm. Pure Appl.
 * Math. 3 (1950); L. C. Evans, Partial Differential Equations, section 3.3.
 *
 * @param viscosity ν, length² per time, at least 0 and finite
 * @serial exclude
 */
public record HamiltonJacobi(double viscosity) implements Equation<Field2D>, Serializable {
    /**
     * Makes the equation.
     *
     * @param viscosity ν, at least 0 and finite
     * @throws IllegalArgumentException if ν is negative, NaN or infinite
     */
    public HamiltonJacobi {
        Arguments.nonNegative(viscosity, "viscosity");
    }

    /**
     * Prepares the solution, which chooses its method for each time by error bounds.
     *
     * @param initial Φ₀; between its samples it is their trigonometric interpolant
     * @return the solution at any t ≥ 0
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or 2^1020 or more in modulus, or
     *     one side of a plane is more than 2^100 times as long as the other
     */
    @Override
    public HamiltonJacobiSolution solve(Field2D initial) {
        return new HamiltonJacobiSolution(this, initial, null);
    }

    /**
     * Prepares the solution by one method for all times, to compare methods.
     *
     * @param initial Φ₀
     * @param method the method
     * @return the solution; its {@code at} throws at times that the method cannot reach
     * @throws IllegalArgumentException as {@link #solve(Field2D)}, if ν = 0 and the method is not
     *     {@link SolutionMethod#HOPF_LAX}, or if osc(Φ₀)/2ν is above 30 and it is {@link SolutionMethod#MULTIPLIER}
     */
    public HamiltonJacobiSolution solve(Field2D initial, SolutionMethod method) {
        return new HamiltonJacobiSolution(this, initial, Objects.requireNonNull(method, "method"));
    }
}
