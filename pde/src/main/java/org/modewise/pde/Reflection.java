package org.modewise.pde;

/** f(±κx, ±κy) = f(κ), real: what lets an operator act on the waves between walls. */
final class Reflection {
    private static final double TOLERANCE = 1e-12;

    private Reflection() {}

    /**
     * Checks functions on all waves of a box. A null function is none.
     *
     * @throws IllegalArgumentException naming a wavenumber where they are wrong
     */
    static void check(BoxTransform waves, AxisFunction x, AxisFunction y, PlaneFunction plane) {
        check(waves.x(), x, true);
        check(waves.y(), y, false);
        for (int k = 0; plane != null && k < waves.count(); k++) {
            double kx = waves.kx(k);
            double ky = waves.ky(k);
            check(plane.re(kx, ky), plane.re(-kx, ky), plane.isReal() ? 0 : plane.im(kx, ky), kx, ky);
            check(plane.re(kx, ky), plane.re(kx, -ky), plane.isReal() ? 0 : plane.im(kx, -ky), kx, ky);
        }
    }

    private static void check(BoxAxis axis, AxisFunction f, boolean alongX) {
        for (int slot = 0; f != null && slot < axis.slots(); slot++) {
            double k = axis.wavenumber(slot);
            check(f.re(k), f.re(-k), f.isReal() ? 0 : f.im(k), alongX ? k : 0, alongX ? 0 : k);
        }
    }

    private static void check(double re, double mirrored, double im, double kx, double ky) {
        if (Math.abs(im) > TOLERANCE * Math.abs(re) || Math.abs(re - mirrored) > TOLERANCE * Math.abs(re)) {
            throw new IllegalArgumentException(
                    "walls reflect waves, so in a box symbols and multipliers must be real and even in kx and in ky, got "
                            + re + " + " + im + "i at (" + kx + ", " + ky + ") and " + mirrored
                            + " as the real part of its reflection");
        }
    }
}
