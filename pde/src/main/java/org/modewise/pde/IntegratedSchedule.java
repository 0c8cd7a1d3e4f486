package org.modewise.pde;

import java.util.function.DoubleUnaryOperator;
import org.modewise.core.internal.Arguments;

/** β as it comes, and its integral by quadrature. */
record IntegratedSchedule(DoubleUnaryOperator function, TimeChange clock) implements NoiseSchedule {
    static IntegratedSchedule of(DoubleUnaryOperator function) {
        return new IntegratedSchedule(function, TimeChange.ofRate(t -> checked(function, t)));
    }

    @Override
    public double rate(double t) {
        return checked(function, Arguments.nonNegative(t, "t"));
    }

    private static double checked(DoubleUnaryOperator function, double t) {
        double rate = function.applyAsDouble(t);
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be >= 0 and finite, got " + rate + " at t = " + t);
        }
        return rate;
    }

    @Override
    public double integral(double t) {
        return clock.at(Arguments.nonNegative(t, "t"));
    }

    @Override
    public String toString() {
        return "t -> rate";
    }
}
