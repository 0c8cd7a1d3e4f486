package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.internal.Arguments;

/**
 * β(t) = first + (last - first)·t.
 *
 * @param first β(0)
 * @param last β(1)
 * @serial exclude
 */
record LinearSchedule(double first, double last) implements NoiseSchedule, Serializable {
    LinearSchedule {
        Arguments.nonNegative(first, "first");
        Arguments.nonNegative(last, "last");
    }

    @Override
    public double rate(double t) {
        Arguments.nonNegative(t, "t");
        double rate = first + (last - first) * t;
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("t must keep the rate >= 0 and finite, got rate " + rate + " at " + t);
        }
        return rate;
    }

    @Override
    public double integral(double t) {
        return 0.5 * (first + rate(t)) * t;
    }

    @Override
    public String toString() {
        return "linear from " + (float) first + " to " + (float) last;
    }
}
