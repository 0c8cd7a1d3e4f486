package org.modewise.pde;

import java.util.Set;
import org.modewise.core.internal.Arguments;

/**
 * u_t + βx u_xxx + βy u_yyy = 0, symbol i(βx κx³ + βy κy³).
 *
 * <p>Along one axis this is Airy's equation, the linear part of Korteweg and de Vries's: a wave of wavenumber k runs with
 * the phase velocity -βk² and a packet with -3βk², so that a bump sends a train of ripples backward. The axes do not mix.
 * Equations add: {@code new Dispersion(beta, 0).plus(new Transport(c, 0))} is u_t + c u_x + β u_xxx = 0. Kept: mean,
 * energy, every |û|, but the Nyquist modes, on which a grid can only act by the mean over both directions.
 * Reversible: any t, negative too. A wave's phase is right to some ε·|t·s|, ε = 2⁻⁵².
 *
 * <p>Good values on the unit square: β = 1e-4 with t from 0 to 1.
 *
 * @param betaX βx, length³ per time, finite
 * @param betaY βy, finite
 * @serial exclude
 */
public record Dispersion(double betaX, double betaY) implements LinearEquation {
    /**
     * Makes the equation.
     *
     * @param betaX βx, finite
     * @param betaY βy, finite
     * @throws IllegalArgumentException if a coefficient is NaN or infinite
     */
    public Dispersion {
        Arguments.finite(betaX, "betaX");
        Arguments.finite(betaY, "betaY");
    }

    @Override
    public Symbol symbol() {
        return Symbol.separable(k -> 0, k -> betaX * (k * k * k), k -> 0, k -> betaY * (k * k * k));
    }

    @Override
    public Set<Law> laws() {
        return Set.of(Law.MASS, Law.ENERGY);
    }
}
