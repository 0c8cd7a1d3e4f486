package org.modewise.pde;

/**
 * -(xx·κx² + 2xy·κx·κy + yy·κy²), the symbol of diffusion by a tensor, with xx·yy ≥ xy².
 *
 * @param xx at least 0
 * @param xy the mixed entry
 * @param yy at least 0
 */
record QuadraticForm(double xx, double xy, double yy) implements PlaneFunction {
    @Override
    public double re(double kx, double ky) {
        // Completed to squares about the larger entry, so that rounding lets no wave grow.
        return xx >= yy ? -decay(xx, kx, yy, ky) : -decay(yy, ky, xx, kx);
    }

    private double decay(double larger, double k, double smaller, double other) {
        double shear = larger == 0 ? 0 : xy / larger;
        double sheared = k + shear * other;
        double rest = Math.max(0, smaller - xy * shear);
        return larger * (sheared * sheared) + rest * (other * other);
    }

    @Override
    public double im(double kx, double ky) {
        return 0;
    }

    @Override
    public boolean isReal() {
        return true;
    }
}
