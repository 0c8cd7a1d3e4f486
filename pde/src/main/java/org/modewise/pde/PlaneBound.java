package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.logdomain.StripBound;

/** The {@link StripBound} along one axis of a potential in the plane and of its gradient. */
final class PlaneBound {
    /** No exponential leaves the doubles. */
    private static final double MOST = 600;

    /** What a gradient may lose. */
    private static final double GRADIENT = 2e-13;

    private PlaneBound() {}

    /**
     * The bound of e^{-factor·Φ} times u or v along an axis. Modes that are lost in the rounding of the samples are none, as
     * in {@link LineBound}.
     */
    static StripBound of(TrigonometricPlane potential, TrigonometricPlane[] velocity, boolean alongX) {
        Grid2D grid = potential.grid();
        int n = alongX ? grid.nx() : grid.ny();
        double length = alongX ? grid.lx() : grid.ly();
        double rounding = Math.ulp(1.0) * Math.sqrt(grid.size());
        int degree = potential.degree(alongX, rounding * potential.bound());
        for (TrigonometricPlane component : velocity) {
            // A gradient has the rounding of its potential times the wavenumber.
            degree = Math.max(degree, component.degree(alongX, Math.max(rounding, GRADIENT) * component.bound()));
        }
        // Where the highest modes are not far below Nyquist the maximum may lie between the nodes.
        TrigonometricPlane phi = 4 * degree <= n ? potential : potential.on(finer(grid, alongX));
        double top = 2 * Math.PI * degree / length;
        double dx = length / n;
        int count = 1;
        while (eta(dx, count) < 2 * length && eta(dx, count) * top < MOST) {
            count++;
        }
        double[] values = phi.sample();
        double[] etas = new double[count];
        double[] growth = new double[count];
        double[] logGrowth = new double[count];
        for (int k = 0; k < count; k++) {
            double eta = eta(dx, k);
            etas[k] = eta;
            FourierMultiplier axis = alongX
                    ? FourierMultiplier.separable(kx -> cosh(kx, top, eta), ky -> 1)
                    : FourierMultiplier.separable(kx -> 1, ky -> cosh(ky, top, eta));
            double[] shifted = phi.times(axis).sample();
            for (int j = 0; j < values.length; j++) {
                growth[k] = Math.max(growth[k], shifted[j] - values[j]);
            }
            for (TrigonometricPlane component : velocity) {
                logGrowth[k] = Math.max(logGrowth[k], logGrowth(component.moduli(alongX), length, top, eta));
            }
        }
        return new StripBound(etas, growth, logGrowth);
    }

    private static RealFft2D finer(Grid2D grid, boolean alongX) {
        int nx = alongX ? 2 * grid.nx() : grid.nx();
        int ny = alongX ? grid.ny() : 2 * grid.ny();
        return RealFft2D.of(new Grid2D(nx, ny, grid.x0(), grid.y0(), grid.lx(), grid.ly()));
    }

    private static double cosh(double k, double top, double eta) {
        return Math.abs(k) <= top * (1 + 1e-9) ? Math.cosh(k * eta) : 1;
    }

    private static double logGrowth(double[] moduli, double length, double top, double eta) {
        double sum = Arrays.stream(moduli).sum();
        double grown = 0;
        for (int m = 0; m < moduli.length; m++) {
            grown += moduli[m] * cosh(2 * Math.PI * m / length, top, eta);
        }
        return sum == 0 ? 0 : Math.log(grown / sum);
    }

    private static double eta(double dx, int k) {
        return dx * Math.pow(2, 0.5 * k - 2);
    }
}
