package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/**
 * Φ₀ about each node of a grid as a Taylor polynomial: the trigonometric interpolant between the nodes for a few
 * multiplications, on as fine a grid and up to such an order as its spectrum asks for. Immutable, safe to share between
 * threads.
 */
final class TaylorPatches {
    private final PatchGrid layout;
    private final int refineX;
    private final int refineY;
    private final int nx;
    private final int ny;
    private final double hx;
    private final double hy;
    private final int patchesX;
    private final int patchesY;
    private final double patchesPerNodeX;
    private final double patchesPerNodeY;
    private final double patchWidthX;
    private final double patchWidthY;
    private final int order;
    private final int count;
    private final double squareWavenumber;
    private final double speed;
    private final double steepest;
    private final double steepestDescent;
    /** Half a bound of the third derivatives of Φ₀ along any direction, at the patches. */
    private final double torsion;

    private final double[] heights;
    /** ∂ₓᵃ∂_yᵇΦ₀/a!b! of each patch, by falling b, and for each b by falling a. */
    private final double[] terms;

    /** Patches of some places, and how far these are from their middles: what {@link #evaluate} works on. */
    static final class Places {
        private final int[] at;
        private final double[] dx;
        private final double[] dy;

        Places(int most) {
            this.at = new int[most];
            this.dx = new double[most];
            this.dy = new double[most];
        }
    }

    TaylorPatches(TrigonometricPlane potential) {
        Grid2D grid = potential.grid();
        double tolerance = Math.ulp(1.0) * Math.sqrt(grid.size()) * potential.bound();
        int degreeX = Math.max(1, potential.degree(true, tolerance));
        int degreeY = Math.max(1, potential.degree(false, tolerance));
        this.layout = PatchGrid.of(grid, degreeX, degreeY);
        this.nx = layout.nx() / layout.apart();
        this.ny = layout.ny() / layout.apart();
        this.refineX = layout.nx() / grid.nx();
        this.refineY = layout.ny() / grid.ny();
        this.hx = grid.lx() / nx;
        this.hy = grid.ly() / ny;
        this.patchesX = layout.nx() / layout.every();
        this.patchesY = layout.ny() / layout.every();
        this.patchesPerNodeX = (double) patchesX / nx;
        this.patchesPerNodeY = (double) patchesY / ny;
        this.patchWidthX = grid.lx() / patchesX;
        this.patchWidthY = grid.ly() / patchesY;
        this.order = layout.order();
        this.count = TaylorSums.terms(order);
        double kx = grid.kx(degreeX);
        double ky = grid.ky(degreeY);
        this.squareWavenumber = kx * kx + ky * ky;
        RealFft2D fft = RealFft2D.of(new Grid2D(layout.nx(), layout.ny(), grid.x0(), grid.y0(), grid.lx(), grid.ly()));
        TrigonometricPlane fine = potential.on(fft);
        double[] samples = fine.sample();
        this.heights = every(samples, layout.apart());
        TrigonometricPlane cut = fine.truncated(degreeX, degreeY);
        this.terms = new double[Math.multiplyExact(patchesX * patchesY, count)];
        double[] curvature = fill(cut, samples);
        this.steepest = curvature[1];
        this.speed = curvature[2];
        // What is rounding beside a constant is no slope.
        this.steepestDescent = -curvature[0] > tolerance * squareWavenumber ? -curvature[0] : 0;
        this.torsion = 0.5 * third();
    }

    /**
     * Fills in the terms; returns the least eigenvalue of Φ₀'' at the nodes, 0 if that is less, its largest modulus, and
     * that of a component of ∇Φ₀.
     */
    private double[] fill(TrigonometricPlane potential, double[] samples) {
        double[][] second = new double[3][];
        double fastest = 0;
        int at = 0;
        for (int b = order; b >= 0; b--) {
            for (int a = order - b; a >= 0; a--) {
                double[] values = a + b == 0
                        ? samples
                        : potential.times(FourierMultiplier.derivative(a, b)).sample();
                for (int node = 0; a + b == 1 && node < values.length; node++) {
                    fastest = Math.max(fastest, Math.abs(values[node]));
                }
                if (a + b == 2) {
                    second[b] = values;
                }
                fill(values, factorial(a) * factorial(b), at++);
            }
        }
        double least = 0;
        double most = 0;
        for (int node = 0; node < samples.length; node++) {
            double mean = 0.5 * (second[0][node] + second[2][node]);
            double radius = Math.hypot(0.5 * (second[0][node] - second[2][node]), second[1][node]);
            most = Math.max(most, Math.abs(mean) + radius);
            least = Math.min(least, mean - radius);
        }
        return new double[] {least, most, fastest};
    }

