package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import org.modewise.core.internal.Arguments;

/**
 * u_tt + 2γ u_t + m²u = c²Δu, modes e^{-γt}·(cos ωt, sin(ωt)/ω) with ω² = c²|κ|² + m² - γ².
 *
 * <p>γ = 0 is the Klein–Gordon equation, whose waves run with ω/|κ| &gt; c and whose packets run slower than c; m = 0 the
 * telegraph equation: fine waves run and fade by e^{-γt}, long ones, with c|κ| ≤ γ, creep like heat of diffusivity c²/2γ.
 * Kept: the energy ½∫(u_t² + c²|∇u|² + m²u²) if γ = 0, and it never grows otherwise; with m = 0 the mean of u_t + 2γu. A
 * group, well-posed both ways: for t &lt; 0 what was damped grows, by e^{2γ|t|} at most, and rounding with it; beyond e^700
 * it throws.
 *
 * <p>Good values on the unit square: c = 1, γ = 2, m = 0 or c = 1, γ = 0, m = 10, with t from 0 to 1.
 *
 * @param speed c, length per time, at least 0 and finite
 * @param damping γ, per time, at least 0 and finite
 * @param mass m, per time, at least 0 and finite
 * @serial exclude
 */
public record DampedWave(double speed, double damping, double mass) implements Equation<WaveState>, Serializable {
    /**
     * Makes the equation.
     *
     * @param speed c, at least 0 and finite
     * @param damping γ, at least 0 and finite
     * @param mass m, at least 0 and finite
     * @throws IllegalArgumentException if one of them is negative, NaN or infinite
     */
    public DampedWave {
        Arguments.nonNegative(speed, "speed");
        Arguments.nonNegative(damping, "damping");
        Arguments.nonNegative(mass, "mass");
    }

    /**
     * Prepares the exact solution from a displacement and a velocity.
     *
     * @param initial the state at t = 0
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or c²|κ|² + m² on the grid, or 2γ
     */
    @Override
    public WaveSolution solve(WaveState initial) {
        return WaveSolution.of(speed, damping, mass, initial);
    }

    /**
     * Prepares the exact solution between walls, which reflect the waves: upside down at a Dirichlet wall, upright at a
     * Neumann wall.
     *
     * @param initial the state at t = 0, on a grid that {@link Box#grid} makes
     * @param box the walls
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the field does not lie on the
     *     centres of the box's cells, or c²|κ|² + m² or 2γ is beyond the doubles for one of its waves
     */
    public WaveSolution solve(WaveState initial, Box box) {
        return WaveSolution.of(speed, damping, mass, initial, box);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the coefficients, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "DampedWave[speed=" + speed + ", damping=" + damping + ", mass=" + mass + "]",
                String.format(Locale.ROOT, "DampedWave[speed=%.4g, damping=%.4g, mass=%.4g]", speed, damping, mass));
    }
}
