package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * u_t + u u_x = ν u_xx, each row of the field a periodic line of its own.
 *
 * <p>Crests overtake troughs until viscosity, or for ν = 0 the entropy condition, holds them in shocks of width ν/Δu; these
 * merge, and what is left decays to the mean. By the Cole–Hopf transform u = -2ν φ_x/φ with φ_t = νφ_xx, so the solution is
 * exact at any t, though never as a plain multiplier where φ spans more than a few powers of e: {@link SolutionMethod} says
 * what is done then. ν = 0 is the entropy solution, by Hopf and Lax. Kept: the mean of each row, which moves the rest
 * along. Never grown: the total variation, the maximum and the energy.
 *
 * <p>Good values on [-1, 1): u₀ = -sin πx, ν = 0.01/π with t from 0 to 1, the benchmark of learned solvers. Sources:
 * E. Hopf, Comm. Pure Appl. Math. 3 (1950); J. D. Cole, Quart. Appl. Math. 9 (1951); P. D. Lax, Comm. Pure Appl. Math. 10
 * (1957).
 *
 * @param viscosity ν, length² per time, at least 0 and finite
 * @serial exclude
 */
public record Burgers(double viscosity) implements Equation<Field2D>, Serializable {
    /**
     * Makes the equation.
     *
     * @param viscosity ν, at least 0 and finite
     * @throws IllegalArgumentException if ν is negative, NaN or infinite
     */
    public Burgers {
        Arguments.nonNegative(viscosity, "viscosity");
    }

    /**
     * Prepares the solution, which chooses its method for each time by error bounds.
     *
     * @param initial u₀; between its samples it is their trigonometric interpolant
     * @return the solution at any t ≥ 0
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or 2^1020 or more in modulus
     */
    @Override
    public BurgersSolution solve(Field2D initial) {
        return new BurgersSolution(this, initial, null);
    }

    /**
     * Prepares the solution by one method for all times, to compare methods.
     *
     * @param initial u₀
     * @param method the method
     * @return the solution; its {@code at} throws at times that the method cannot reach
     * @throws IllegalArgumentException as {@link #solve(Field2D)}, if ν = 0 and the method is not
     *     {@link SolutionMethod#HOPF_LAX}, or if osc(Φ₀)/2ν is above 30 and it is {@link SolutionMethod#MULTIPLIER}
     */
    public BurgersSolution solve(Field2D initial, SolutionMethod method) {
        return new BurgersSolution(this, initial, Objects.requireNonNull(method, "method"));
    }
}
