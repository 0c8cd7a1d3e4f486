package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;

/** (κx, κy) ↦ a + ib, a complex function of the wavenumber vector that is no sum or product over the axes. */
interface PlaneFunction {
    double re(double kx, double ky);

    /** Called only if the function is not real. */
    double im(double kx, double ky);

    boolean isReal();

    /** A function of its parts; a null imaginary part makes it real. */
    static PlaneFunction of(DoubleBinaryOperator re, DoubleBinaryOperator im) {
        return new PlaneFunction() {
            @Override
            public double re(double kx, double ky) {
                return re.applyAsDouble(kx, ky);
            }

            @Override
            public double im(double kx, double ky) {
                return im == null ? 0 : im.applyAsDouble(kx, ky);
            }

            @Override
            public boolean isReal() {
                return im == null;
            }
        };
    }

    default PlaneFunction plus(PlaneFunction other) {
        return of(
                (kx, ky) -> re(kx, ky) + other.re(kx, ky),
                isReal() && other.isReal() ? null : (kx, ky) -> im(kx, ky) + other.im(kx, ky));
    }

    default PlaneFunction times(PlaneFunction other) {
        if (isReal() && other.isReal()) {
            return of((kx, ky) -> re(kx, ky) * other.re(kx, ky), null);
        }
        return of(
                (kx, ky) -> re(kx, ky) * other.re(kx, ky) - im(kx, ky) * other.im(kx, ky),
                (kx, ky) -> re(kx, ky) * other.im(kx, ky) + im(kx, ky) * other.re(kx, ky));
    }
}
