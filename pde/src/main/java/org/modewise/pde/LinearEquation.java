package org.modewise.pde;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.modewise.core.Field2D;

/**
 * u_t = Lu with constant coefficients on a periodic rectangle, or in a {@link Box}: û(κ,t) = e^{t·s(κ)} û(κ,0), exactly, at
 * any t.
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

    /**
     * What the equation keeps, for certificates to check. An equation of one's own that keeps more than its symbol shows
     * at κ = 0 says so by overriding this.
     *
     * @return the laws; {@link Law#MASS} if s(0) = 0, and no other
     */
    default Set<Law> laws() {
        Symbol symbol = Objects.requireNonNull(symbol(), "symbol()");
        return symbol.re(0, 0) == 0 && symbol.im(0, 0) == 0 ? Set.of(Law.MASS) : Set.of();
    }

    @Override
    default SpectralSolution solve(Field2D initial) {
        return new SpectralSolution(
                Objects.requireNonNull(symbol(), "symbol()"), Objects.requireNonNull(laws(), "laws()"), initial);
    }

    /**
     * Solves the equation between walls, which reflect its waves.
     *
     * @param initial u₀, on a grid that {@link Box#grid} makes
     * @param box the walls
     * @return the solution at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the field does not lie on the
     *     centres of the box's cells, or the symbol is not real or not even in κx and in κy
     */
    default BoxSolution solve(Field2D initial, Box box) {
        return new BoxSolution(
                Objects.requireNonNull(symbol(), "symbol()"), Objects.requireNonNull(laws(), "laws()"), initial, box);
    }
}
