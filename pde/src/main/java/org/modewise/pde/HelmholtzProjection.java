package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/**
 * v = c + ∇Φ + w with ∇·w = 0: Helmholtz's decomposition of a velocity on a torus, ∇Φ being the gradient field nearest to
 * v - c in L². Φ̂ = -iκ·v̂/|κ|², with the mean 0. Waves at Nyquist of an even axis, whose derivatives the grid cannot show,
 * belong to w. Immutable, safe to share between threads.
 */
public final class HelmholtzProjection {
    private static final FourierMultiplier INVERSE_X =
            FourierMultiplier.of((kx, ky) -> 0, (kx, ky) -> kx == 0 && ky == 0 ? 0 : -kx / (kx * kx + ky * ky));
    private static final FourierMultiplier INVERSE_Y =
            FourierMultiplier.of((kx, ky) -> 0, (kx, ky) -> kx == 0 && ky == 0 ? 0 : -ky / (kx * kx + ky * ky));

    private final VectorField2D velocity;
    private final TrigonometricPlane potential;
    private final double[] mean;

    private HelmholtzProjection(VectorField2D velocity) {
        Arguments.finite(velocity.x(), "v.x");
        Arguments.finite(velocity.y(), "v.y");
        this.velocity = velocity;
        RealFft2D fft = RealFft2D.of(velocity.grid());
        TrigonometricPlane x = TrigonometricPlane.through(fft, FieldAccess.values(velocity.x()));
        TrigonometricPlane y = TrigonometricPlane.through(fft, FieldAccess.values(velocity.y()));
        this.mean = new double[] {x.mean(), y.mean()};
        this.potential = x.times(INVERSE_X).plus(y.times(INVERSE_Y));
    }

    /**
     * Decomposes a velocity.
     *
     * @param velocity v
     * @return its parts
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first
     */
    public static HelmholtzProjection of(VectorField2D velocity) {
        return new HelmholtzProjection(Objects.requireNonNull(velocity, "v"));
    }

    /**
     * The potential.
     *
     * @return Φ, of mean 0
     */
    public Field2D potential() {
        return FieldAccess.wrap(velocity.grid(), potential.sample());
    }

    /**
     * The mean and the gradient: what is left of v without vorticity, and what {@link PotentialBurgers} takes.
     *
     * @return c + ∇Φ
     */
    public VectorField2D irrotational() {
        return new VectorField2D(component(0), component(1));
    }

    private Field2D component(int axis) {
        double[] values = gradient(axis).sample();
        for (int k = 0; k < values.length; k++) {
            values[k] += mean[axis];
        }
        return FieldAccess.wrap(velocity.grid(), values);
    }

    /**
     * The rest.
     *
     * @return w, without divergence and of mean 0
     */
    public VectorField2D solenoidal() {
        return velocity.minus(irrotational());
    }

    /** ∂Φ along an axis. */
    TrigonometricPlane gradient(int axis) {
        return potential.times(FourierMultiplier.derivative(1 - axis, axis));
    }

    TrigonometricPlane potentialPlane() {
        return potential;
    }

    double mean(int axis) {
        return mean[axis];
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the mean of the velocity
     */
    @Override
    public String toString() {
        return "HelmholtzProjection[" + velocity.grid().nx() + "x"
                + velocity.grid().ny() + ", mean (" + (float) mean[0] + ", " + (float) mean[1] + ")]";
    }
}
