package org.modewise.pde;

import java.util.Arrays;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.internal.FieldAccess;

/**
 * The coefficients of a field's waves between walls, and what multipliers make of them. Immutable, safe to share between
 * threads.
 */
final class BoxWaves {
    private final BoxTransform transform;
    private final double[] coefficients;
    /** How large the data were, for messages. */
    private final double maxNorm;

    private BoxWaves(BoxTransform transform, double[] coefficients, double maxNorm) {
        this.transform = transform;
        this.coefficients = coefficients;
        this.maxNorm = maxNorm;
    }

    /** Transforms a field, which its caller knows by a name. */
    static BoxWaves of(Field2D u, Box box, String name) {
        Objects.requireNonNull(box, "box");
        box.checked(u, name);
        BoxTransform transform = new BoxTransform(box, u.grid());
        double[] coefficients = new double[transform.count()];
        transform.forward(FieldAccess.values(u), coefficients);
        MultiplierTable.checkInvertible(coefficients, u, name);
        return new BoxWaves(transform, coefficients, u.maxNorm());
    }

    BoxTransform transform() {
        return transform;
    }

    /** The coefficients themselves. */
    double[] coefficients() {
        return coefficients;
    }

    /** m·û as a field. */
    Field2D times(FourierMultiplier multiplier) {
        Reflection.check(transform, multiplier.x(), multiplier.y(), multiplier.plane());
        PlaneFunction m = multiplier.product();
        double[] product = new double[coefficients.length];
        for (int k = 0; k < product.length; k++) {
            double factor = m.re(transform.kx(k), transform.ky(k));
            if (!Double.isFinite(factor)) {
                throw new IllegalArgumentException("symbols and multipliers must be finite, got " + factor
                        + " at wavenumber (" + transform.kx(k) + ", " + transform.ky(k) + ")");
            }
            product[k] = factor * coefficients[k];
        }
        if (!MultiplierTable.isInvertible(product)) {
            throw new IllegalArgumentException("u must keep the result finite, got max |u| = " + maxNorm);
        }
        double[] values = new double[transform.grid().size()];
        transform.inverse(product, ones(transform.x()), ones(transform.y()), values);
        return FieldAccess.wrap(transform.grid(), values);
    }

    static double[] ones(BoxAxis axis) {
        double[] ones = new double[axis.slots()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
