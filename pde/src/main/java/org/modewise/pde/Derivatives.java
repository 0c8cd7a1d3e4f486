package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.VectorField2D;

/**
 * ∂ₓu ↔ iκx·û: derivatives of the trigonometric interpolant, exact for what the grid resolves.
 *
 * <p>On an even axis the first derivative of the Nyquist wave is 0 at every node, its second is not: there
 * {@code divergence(gradient(u))} and {@code laplacian(u)} differ.
 */
public final class Derivatives {
    private static final FourierMultiplier X = FourierMultiplier.derivative(1, 0);
    private static final FourierMultiplier Y = FourierMultiplier.derivative(0, 1);
    private static final FourierMultiplier LAPLACIAN = FourierMultiplier.of((kx, ky) -> -(kx * kx + ky * ky));

    private Derivatives() {}

    /**
     * ∇u = (∂ₓu, ∂_yu).
     *
     * @param u a field
     * @return its gradient
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static VectorField2D gradient(Field2D u) {
        Transformed transformed = Transformed.of(u, "u");
        return new VectorField2D(transformed.times(X), transformed.times(Y));
    }

    /**
     * ∇·v = ∂ₓvₓ + ∂_yv_y.
     *
     * @param v a vector field
     * @return its divergence
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Field2D divergence(VectorField2D v) {
        Objects.requireNonNull(v, "v");
        Transformed x = Transformed.of(v.x(), "v.x");
        return x.timesPlus(X, 1, x.with(v.y(), "v.y"), Y);
    }

    /**
     * ∇×v = ∂ₓv_y - ∂_yvₓ, the component out of the plane.
     *
     * @param v a vector field
     * @return its curl
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Field2D curl(VectorField2D v) {
        Objects.requireNonNull(v, "v");
        Transformed y = Transformed.of(v.y(), "v.y");
        return y.timesPlus(X, -1, y.with(v.x(), "v.x"), Y);
    }

    /**
     * Δu = ∂ₓ²u + ∂_y²u.
     *
     * @param u a field
     * @return its Laplacian
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Field2D laplacian(Field2D u) {
        return LAPLACIAN.apply(u);
    }
}
