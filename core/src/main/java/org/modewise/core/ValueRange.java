package org.modewise.core;

import java.util.List;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/** v ↦ (v − lo)/(hi − lo): the values that the ends of a colour map stand for. An empty range puts its value at ½. */
record ValueRange(double lo, double hi) {
    /** Checks a range that a caller chose. */
    ValueRange {
        Arguments.finite(lo, "lo");
        Arguments.finite(hi, "hi");
        if (lo > hi) {
            throw new IllegalArgumentException("lo must be <= hi, got lo " + lo + " and hi " + hi);
        }
    }

    /** The range of the finite samples of all fields; [0,0] if there are none. */
    static ValueRange of(List<Field2D> fields) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (Field2D field : fields) {
            for (double value : FieldAccess.values(field)) {
                if (Double.isFinite(value)) {
                    lo = Math.min(lo, value);
                    hi = Math.max(hi, value);
                }
            }
        }
        return lo <= hi ? new ValueRange(lo, hi) : new ValueRange(0, 0);
    }

    /** Where a value lies, from 0 at lo to 1 at hi, clamped; NaN for NaN. */
    double position(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        if (value <= lo) {
            return value == lo && lo == hi ? 0.5 : 0;
        }
        if (value >= hi) {
            return 1;
        }
        // Halved, because hi - lo may overflow; the division by a subnormal range is still exact enough.
        return hi - lo < Double.POSITIVE_INFINITY ? (value - lo) / (hi - lo) : (value / 2 - lo / 2) / (hi / 2 - lo / 2);
    }
}
