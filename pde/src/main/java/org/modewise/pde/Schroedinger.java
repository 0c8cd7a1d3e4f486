package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.ComplexField2D;
import org.modewise.core.internal.Arguments;

/**
 * iψ_t = -½(ħ/m) Δψ, multiplier e^{-i(ħ/2m)|κ|²t}.
 *
 * <p>The free particle: a packet of wavenumber κ moves with (ħ/m)κ and spreads, a Gaussian of width σ (of |ψ|²) to
 * σ√(1 + (ħt/2mσ²)²). On the torus all phases return together when they are whole turns, on the unit square at
 * t = (m/ħ)/π. Kept: ∫|ψ|², the momentum, the energy, every |ψ̂|. Reversible: any t, negative too, which is the conjugate of
 * the conjugate's future. The multiplier is even in κ, so a grid knows the Nyquist waves as well as any other.
 *
 * <p>Good values on the unit square: ħ/m = 0.01 and a Gaussian of width 0.1 on the wave (5, 0), with t from 0 to 1.
 *
 * @param hbarOverMass ħ/m, length² per time, at least 0 and finite; 1 in atomic units
 * @serial exclude
 */
public record Schroedinger(double hbarOverMass) implements Equation<ComplexField2D>, Serializable {
    /**
     * Makes the equation.
     *
     * @param hbarOverMass ħ/m, at least 0 and finite
     * @throws IllegalArgumentException if ħ/m is negative, NaN or infinite
     */
    public Schroedinger {
        Arguments.nonNegative(hbarOverMass, "hbarOverMass");
    }

    /**
     * Prepares the exact solution from a wave function.
     *
     * @param initial ψ at t = 0
     * @return the solution, at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first
     */
    @Override
    public SchroedingerSolution solve(ComplexField2D initial) {
        return new SchroedingerSolution(hbarOverMass, initial);
    }
}
