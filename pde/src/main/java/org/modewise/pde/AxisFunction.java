package org.modewise.pde;

import java.util.function.DoubleUnaryOperator;

/** k ↦ a + ib, a complex function of the wavenumber along one axis. */
interface AxisFunction {
    double re(double k);

    /** Called only if the function is not real. */
    double im(double k);

    boolean isReal();

    /** A function of its parts; a null imaginary part makes it real. */
    static AxisFunction of(DoubleUnaryOperator re, DoubleUnaryOperator im) {
        return new AxisFunction() {
            @Override
            public double re(double k) {
                return re.applyAsDouble(k);
            }

            @Override
            public double im(double k) {
                return im == null ? 0 : im.applyAsDouble(k);
            }

            @Override
            public boolean isReal() {
                return im == null;
            }
        };
    }

    default AxisFunction plus(AxisFunction other) {
        return of(k -> re(k) + other.re(k), isReal() && other.isReal() ? null : k -> im(k) + other.im(k));
    }

    default AxisFunction times(AxisFunction other) {
        if (isReal() && other.isReal()) {
            return of(k -> re(k) * other.re(k), null);
        }
        return of(k -> re(k) * other.re(k) - im(k) * other.im(k), k -> re(k) * other.im(k) + im(k) * other.re(k));
    }
}
