package org.modewise.pde;

import org.modewise.core.Field2D;

/** What the values of a field are within. */
interface ValueBounds {
    /** How far samples of another field lie outside, at least 0. */
    double excess(Field2D later);

    /** The samples of a field alone, and a value that counts among them. */
    static ValueBounds ofSamples(Field2D u, double value) {
        double low = Math.min(value, u.min());
        double high = Math.max(value, u.max());
        return later -> Math.max(0, Math.max(later.max() - high, low - later.min()));
    }

    /** The samples of a field and the peaks between them, which are looked for only if something lies outside. */
    static ValueBounds ofPeaks(Field2D u) {
        return later -> Math.max(
                later.max() <= u.max() ? 0 : Math.max(0, later.max() - Peak.highest(u)),
                later.min() >= u.min() ? 0 : Math.max(0, -later.min() - Peak.highest(u.times(-1))));
    }
}
