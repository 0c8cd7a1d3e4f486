package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * dX = -∇V(X)dt + √(2D)dW, density p_t = ∇·(p∇V) + D Δp, for any smooth potential V.
 *
 * <p>With p = e^{-V/2D}ψ it is ψ_t = -Hψ, H = -DΔ + |∇V|²/4D - ½ΔV, which is symmetric and has no negative eigenvalue:
 * the grid's H, with Fourier derivatives, is taken apart into eigenvectors once, and any time costs two products with
 * them. Early, while p has not yet fallen as e^{-V/2D} up the walls, ψ is too large there for that: until {@link
 * LangevinSolution#handover} p₀ is moved by exponentials of the generator instead, and polynomials in t lie between the
 * times reached. Both must tell the same story over the octave that follows. Kept: the mass, the stationary density
 * e^{-V/D}/Z, which is made the eigenvector to 0 exactly, and, to 1e-8 of the peak, positivity. No time steps; what is
 * off by more than 1e-8 of the peak, by {@link LangevinSolution#errorEstimate}, is refused.
 *
 * <p>Domains are periodic: either V is, or it is so high at the edges that nothing gets there, but no higher than need
 * be. A p₀ that does not vanish at such edges has a cliff. A plane with n×n nodes and a potential that is no sum over
 * the axes takes O(n⁶) to prepare.
 *
 * <p>Good values: {@code Langevin.of(x -> Math.pow(x * x - 1, 2), 0.25)} on 96 nodes of the line [-2.4, 2.4).
 */
public final class Langevin implements Equation<Field2D> {
    private final DoubleUnaryOperator x;
    private final DoubleUnaryOperator y;
    private final DoubleBinaryOperator plane;
    private final double diffusivity;

    private Langevin(DoubleUnaryOperator x, DoubleUnaryOperator y, DoubleBinaryOperator plane, double diffusivity) {
        this.x = x;
        this.y = y;
        this.plane = plane;
        this.diffusivity = Arguments.positive(diffusivity, "diffusivity");
    }

    /**
     * The process on a line along x.
     *
     * @param potential V, smooth from node to node, also four nodes beyond the edges
     * @param diffusivity D = 1/β, positive and finite
     * @return the process
     * @throws IllegalArgumentException if D is not positive and finite
     */
    public static Langevin of(DoubleUnaryOperator potential, double diffusivity) {
        return new Langevin(Objects.requireNonNull(potential, "potential"), null, null, diffusivity);
    }

    /**
     * The process on a plane whose potential is a sum over the axes.
     *
     * @param x V's part along x
     * @param y V's part along y
     * @param diffusivity D = 1/β, positive and finite
     * @return the process
     * @throws IllegalArgumentException if D is not positive and finite
     */
    public static Langevin separable(DoubleUnaryOperator x, DoubleUnaryOperator y, double diffusivity) {
        return new Langevin(Objects.requireNonNull(x, "x"), Objects.requireNonNull(y, "y"), null, diffusivity);
    }

    /**
     * The process on a plane with any potential, for grids of at most {@value LangevinSolution#MOST_NODES} nodes.
     *
     * @param potential V, smooth from node to node, also four nodes beyond the edges
     * @param diffusivity D = 1/β, positive and finite
     * @return the process
     * @throws IllegalArgumentException if D is not positive and finite
     */
    public static Langevin of(DoubleBinaryOperator potential, double diffusivity) {
        return new Langevin(null, null, Objects.requireNonNull(potential, "potential"), diffusivity);
    }

    /**
     * Prepares the density from samples of the initial one.
     *
     * @param density p₀; on a line, its grid has one row
     * @return the density at any time t ≥ 0
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, V is not finite at a node or next
     *     to it, the grid does not resolve e^{-V/2D} or what becomes of p₀, the potential is not one of as many variables as the grid has, or the grid has too many nodes
     */
    @Override
    public LangevinSolution solve(Field2D density) {
        Arguments.finite(density, "p0");
        boolean line = LineGrids.isAlongX(density.grid());
        if (line != (y == null && plane == null)) {
            throw new IllegalArgumentException(
                    "the potential must depend on " + (line ? "x alone" : "x and y") + " on " + density.grid());
        }
        if (plane != null) {
            return LangevinSolution.plane(density, plane, diffusivity);
        }
        return LangevinSolution.axes(density, x, y, diffusivity);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the diffusivity
     */
    @Override
    public String toString() {
        return "Langevin[V of " + (plane == null ? y == null ? "x" : "x plus V of y" : "x and y") + ", diffusivity "
                + (float) diffusivity + "]";
    }
}
