package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.internal.Arguments;

/**
 * u_tt = c²Δu, modes û(κ,t) = cos(ωt)·û(κ,0) + sin(ωt)/ω·û_t(κ,0) with ω = c|κ|.
 *
 * <p>Sound, light, a membrane: what starts at a point spreads at the speed c, along a line without changing its shape
 * (d'Alembert). The mean moves uniformly: it grows by mean(u_t)·t, which stays as it is. Kept: the energy
 * ½∫(u_t² + c²|∇u|²), and of every mode its own. Reversible: any t, negative too, and a wave's
 * phase is right to some ε·|t|ω, ε = 2⁻⁵². Both factors are even in κ, so a grid
 * knows the Nyquist waves as well as any other.
 *
 * <p>Good values on the unit square: c = 1 with t from 0 to 1; along an axis everything comes back at t = 1/c.
 *
 * @param speed c, length per time, at least 0 and finite
 * @serial exclude
 */
public record Wave(double speed) implements Equation<WaveState>, Serializable {
    /**
     * Makes the equation.
     *
     * @param speed c, at least 0 and finite
     * @throws IllegalArgumentException if c is negative, NaN or infinite
     */
    public Wave {
        Arguments.nonNegative(speed, "speed");
    }

    /**
     * Prepares the exact solution from a displacement and a velocity.
     *
     * @param initial the state at t = 0
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or c²|κ|² on the grid
     */
    @Override
    public WaveSolution solve(WaveState initial) {
        return WaveSolution.of(speed, 0, 0, initial);
    }

    /**
     * Prepares the exact solution between walls, which reflect the waves: upside down at a Dirichlet wall, upright at a
     * Neumann wall.
     *
     * @param initial the state at t = 0, on a grid that {@link Box#grid} makes
     * @param box the walls
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the field does not lie on the
     *     centres of the box's cells, or c²|κ|² is beyond the doubles for one of its waves
     */
    public WaveSolution solve(WaveState initial, Box box) {
        return WaveSolution.of(speed, 0, 0, initial, box);
    }
}
