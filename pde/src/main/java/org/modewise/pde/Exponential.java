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

    /** |e^{t·s}| from Re s at a wavenumber. */
    double modulus(double growthRate, double kx, double ky) {
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
        grows |= exponent > 0;
        return Math.exp(exponent);
    }

    /** arg e^{t·s} from Im s. */
    double phase(double frequency) {
        return t * frequency;
    }

    /** e^{t·s} of the part of a symbol that belongs to one axis. */
    AxisFunction of(AxisFunction s) {
        return new AxisFunction() {
            @Override
            public double re(double k) {
                double modulus = modulus(s.re(k), k, 0);
                return s.isReal() ? modulus : modulus * Math.cos(phase(s.im(k)));
            }

            @Override
            public double im(double k) {
                return modulus(s.re(k), k, 0) * Math.sin(phase(s.im(k)));
            }

            @Override
            public boolean isReal() {
                return s.isReal();
            }
        };
    }

    /** e^{t·s} of a symbol, or of the part of one, as a function of the plane. */
    PlaneFunction of(PlaneFunction s) {
        return new PlaneFunction() {
            @Override
            public double re(double kx, double ky) {
                double modulus = modulus(s.re(kx, ky), kx, ky);
                return s.isReal() ? modulus : modulus * Math.cos(phase(s.im(kx, ky)));
            }

            @Override
            public double im(double kx, double ky) {
                return modulus(s.re(kx, ky), kx, ky) * Math.sin(phase(s.im(kx, ky)));
            }

            @Override
            public boolean isReal() {
                return s.isReal();
            }
        };
    }
}
