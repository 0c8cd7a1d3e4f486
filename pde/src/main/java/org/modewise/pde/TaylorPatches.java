package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/**
 * Φ₀ about each node of a grid as a Taylor polynomial: the trigonometric interpolant between the nodes for a few
 * multiplications, on as fine a grid and up to such an order as its spectrum asks for. Immutable, safe to share between
 * threads.
 */
final class TaylorPatches {
    private static final int MOST_ORDER = 8;
    /** The least. Patches get wider as long as no higher one is needed, since fewer stay in the caches. */
    private static final int LOW_ORDER = 5;

    private static final long MOST_TERMS = 1L << 25;
    /** What may be left out of ∇Φ₀, as a share of its bound. */
    private static final double TOLERANCE = 2e-11;

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
    private final double error;
    private final double squareWavenumber;
    private final double speed;
    private final double steepest;
    private final double steepestDescent;
    /** Half a bound of the third derivatives of Φ₀ along any direction, at the patches. */
    private final double torsion;

    private final double[] heights;
    /** ∂ₓᵃ∂_yᵇΦ₀/a!b! of each patch, by falling b, and for each b by falling a. */
    private final double[] terms;

    TaylorPatches(TrigonometricPlane potential) {
        Grid2D grid = potential.grid();
        double tolerance = Math.ulp(1.0) * Math.sqrt(grid.size()) * potential.bound();
        int degreeX = Math.max(1, potential.degree(true, tolerance));
        int degreeY = Math.max(1, potential.degree(false, tolerance));
        int acrossX = grid.nx();
        int acrossY = grid.ny();
        int p = order(degreeX, degreeY, acrossX, acrossY);
        while (p > MOST_ORDER && terms(2L * acrossX * acrossY, MOST_ORDER) <= MOST_TERMS) {
            // The axis with fewer nodes a wave.
            if ((double) degreeX / acrossX >= (double) degreeY / acrossY) {
                acrossX *= 2;
            } else {
                acrossY *= 2;
            }
            p = order(degreeX, degreeY, acrossX, acrossY);
        }
        this.nx = acrossX;
        this.ny = acrossY;
        while (acrossX % 2 == 0 && acrossY % 2 == 0 && order(degreeX, degreeY, acrossX / 2, acrossY / 2) <= LOW_ORDER) {
            acrossX /= 2;
            acrossY /= 2;
        }
        this.refineX = nx / grid.nx();
        this.refineY = ny / grid.ny();
        this.hx = grid.lx() / nx;
        this.hy = grid.ly() / ny;
        this.patchesX = acrossX;
        this.patchesY = acrossY;
        this.patchesPerNodeX = (double) acrossX / nx;
        this.patchesPerNodeY = (double) acrossY / ny;
        this.patchWidthX = grid.lx() / acrossX;
        this.patchWidthY = grid.ly() / acrossY;
        this.order = Math.min(order(degreeX, degreeY, acrossX, acrossY), MOST_ORDER);
        this.count = (order + 1) * (order + 2) / 2;
        this.error = remainder(turn(degreeX, degreeY, acrossX, acrossY), order);
        double kx = grid.kx(degreeX);
        double ky = grid.ky(degreeY);
        this.squareWavenumber = kx * kx + ky * ky;
        RealFft2D fft = RealFft2D.of(new Grid2D(nx, ny, grid.x0(), grid.y0(), grid.lx(), grid.ly()));
        TrigonometricPlane fine = potential.on(fft);
        this.heights = fine.sample();
        double topX = grid.kx(1) * (degreeX + 0.5);
        double topY = grid.ky(1) * (degreeY + 0.5);
        TrigonometricPlane cut = fine.times(
                FourierMultiplier.separable(kx1 -> Math.abs(kx1) < topX ? 1 : 0, ky1 -> Math.abs(ky1) < topY ? 1 : 0));
        this.terms = new double[Math.multiplyExact(patchesX * patchesY, count)];
        double[] curvature = fill(cut);
        this.steepest = curvature[1];
        this.speed = curvature[2];
        // What is rounding beside a constant is no slope.
        this.steepestDescent = -curvature[0] > tolerance * squareWavenumber ? -curvature[0] : 0;
        this.torsion = 0.5 * third();
    }

    private static long terms(long nodes, int order) {
        return nodes * (order + 1) * (order + 2) / 2;
    }

    /** The most that the phase of a mode turns from the middle of a patch to its corner. */
    private static double turn(int degreeX, int degreeY, int acrossX, int acrossY) {
        return Math.PI * ((double) degreeX / acrossX + (double) degreeY / acrossY);
    }

    private static double remainder(double turn, int order) {
        double term = 1;
        for (int q = 1; q <= order; q++) {
            term *= turn / q;
        }
        return term;
    }

    private static int order(int degreeX, int degreeY, int acrossX, int acrossY) {
        double turn = turn(degreeX, degreeY, acrossX, acrossY);
        int order = LOW_ORDER;
        while (order <= MOST_ORDER && remainder(turn, order) > TOLERANCE) {
            order++;
        }
        return order;
    }

