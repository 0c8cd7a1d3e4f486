package org.modewise.pde;

import java.util.function.Supplier;
import org.modewise.core.Field2D;

/** What the values of a field are within. */
record ValueBounds(double low, double high) {
    /** The samples of a field. */
    static ValueBounds of(Field2D u) {
        return new ValueBounds(u.min(), u.max());
    }

    /** Some samples, at least one. */
    static ValueBounds of(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new ValueBounds(low, high);
    }

    /** The samples of a field, and a value that counts among them. */
    static ValueBounds of(Field2D u, double value) {
        return new ValueBounds(Math.min(value, u.min()), Math.max(value, u.max()));
    }

    /**
     * The samples of a field, and its values between the nodes as far as its samples are to be trusted there.
     *
     * @param later a field that may lie outside the samples: only then are the values between them asked for
     * @param between the field's interpolant elsewhere; not what is to be judged by it
     * @param tail how far it is from the function sampled, beside its size
     */
    static ValueBounds of(Field2D u, Field2D later, Supplier<ValueBounds> between, double tail) {
        ValueBounds samples = of(u);
        if (samples.below(later) == 0 && samples.above(later) == 0) {
            return samples;
        }
        ValueBounds v = between.get();
        double doubt = tail * u.maxNorm();
        return new ValueBounds(Math.min(samples.low, v.low + doubt), Math.max(samples.high, v.high - doubt));
    }

    /** What the values of both are within. */
    ValueBounds and(ValueBounds other) {
        return new ValueBounds(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The largest modulus within them. */
    double modulus() {
        return Math.max(high, -low);
    }

    double middle() {
        return 0.5 * (low + high);
    }

    double width() {
        return high - low;
    }

    /** How far samples of another field lie below, at least 0. */
    double below(Field2D later) {
        return Math.max(0, low - later.min());
    }

    /** How far samples of another field lie above, at least 0. */
    double above(Field2D later) {
        return Math.max(0, later.max() - high);
    }
}
