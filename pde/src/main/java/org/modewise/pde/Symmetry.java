package org.modewise.pde;

/** f(-κ) = conj f(κ): what makes an operator one on real fields. */
final class Symmetry {
    /** Functions may differ by rounding between κ and -κ. */
    private static final double TOLERANCE = 1e-12;

    private Symmetry() {}

    /**
     * Checks functions on every mode of the grid. What is kept of a spectrum could not show it if they were wrong. A null
     * function is none.
     *
     * @throws IllegalArgumentException naming the first wavenumber where they are wrong
     */
    static void check(KeptModes modes, AxisFunction x, AxisFunction y, PlaneFunction plane) {
        check(modes.x(), x);
        check(modes.y(), y);
        for (int sample = modes.count() - 1; plane != null && sample >= 0; sample--) {
            double kx = modes.kx(sample);
            double ky = modes.ky(sample);
            boolean real = plane.isReal();
            check(
                    plane.re(kx, ky),
                    plane.re(-kx, -ky),
                    real ? 0 : plane.im(kx, ky),
                    real ? 0 : plane.im(-kx, -ky),
                    kx,
                    ky);
        }
    }

    private static void check(KeptModes.Axis axis, AxisFunction f) {
        for (int m = axis.half() - 1; f != null && m >= 0; m--) {
            double k = axis.wavenumber(m);
            check(f.re(k), f.re(-k), f.isReal() ? 0 : f.im(k), f.isReal() ? 0 : f.im(-k), k, 0);
        }
    }

    private static void check(double re, double mirroredRe, double im, double mirroredIm, double kx, double ky) {
        double tolerance = TOLERANCE * Math.max(Math.abs(re), Math.abs(im));
        if (Math.abs(re - mirroredRe) > tolerance || Math.abs(im + mirroredIm) > tolerance) {
            throw new IllegalArgumentException(
                    "symbols and multipliers must be even in their real part and odd in their imaginary part, got " + re
                            + " + " + im + "i at (" + kx + ", " + ky + ") and " + mirroredRe + " + " + mirroredIm
                            + "i at its opposite");
        }
    }
}
