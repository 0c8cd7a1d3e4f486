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
    private static final long MOST_TERMS = 1L << 25;
    private static final int STEPS = 60;
    /** Of a cell: a move so short leaves about its square. */
    private static final double SHORT = 1e-5;
    /** What may be left out of ∇Φ₀, as a share of its bound. */
    private static final double TOLERANCE = 2e-11;

    private final int refineX;
    private final int refineY;
    private final int nx;
    private final int ny;
    private final double hx;
    private final double hy;
    private final int order;
    private final int count;
    private final double error;
    private final double squareWavenumber;
    private final double steepest;
    private final double steepestDescent;
    private final double[] heights;
    /** ∂ₓᵃ∂_yᵇΦ₀/a!b! of each node, by b, and for each b by a. */
    private final double[] terms;

    /** A minimum of G near a node. */
    static final class Minimum {
        int x;
        int y;
        double value;
        double velocityX;
        double velocityY;
        double determinant;
        private double gradientX;
        private double gradientY;
        private double xx;
        private double xy;
        private double yy;
    }

    TaylorPatches(TrigonometricPlane potential) {
        Grid2D grid = potential.grid();
        double tolerance = Math.ulp(1.0) * Math.sqrt(grid.size()) * potential.bound();
        int degreeX = Math.max(1, potential.degree(true, tolerance));
        int degreeY = Math.max(1, potential.degree(false, tolerance));
        int everyX = 1;
        int everyY = 1;
        int p = order(degreeX, degreeY, grid, everyX, everyY);
        while (p > MOST_ORDER && terms(2L * everyX * everyY * grid.size(), MOST_ORDER) <= MOST_TERMS) {
            // The axis with fewer nodes a wave.
            if ((double) degreeX / (everyX * grid.nx()) >= (double) degreeY / (everyY * grid.ny())) {
                everyX *= 2;
            } else {
                everyY *= 2;
            }
            p = order(degreeX, degreeY, grid, everyX, everyY);
        }
        this.refineX = everyX;
        this.refineY = everyY;
        this.nx = grid.nx() * everyX;
        this.ny = grid.ny() * everyY;
        this.hx = grid.lx() / nx;
        this.hy = grid.ly() / ny;
        this.order = Math.min(p, MOST_ORDER);
        this.count = (order + 1) * (order + 2) / 2;
        this.error = remainder(turn(degreeX, degreeY, grid, everyX, everyY), order);
        double kx = grid.kx(degreeX);
        double ky = grid.ky(degreeY);
        this.squareWavenumber = kx * kx + ky * ky;
        this.terms = new double[Math.multiplyExact(nx * ny, count)];
        this.heights = new double[nx * ny];
        fill(potential, degreeX, degreeY);
        double most = 0;
        double least = 0;
        for (int node = 0; node < nx * ny; node++) {
            double xx = 2 * terms[node * count + 2];
            double xy = terms[node * count + order + 2];
            double yy = 2 * terms[node * count + 2 * order + 1];
            double mean = 0.5 * (xx + yy);
            double radius = Math.hypot(0.5 * (xx - yy), xy);
            most = Math.max(most, Math.abs(mean) + radius);
            least = Math.min(least, mean - radius);
        }
        this.steepest = most;
        this.steepestDescent = -least;
    }

    private static long terms(long nodes, int order) {
        return nodes * (order + 1) * (order + 2) / 2;
    }

    /** The most that the phase of a mode turns from a node to the corner of its cell. */
    private static double turn(int degreeX, int degreeY, Grid2D grid, int everyX, int everyY) {
        return Math.PI * ((double) degreeX / (grid.nx() * everyX) + (double) degreeY / (grid.ny() * everyY));
    }

    private static double remainder(double turn, int order) {
        double term = 1;
        for (int q = 1; q <= order; q++) {
            term *= turn / q;
        }
        return term;
    }

    private static int order(int degreeX, int degreeY, Grid2D grid, int everyX, int everyY) {
        double turn = turn(degreeX, degreeY, grid, everyX, everyY);
        int order = 3;
        while (order <= MOST_ORDER && remainder(turn, order) > TOLERANCE) {
            order++;
        }
        return order;
    }

    private void fill(TrigonometricPlane potential, int degreeX, int degreeY) {
        Grid2D grid = potential.grid();
        TrigonometricPlane fine =
                potential.on(RealFft2D.of(new Grid2D(nx, ny, grid.x0(), grid.y0(), grid.lx(), grid.ly())));
        double topX = grid.kx(1) * (degreeX + 0.5);
        double topY = grid.ky(1) * (degreeY + 0.5);
        TrigonometricPlane cut = fine.times(
                FourierMultiplier.separable(kx -> Math.abs(kx) < topX ? 1 : 0, ky -> Math.abs(ky) < topY ? 1 : 0));
        int at = 0;
        double factorialB = 1;
        for (int b = 0; b <= order; b++) {
            factorialB *= Math.max(1, b);
            double factorial = factorialB;
            for (int a = 0; a <= order - b; a++) {
                factorial *= Math.max(1, a);
                double[] values = (a + b == 0 ? fine : cut.times(FourierMultiplier.derivative(a, b))).sample();
                for (int node = 0; node < values.length; node++) {
                    terms[node * count + at] = values[node] / factorial;
                }
                if (at == 0) {
                    System.arraycopy(values, 0, heights, 0, values.length);
                }
                at++;
            }
        }
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

    /** The largest modulus of an eigenvalue of Φ₀'' at the nodes. */
    double steepest() {
        return steepest;
    }

    /** The largest -λ of an eigenvalue λ of Φ₀'' at the nodes; 0 if there are none below 0. */
    double steepestDescent() {
        return steepestDescent;
    }

    /** Φ₀ at a node. */
    double height(int i, int j) {
        return heights[j * nx + i];
    }

    /**
     * Newton's method for ∇G = 0 from a node; whenever it leaves the node's cell it goes on from the next node. Where G is not
     * convex it goes downhill by half a cell. It ends at a move so short that the next, about its square, would be nothing.
     */
    void polish(int startX, int startY, double xi, double eta, double t, Minimum minimum) {
        double rate = 1 / t;
        int x = startX;
        int y = startY;
        double dx = 0;
        double dy = 0;
        for (int step = 0; step < STEPS; step++) {
            if (step == 0) {
                atNode(x, y, minimum);
            } else {
                evaluate(x, y, dx, dy, minimum);
            }
            double restX = minimum.gradientX - ((xi - x) * hx - dx) * rate;
            double restY = minimum.gradientY - ((eta - y) * hy - dy) * rate;
            double xx = minimum.xx + rate;
            double yy = minimum.yy + rate;
            double xy = minimum.xy;
            double determinant = xx * yy - xy * xy;
            double moveX;
            double moveY;
            if (determinant > 0 && xx > 0) {
                moveX = (xy * restY - yy * restX) / determinant;
                moveY = (xy * restX - xx * restY) / determinant;
            } else {
                moveX = -Math.signum(restX) * hx;
                moveY = -Math.signum(restY) * hy;
            }
            if (Math.abs(moveX) <= SHORT * hx && Math.abs(moveY) <= SHORT * hy) {
                finish(x, y, (xi - x) * hx - dx, (eta - y) * hy - dy, moveX, moveY, rate, minimum);
                return;
            }
            dx += Math.max(-hx / 2, Math.min(hx / 2, moveX));
            dy += Math.max(-hy / 2, Math.min(hy / 2, moveY));
            if (Math.abs(dx) > 0.6 * hx) {
                int cells = dx > 0 ? 1 : -1;
                x += cells;
                dx -= cells * hx;
            }
            if (Math.abs(dy) > 0.6 * hy) {
                int cells = dy > 0 ? 1 : -1;
                y += cells;
                dy -= cells * hy;
            }
        }
        evaluate(x, y, dx, dy, minimum);
        finish(x, y, (xi - x) * hx - dx, (eta - y) * hy - dy, 0, 0, rate, minimum);
    }

    /** G and u at a last short move from where Φ₀ is known, by what is known there. */
    private void finish(
            int x,
            int y,
            double distanceX,
            double distanceY,
            double moveX,
            double moveY,
            double rate,
            Minimum minimum) {
        minimum.x = x;
        minimum.y = y;
        double fx = minimum.gradientX + 0.5 * (minimum.xx * moveX + minimum.xy * moveY);
        double fy = minimum.gradientY + 0.5 * (minimum.xy * moveX + minimum.yy * moveY);
        double leftX = distanceX - moveX;
        double leftY = distanceY - moveY;
        minimum.value += fx * moveX + fy * moveY + 0.5 * (leftX * leftX + leftY * leftY) * rate;
        boolean late = steepest > rate;
        minimum.velocityX = late ? leftX * rate : 2 * fx - minimum.gradientX;
        minimum.velocityY = late ? leftY * rate : 2 * fy - minimum.gradientY;
        double xx = minimum.xx + rate;
        double yy = minimum.yy + rate;
        minimum.determinant = xx * yy - minimum.xy * minimum.xy;
    }

    private void atNode(int x, int y, Minimum out) {
        int at = (Math.floorMod(y, ny) * nx + Math.floorMod(x, nx)) * count;
        out.value = terms[at];
        out.gradientX = terms[at + 1];
        out.xx = 2 * terms[at + 2];
        out.gradientY = terms[at + order + 1];
        out.xy = terms[at + order + 2];
        out.yy = 2 * terms[at + 2 * order + 1];
    }

    /** Φ₀, its gradient and its second derivatives near a node, by Horner's rule along x in each power of y. */
    private void evaluate(int x, int y, double dx, double dy, Minimum out) {
        int at = (Math.floorMod(y, ny) * nx + Math.floorMod(x, nx)) * count + count - 1;
        double f = 0;
        double fx = 0;
        double fxx = 0;
        double fy = 0;
        double fxy = 0;
        double fyy = 0;
        for (int b = order; b >= 0; b--) {
            double g = 0;
            double gx = 0;
            double gxx = 0;
            for (int a = order - b; a >= 0; a--) {
                gxx = 2 * gx + gxx * dx;
                gx = g + gx * dx;
                g = terms[at--] + g * dx;
            }
            fyy = 2 * fy + fyy * dy;
            fy = f + fy * dy;
            f = g + f * dy;
            fxy = fx + fxy * dy;
            fx = gx + fx * dy;
            fxx = gxx + fxx * dy;
        }
        out.value = f;
        out.gradientX = fx;
        out.gradientY = fy;
        out.xx = fxx;
        out.xy = fxy;
        out.yy = fyy;
    }
}
