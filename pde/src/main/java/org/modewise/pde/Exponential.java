package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/** e^{t·s} as a function of the wavenumber, and the bounds that a time must keep. Immutable. */
final class Exponential {
    /** e^710 overflows; the margin is for the product of the parts with the data. */
    static final double LARGEST_EXPONENT = 700;

    private final double t;

    Exponential(double t) {
        this.t = Arguments.finite(t, "t");
    }

    /** ln|e^{t·s}| from Re s at a wavenumber, if it is one that a solution may have. */
    static double checkedExponent(double t, double growthRate, double kx, double ky) {
        double exponent = t * growthRate;
        if (exponent > 0 && t < 0) {
            throw new IllegalArgumentException("t must be >= 0, got " + t + ": run backward, this equation amplifies"
                    + " wavenumber " + (float) Math.hypot(kx, ky) + " by e^" + (float) exponent
                    + ", and the noise on it, which is ill-posed");
        }
        if (exponent > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("t must keep e^(t s) finite, got " + t + ": wavenumber "
                    + (float) Math.hypot(kx, ky) + " would grow by e^" + (float) exponent);
        }
        return exponent;
    }

    private double modulus(double growthRate, double kx, double ky) {
        return Math.exp(checkedExponent(t, growthRate, kx, ky));
    }

    /** e^{t·s} of the part of a symbol that belongs to one axis. */
    AxisFunction of(AxisFunction s) {
        return new AxisFunction() {
            @Override
            public double re(double k) {
                double modulus = modulus(s.re(k), k, 0);
                return s.isReal() ? modulus : modulus * Math.cos(t * s.im(k));
            }

            @Override
            public double im(double k) {
                return modulus(s.re(k), k, 0) * Math.sin(t * s.im(k));
            }

            @Override
            public boolean isReal() {
                return s.isReal();
            }
        };
    }

    /** e^{t·s} of the part of a symbol that belongs to no axis. */
    PlaneFunction of(PlaneFunction s) {
        return new PlaneFunction() {
            @Override
            public double re(double kx, double ky) {
                double modulus = modulus(s.re(kx, ky), kx, ky);
                return s.isReal() ? modulus : modulus * Math.cos(t * s.im(kx, ky));
            }

            @Override
            public double im(double kx, double ky) {
                return modulus(s.re(kx, ky), kx, ky) * Math.sin(t * s.im(kx, ky));
            }

            @Override
            public boolean isReal() {
                return s.isReal();
            }
        };
    }
}
