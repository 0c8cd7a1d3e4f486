package org.modewise.siren;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.modewise.core.internal.Arguments;

/**
 * Residuals of the usual equations, for {@link Pinn#residual}: zero where u is a solution. Δ and ∇ are along x, y and z, as
 * far as the domain has these axes. A coefficient is a number, or an {@link Expression}: a function of the coordinates, or
 * unknown.
 */
public final class PinnEquations {
    private static final List<String> SPACE = List.of("x", "y", "z");

    private PinnEquations() {}

    /**
     * u_t = α Δu.
     *
     * @param diffusivity α, length² per time, at least 0 and finite
     * @return u_t - αΔu
     * @throws IllegalArgumentException if α is negative or not finite
     */
    public static Function<Unknown, Expression> heat(double diffusivity) {
        return heat(Expression.constant(Arguments.nonNegative(diffusivity, "diffusivity")));
    }

    /**
     * u_t = α Δu.
     *
     * @param diffusivity α
     * @return u_t - αΔu
     */
    public static Function<Unknown, Expression> heat(Expression diffusivity) {
        Objects.requireNonNull(diffusivity, "diffusivity");
        return u -> u.t().minus(u.laplacian().times(diffusivity));
    }

    /**
     * u_t + u u_x = ν u_xx.
     *
     * @param viscosity ν, length² per time, at least 0 and finite; at 0 solutions jump, which no smooth network does
     * @return u_t + u·u_x - ν·u_xx
     * @throws IllegalArgumentException if ν is negative or not finite
     */
    public static Function<Unknown, Expression> burgers(double viscosity) {
        return burgers(Expression.constant(Arguments.nonNegative(viscosity, "viscosity")));
    }

    /**
     * u_t + u u_x = ν u_xx.
     *
     * @param viscosity ν
     * @return u_t + u·u_x - ν·u_xx
     */
    public static Function<Unknown, Expression> burgers(Expression viscosity) {
        Objects.requireNonNull(viscosity, "viscosity");
        return u -> u.t().plus(u.value().times(u.x())).minus(u.xx().times(viscosity));
    }

    /**
     * -Δu = f.
     *
     * @param f of the coordinates
     * @return Δu + f
     */
    public static Function<Unknown, Expression> poisson(Function<Unknown, Expression> f) {
        Objects.requireNonNull(f, "f");
        return u -> u.laplacian().plus(f.apply(u));
    }

    /**
     * u_t + c·∇u = 0. What starts as a wave of a short length or runs for many of them is hard for a network.
     *
     * @param velocity c along x, y and z, as far as there are these axes; one to three finite numbers
     * @return u_t + c·∇u
     * @throws IllegalArgumentException if there are not one to three numbers, or one is not finite
     */
    public static Function<Unknown, Expression> transport(double... velocity) {
        double[] c = Objects.requireNonNull(velocity, "velocity").clone();
        if (c.length < 1 || c.length > SPACE.size()) {
            throw new IllegalArgumentException("velocity must be 1 to 3 numbers, got " + c.length);
        }
        for (int axis = 0; axis < c.length; axis++) {
            Arguments.finite(c[axis], "velocity[" + axis + "]");
        }
        return u -> {
            Expression residual = u.t();
            for (int axis = 0; axis < c.length; axis++) {
                residual = residual.plus(u.first(SPACE.get(axis)).times(c[axis]));
            }
            return residual;
        };
    }

    /**
     * u_tt = c²Δu. It needs two initial conditions, on u and on u_t.
     *
     * @param speed c, at least 0 and finite
     * @return u_tt - c²Δu
     * @throws IllegalArgumentException if c is negative or not finite
     */
    public static Function<Unknown, Expression> wave(double speed) {
        double square = Arguments.nonNegative(speed, "speed") * speed;
        return u -> u.tt().minus(u.laplacian().times(square));
    }

    /**
     * u_t = D Δu + s(u - u³). Fronts between -1 and 1 of width √(2D/s). The benchmark of learned solvers has D = 0.0001 and
     * s = 5. Source: Allen and Cahn, Acta Metall. 27 (1979).
     *
     * @param diffusivity D, length² per time, at least 0 and finite
     * @param rate s, per time, at least 0 and finite
     * @return u_t - DΔu - s(u - u³)
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public static Function<Unknown, Expression> allenCahn(double diffusivity, double rate) {
        Arguments.nonNegative(diffusivity, "diffusivity");
        Arguments.nonNegative(rate, "rate");
        return u -> u.t().minus(u.laplacian().times(diffusivity))
                .minus(u.value().minus(u.value().cube()).times(rate));
    }

    /**
     * Φ_t + |∇Φ|²/2 = ν ΔΦ.
     *
     * @param viscosity ν, at least 0 and finite; at 0 solutions have kinks, which no smooth network has
     * @return Φ_t + |∇Φ|²/2 - νΔΦ
     * @throws IllegalArgumentException if ν is negative or not finite
     */
    public static Function<Unknown, Expression> hamiltonJacobi(double viscosity) {
        Arguments.nonNegative(viscosity, "viscosity");
        return u ->
                u.t().plus(u.gradientSquared().times(0.5)).minus(u.laplacian().times(viscosity));
    }
}