    /**
     * Fills in the terms; returns the least eigenvalue of Φ₀'' at the nodes, 0 if that is less, its largest modulus, and
     * that of a component of ∇Φ₀.
     */
    private double[] fill(TrigonometricPlane potential) {
        double[][] second = new double[3][];
        double fastest = 0;
        int at = 0;
        for (int b = order; b >= 0; b--) {
            for (int a = order - b; a >= 0; a--) {
                double[] values = a + b == 0
                        ? heights
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
        for (int node = 0; node < nx * ny; node++) {
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
        int everyX = nx / patchesX;
        int everyY = ny / patchesY;
        for (int j = 0; j < patchesY; j++) {
            for (int i = 0; i < patchesX; i++) {
                terms[(j * patchesX + i) * count + at] = values[j * everyY * nx + i * everyX] / divisor;
            }
        }
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

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
        return error;
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

    /** Φ₀, its gradient and its second derivatives at a place, by Horner's rule along x in each power of y. */
    void evaluate(double x, double y, HopfLaxMinimum out) {
        double placeX = x * patchesPerNodeX;
        double placeY = y * patchesPerNodeY;
        double patchX = Math.rint(placeX);
        double patchY = Math.rint(placeY);
        double dx = (placeX - patchX) * patchWidthX;
        double dy = (placeY - patchY) * patchWidthY;
        int at = (wrapped((int) patchY, patchesY) * patchesX + wrapped((int) patchX, patchesX)) * count;
        if (order == LOW_ORDER) {
            sumOfLowOrder(terms, at, dx, dy, out);
        } else {
            sum(at, dx, dy, out);
        }
    }

    private void sum(int start, double dx, double dy, HopfLaxMinimum out) {
        int at = start;
        double[] c = terms;
        double f = c[at];
        double fx = 0;
        double fxx = 0;
        double fy = 0;
        double fxy = 0;
        double fyy = 0;
        at++;
        for (int size = 2; size <= order + 1; size++) {
            double g = c[at];
            double gx = 0;
            double gxx = 0;
            for (int a = 1; a < size; a++) {
                gxx = gx + gxx * dx;
                gx = g + gx * dx;
                g = c[at + a] + g * dx;
            }
            at += size;
            fyy = fy + fyy * dy;
            fy = f + fy * dy;
            f = g + f * dy;
            fxy = fx + fxy * dy;
            fx = gx + fx * dy;
            fxx = gxx + fxx * dy;
        }
        out.value = f;
        out.gradientX = fx;
        out.gradientY = fy;
        out.xx = 2 * fxx;
        out.xy = fxy;
        out.yy = 2 * fyy;
    }

    /** The same for {@value #LOW_ORDER}, without loops: half the time. */
    private static void sumOfLowOrder(double[] c, int at, double x, double y, HopfLaxMinimum out) {
        // The power of y is the digit, then come sums and the derivatives' sums along x.
        double f4 = c[at + 1] * x + c[at + 2];
        double s3 = c[at + 3] * x + c[at + 4];
        double f3 = s3 * x + c[at + 5];
        double x3 = c[at + 3] * x + s3;
        double r2 = c[at + 6] * x + c[at + 7];
        double s2 = r2 * x + c[at + 8];
        double f2 = s2 * x + c[at + 9];
        double t2 = c[at + 6] * x + r2;
        double x2 = t2 * x + s2;
        double xx2 = c[at + 6] * x + t2;
        double q1 = c[at + 10] * x + c[at + 11];
        double r1 = q1 * x + c[at + 12];
        double s1 = r1 * x + c[at + 13];
        double f1 = s1 * x + c[at + 14];
        double t1 = c[at + 10] * x + q1;
        double u1 = t1 * x + r1;
        double x1 = u1 * x + s1;
        double xx1 = (c[at + 10] * x + t1) * x + u1;
        double p0 = c[at + 15] * x + c[at + 16];
        double q0 = p0 * x + c[at + 17];
        double r0 = q0 * x + c[at + 18];
        double s0 = r0 * x + c[at + 19];
        double f0 = s0 * x + c[at + 20];
        double t0 = c[at + 15] * x + p0;
        double u0 = t0 * x + q0;
        double v0 = u0 * x + r0;
        double x0 = v0 * x + s0;
        double w0 = c[at + 15] * x + t0;
        double xx0 = (w0 * x + u0) * x + v0;
        // Then along y.
        double a4 = c[at] * y + f4;
        double a3 = a4 * y + f3;
        double a2 = a3 * y + f2;
        double a1 = a2 * y + f1;
        double b3 = c[at] * y + a4;
        double b2 = b3 * y + a3;
        double b1 = b2 * y + a2;
        double d3 = c[at + 1] * y + x3;
        double d2 = d3 * y + x2;
        double d1 = d2 * y + x1;
        out.value = a1 * y + f0;
        out.gradientY = b1 * y + a1;
        out.yy = 2 * (((c[at] * y + b3) * y + b2) * y + b1);
        out.gradientX = d1 * y + x0;
        out.xy = ((c[at + 1] * y + d3) * y + d2) * y + d1;
        out.xx = 2 * (((c[at + 3] * y + xx2) * y + xx1) * y + xx0);
    }
}
