package org.modewise.pde;

import java.util.function.Supplier;
import org.modewise.core.Field2D;

/** What the values of a field are within. */
interface ValueBounds {
    /** How far samples of another field lie outside, at least 0. */
    double excess(Field2D later);

    /** The samples of a field, and a value that counts among them. */
    static ValueBounds of(Field2D u, double value) {
        return of(Math.min(value, u.min()), Math.max(value, u.max()));
    }

    private static ValueBounds of(double low, double high) {
        return later -> Math.max(0, Math.max(later.max() - high, low - later.min()));
    }

    /**
     * The samples of a field, and its values between the nodes as far as its samples are to be trusted there.
     *
     * @param between the field's interpolant elsewhere, asked for only if something lies outside the samples
     * @param tail how far it is from the function sampled, beside its size
     */
    static ValueBounds of(Field2D u, Supplier<Field2D> between, double tail) {
        return later -> {
            double excess = of(u.min(), u.max()).excess(later);
            if (excess == 0) {
                return 0;
            }
            Field2D v = between.get();
            double doubt = tail * u.maxNorm();
            return of(Math.min(u.min(), v.min() + doubt), Math.max(u.max(), v.max() - doubt))
                    .excess(later);
        };
    }
}
