package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * L(·,σ) = G_σ * u, the field at every scale: its details by size. G_σ is the periodic Gaussian of width σ, so that L is
 * heat at the time σ²/2.
 *
 * <p>The Laplacian times σ² can be compared between scales: to a Gaussian blob of width s and mass m it answers most at
 * σ = s, by -m/(4πs²) at the centre. Holds û and costs one inverse transform a field. Immutable, safe to share
 * between threads. Source: Lindeberg, Int. J. Computer Vision 30 (1998), sections 3 and 4.
 */
public final class ScaleSpace {
    private final Grid2D grid;
    private final Transformed field;

    private ScaleSpace(Grid2D grid, Transformed field) {
        this.grid = grid;
        this.field = field;
    }

    /**
     * The scale space of a field.
     *
     * @param u the field
     * @return its scale space
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first
     */
    public static ScaleSpace of(Field2D u) {
        Transformed field = Transformed.of(u, "u");
        return new ScaleSpace(u.grid(), field);
    }

    /**
     * The grid of the field.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return grid;
    }

    /**
     * G_σ * u.
     *
     * @param sigma σ, the width of the Gaussian in the grid's units, at least 0
     * @return the blurred field, as {@link Heat#blur} gives it
     * @throws IllegalArgumentException if {@code sigma} is negative, NaN or infinite
     */
    public Field2D blur(double sigma) {
        return field.times(Heat.gaussian(sigma));
    }

    /**
     * σ²ΔG_σ * u, the Laplacian of Gaussian, normalised to its scale: negative where a bright blob of that size is.
     *
     * @param sigma σ in the grid's units, at least 0
     * @return the field, of the unit of u
     * @throws IllegalArgumentException if {@code sigma} is negative, NaN or infinite
     */
    public Field2D normalizedLaplacian(double sigma) {
        Arguments.nonNegative(sigma, "sigma");
        return times((kx, ky) -> {
            double square = square(sigma * kx, sigma * ky);
            return -square * Math.exp(-0.5 * square);
        });
    }

    /**
     * G_σ₁ * u - G_σ₂ * u, without cancellation between widths that are close. About
     * (1 - σ₂/σ₁) times {@link #normalizedLaplacian} of σ₁ if they are.
     *
     * @param sigma1 σ₁ in the grid's units, at least 0
     * @param sigma2 σ₂ in the grid's units, at least 0
     * @return the difference of the blurred fields
     * @throws IllegalArgumentException if a width is negative, NaN or infinite
     */
    public Field2D differenceOfGaussians(double sigma1, double sigma2) {
        Arguments.nonNegative(sigma1, "sigma1");
        Arguments.nonNegative(sigma2, "sigma2");
        double fine = Math.min(sigma1, sigma2);
        double sign = sigma1 <= sigma2 ? 1 : -1;
        // σ₂² - σ₁² of the wider and the finer one.
        double rest = Math.sqrt(Math.abs(sigma2 - sigma1)) * Math.sqrt(sigma1 + sigma2);
        return times((kx, ky) -> -sign
                * Math.exp(-0.5 * square(fine * kx, fine * ky))
                * Math.expm1(-0.5 * square(rest * kx, rest * ky)));
    }

    /** |κ|² as far as a Gaussian can tell: the square of a huge width is no infinity. */
    private static double square(double kx, double ky) {
        return Math.min(kx * kx + ky * ky, Double.MAX_VALUE);
    }

    private Field2D times(DoubleBinaryOperator multiplier) {
        return field.times(FourierMultiplier.of(multiplier));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid
     */
    @Override
    public String toString() {
        return "ScaleSpace[" + grid.nx() + "x" + grid.ny() + "]";
    }
}
