package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/** A field's transform and the plan that made it, for more than one multiplier on one field, or for their sum. */
final class Transformed {
    private final RealFft2D fft;
    private final double[] spectrum;
    /** How large the data were, for messages. */
    private final double maxNorm;

    private Transformed(RealFft2D fft, double[] spectrum, double maxNorm) {
        this.fft = fft;
        this.spectrum = spectrum;
        this.maxNorm = maxNorm;
    }

    /** Transforms a field, which its caller knows by a name. */
    static Transformed of(Field2D u, String name) {
        Arguments.finite(u, name);
        return of(RealFft2D.of(u.grid()), u);
    }

    private static Transformed of(RealFft2D fft, Field2D u) {
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(u), spectrum);
        return new Transformed(fft, spectrum, u.maxNorm());
    }

    /** The transform of a further field on the same grid. */
    Transformed with(Field2D u, String name) {
        return of(fft, Arguments.finite(u, name));
    }

    /** m·û as a field. */
    Field2D times(FourierMultiplier multiplier) {
        return inverse(product(multiplier), maxNorm);
    }

    /** m₁·û + c·m₂·v̂ as a field. */
    Field2D timesPlus(
            FourierMultiplier multiplier, double factor, Transformed other, FourierMultiplier otherMultiplier) {
        double[] sum = product(multiplier);
        double[] term = other.product(otherMultiplier);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += factor * term[k];
        }
        return inverse(sum, Math.max(maxNorm, other.maxNorm));
    }

    private double[] product(FourierMultiplier multiplier) {
        double[] product = new double[spectrum.length];
        MultiplierTable.of(multiplier, new KeptModes(fft.grid(), fft.layout())).multiply(spectrum, product);
        return product;
    }

    private Field2D inverse(double[] product, double maxNorm) {
        if (!MultiplierTable.isInvertible(product)) {
            throw new IllegalArgumentException("u must keep the result finite, got max |u| = " + maxNorm);
        }
        double[] values = new double[fft.grid().size()];
        fft.inverse(product, values);
        return FieldAccess.wrap(fft.grid(), values);
    }
}
