package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.Field2D;

/**
 * u_t = Lu with constant coefficients on a periodic rectangle: û(κ,t) = e^{t·s(κ)} û(κ,0), exactly, at any t.
 *
 * <p>Equations add: the sum of two has the sum of their symbols, and the product of their multipliers. Implementations
 * are immutable values.
 */
public interface LinearEquation extends Equation<Field2D>, Serializable {
    /**
     * The symbol s of L.
     *
     * @return the symbol, on no particular grid
     */
    Symbol symbol();

    /**
     * e^{t·s(κ)}, the propagator over a time.
     *
     * @param t the time, finite
     * @return the multiplier
     * @throws IllegalArgumentException if {@code t} is not finite
     */
    default FourierMultiplier multiplier(double t) {
        return FourierMultiplier.exp(Objects.requireNonNull(symbol(), "symbol()"), t);
    }

    /**
     * u_t = L₁u + L₂u.
     *
     * @param other the equation of L₂
     * @return the equation of the sum
     */
    default LinearEquation plus(LinearEquation other) {
        return new LinearSum(this, Objects.requireNonNull(other, "other"));
    }

    @Override
    default SpectralSolution solve(Field2D initial) {
        return new SpectralSolution(Objects.requireNonNull(symbol(), "symbol()"), initial);
    }
}
