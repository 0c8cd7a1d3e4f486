package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * u_t + Ω·(-(y-c_y), x-c_x)·∇u = 0: the field turns about a centre like a solid body, u(·,t) = u₀ turned by Ωt,
 * counter-clockwise for Ω &gt; 0.
 *
 * <p>A turn is three shears, and a shear moves every row or column by a distance of its own, exactly, as
 * {@link Transport} moves them all. Kept: the mean, and the energy but for rounding. Reversible: any t, negative too.
 * Every t is reached from the initial field at once, so that errors do not add up.
 *
 * <p>A torus cannot turn: the field must lie within the largest disc about the centre, and its spectrum within the largest
 * disc of wavenumbers, both of them 8 % narrower for the corners of the shears. What is outside may be 1e-8 of the
 * field; errors are about as large as that, and those of rounding if there is nothing outside.
 *
 * <p>Source: M. Unser, P. Thévenaz, L. Yaroslavsky, Convolution-based interpolation for fast, high-quality rotation of
 * images, IEEE Trans. Image Processing 4, 1995, section III; the shears are those of A. Paeth, 1986.
 *
 * <p>The angle Ωt has the relative error of t itself: after a million turns six digits are gone.
 *
 * <p>Good values: Ω = 2π is one turn in the unit of time, about the middle of the grid.
 *
 * @param rate Ω, the angle in radians per time, finite
 * @param centerX the centre's x, finite
 * @param centerY the centre's y, finite
 * @serial exclude
 */
public record Rotation(double rate, double centerX, double centerY) implements Equation<Field2D>, Serializable {
    /**
     * Makes the equation.
     *
     * @param rate Ω, finite
     * @param centerX the centre's x, finite
     * @param centerY the centre's y, finite
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public Rotation {
        Arguments.finite(rate, "rate");
        Arguments.finite(centerX, "centerX");
        Arguments.finite(centerY, "centerY");
    }

    /**
     * Prepares the solution.
     *
     * @param initial u₀
     * @return the solution at any time
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the field or its spectrum
     *     reaches beyond the disc that can be turned, saying by how much, or its sums over the grid are beyond the doubles
     */
    @Override
    public RotationSolution solve(Field2D initial) {
        return new RotationSolution(this, Arguments.finite(initial, "u0"));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the rate and the centre, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "Rotation[rate=" + rate + ", centerX=" + centerX + ", centerY=" + centerY + "]",
                String.format(Locale.ROOT, "Rotation[rate=%.4g, centerX=%.4g, centerY=%.4g]", rate, centerX, centerY));
    }
}
