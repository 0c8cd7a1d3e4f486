package org.modewise.pde;

/**
 * e^{t·s} along the axes and in the plane, for a symbol s and a time that the owner may change: a solution sets it frame
 * by frame and allocates nothing. Not safe to share between threads.
 */
final class Exponential {
    /** e^710 overflows; the margin is for the product of the parts with the data. */
    private static final double LARGEST_EXPONENT = 700;

    private double t;
    private boolean grows;

    void time(double t) {
        if (!Double.isFinite(t)) {
            throw new IllegalArgumentException("t must be finite, got " + t);
        }
        this.t = t;
        this.grows = false;
    }

    /** Whether a factor has been above 1 since the time was set: only then can a product of them overflow. */
    boolean grows() {
        return grows;
    }

    private double modulus(double growthRate, double wavenumber) {
        double exponent = t * growthRate;
        if (exponent > 0 && t < 0) {
            throw new IllegalArgumentException("t must be >= 0, got " + t + ": run backward, this equation amplifies"
                    + " wavenumber " + (float) wavenumber + " by e^" + (float) exponent
                    + ", and the noise on it, which is ill-posed");
        }
        if (exponent > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("t must keep e^(t s) finite, got " + t + ": wavenumber "
                    + (float) wavenumber + " would grow by e^" + (float) exponent);
        }
        grows |= exponent > 0;
        return Math.exp(exponent);
    }

    /** e^{t·s} of the part of a symbol that belongs to one axis. */
    AxisFunction of(AxisFunction s) {
        return new AxisFunction() {
            @Override
            public double re(double k) {
                double modulus = modulus(s.re(k), k);
                return s.isReal() ? modulus : modulus * Math.cos(t * s.im(k));
            }

            @Override
            public double im(double k) {
                return modulus(s.re(k), k) * Math.sin(t * s.im(k));
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
                double modulus = modulus(s.re(kx, ky), Math.hypot(kx, ky));
                return s.isReal() ? modulus : modulus * Math.cos(t * s.im(kx, ky));
            }

            @Override
            public double im(double kx, double ky) {
                return modulus(s.re(kx, ky), Math.hypot(kx, ky)) * Math.sin(t * s.im(kx, ky));
            }

            @Override
            public boolean isReal() {
                return s.isReal();
            }
        };
    }
}