    private double third() {
        double most = 0;
        for (int at = 0; at < terms.length; at += count) {
            double sum = 0;
            // The row of yᵇ ends at the power 0 of x.
            for (int b = 0; b <= 3; b++) {
                int rows = order - b + 1;
                sum += 6 * Math.abs(terms[at + rows * (rows + 1) / 2 - 1 - (3 - b)]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private void fill(double[] values, double divisor, int at) {
        double[] some = every(values, layout.every());
        for (int patch = 0; patch < some.length; patch++) {
            terms[patch * count + at] = some[patch] / divisor;
        }
    }

    /** Those of every so many columns and rows. */
    private double[] every(double[] values, int step) {
        double[] some = new double[values.length / step / step];
        int at = 0;
        for (int j = 0; j < layout.ny(); j += step) {
            for (int i = 0; i < layout.nx(); i += step) {
                some[at++] = values[j * layout.nx() + i];
            }
        }
        return some;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    /** How many samples a target is from those that show it their branches: 1 if there are nodes between the samples. */
    int apart() {
        return layout.apart();
    }

    /** Nodes along x from a target to the next that shows it its branch. */
    int refineX() {
        return refineX;
    }

    int refineY() {
        return refineY;
    }

    int nx() {
        return nx;
    }

    int ny() {
        return ny;
    }

    double hx() {
        return hx;
    }

    double hy() {
        return hy;
    }

    /** What is left out of ∇Φ₀, as a share of its bound. */
    double error() {
        return layout.error();
    }

    double squareWavenumber() {
        return squareWavenumber;
    }

    /** Half a bound of the third derivatives of Φ₀ along any direction, at the patches. */
    double torsion() {
        return torsion;
    }

    /** The largest modulus of a component of ∇Φ₀ at the nodes. */
    double speed() {
        return speed;
    }

    /** The largest modulus of an eigenvalue of Φ₀'' at the nodes. */
    double steepest() {
        return steepest;
    }

    /** The largest -λ of an eigenvalue λ of Φ₀'' at the nodes; 0 if there are none below 0. */
    double steepestDescent() {
        return steepestDescent;
    }

    /** Φ₀ at the nodes, row by row; not to be changed. */
    double[] heights() {
        return heights;
    }

    /** The number of a patch within the period. */
    private static int wrapped(int patch, int patches) {
        int within = patch;
        while (within < 0) {
            within += patches;
        }
        while (within >= patches) {
            within -= patches;
        }
        return within;
    }

    /** Φ₀, its gradient and its second derivatives at a place, as a jet of {@link TaylorSums}. */
    void evaluate(double x, double y, double[] jet) {
        double placeX = x * patchesPerNodeX;
        double placeY = y * patchesPerNodeY;
        double patchX = Math.rint(placeX);
        double patchY = Math.rint(placeY);
        double dx = (placeX - patchX) * patchWidthX;
        double dy = (placeY - patchY) * patchWidthY;
        int at = (wrapped((int) patchY, patchesY) * patchesX + wrapped((int) patchX, patchesX)) * count;
        TaylorSums.sum(terms, at, order, dx, dy, jet, 0, 1);
    }

    /** The same at many places; number k of place i goes to {@code k * count + i}. */
    void evaluate(double[] x, double[] y, Places places, double[] jets, int count) {
        double[] dx = places.dx;
        double[] dy = places.dy;
        int[] at = places.at;
        for (int i = 0; i < count; i++) {
            double placeX = x[i] * patchesPerNodeX;
            double placeY = y[i] * patchesPerNodeY;
            double patchX = Math.rint(placeX);
            double patchY = Math.rint(placeY);
            dx[i] = (placeX - patchX) * patchWidthX;
            dy[i] = (placeY - patchY) * patchWidthY;
            at[i] = (wrapped((int) patchY, patchesY) * patchesX + wrapped((int) patchX, patchesX)) * this.count;
        }
        for (int i = 0; i < count; i++) {
            TaylorSums.sum(terms, at[i], order, dx[i], dy[i], jets, i, count);
        }
    }
}
