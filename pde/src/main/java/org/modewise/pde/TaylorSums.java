package org.modewise.pde;

import org.modewise.core.internal.elementary.MultiplyAdd;

/**
 * p = Σ c_ab·xᵃyᵇ over a + b ≤ n, with its gradient and its second derivatives, by Horner's rule along x in each power of y,
 * then along y. Coefficients lie by falling b, and for each b by falling a.
 */
final class TaylorSums {
    /** The order that is summed without loops, in half the time. */
    static final int UNROLLED = 6;

    /** How many numbers a jet has: p, p_x, p_y, p_xx, p_xy, p_yy. */
    static final int JET = 6;

    private TaylorSums() {}

    /** How many coefficients a polynomial of an order has. */
    static int terms(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    /** Puts the jet at a place, of the polynomial whose coefficients start at {@code at}, to every {@code stride} from {@code to} on. */
    static void sum(double[] c, int at, int order, double x, double y, double[] jet, int to, int stride) {
        if (order == UNROLLED) {
            unrolled(c, at, x, y, jet, to, stride);
        } else {
            loop(c, at, order, x, y, jet, to, stride);
        }
    }

    private static void loop(double[] c, int start, int order, double dx, double dy, double[] jet, int to, int stride) {
        int at = start;
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
                gxx = MultiplyAdd.of(gxx, dx, gx);
                gx = MultiplyAdd.of(gx, dx, g);
                g = MultiplyAdd.of(g, dx, c[at + a]);
            }
            at += size;
            fyy = MultiplyAdd.of(fyy, dy, fy);
            fy = MultiplyAdd.of(fy, dy, f);
            f = MultiplyAdd.of(f, dy, g);
            fxy = MultiplyAdd.of(fxy, dy, fx);
            fx = MultiplyAdd.of(fx, dy, gx);
            fxx = MultiplyAdd.of(fxx, dy, gxx);
        }
        jet[to] = f;
        jet[to + stride] = fx;
        jet[to + 2 * stride] = fy;
        jet[to + 3 * stride] = 2 * fxx;
        jet[to + 4 * stride] = fxy;
        jet[to + 5 * stride] = 2 * fyy;
    }

    /** In the names the digit is the power of y; p, q and r are parts of a sum, of its first and of its second derivative. */
    private static void unrolled(double[] c, int at, double x, double y, double[] jet, int to, int stride) {
        double f5 = MultiplyAdd.of(c[at + 1], x, c[at + 2]);
        double p41 = MultiplyAdd.of(c[at + 3], x, c[at + 4]);
        double f4 = MultiplyAdd.of(p41, x, c[at + 5]);
        double x4 = MultiplyAdd.of(c[at + 3], x, p41);
        double p31 = MultiplyAdd.of(c[at + 6], x, c[at + 7]);
        double p32 = MultiplyAdd.of(p31, x, c[at + 8]);
        double f3 = MultiplyAdd.of(p32, x, c[at + 9]);
        double q31 = MultiplyAdd.of(c[at + 6], x, p31);
        double x3 = MultiplyAdd.of(q31, x, p32);
        double xx3 = MultiplyAdd.of(c[at + 6], x, q31);
        double p21 = MultiplyAdd.of(c[at + 10], x, c[at + 11]);
        double p22 = MultiplyAdd.of(p21, x, c[at + 12]);
        double p23 = MultiplyAdd.of(p22, x, c[at + 13]);
        double f2 = MultiplyAdd.of(p23, x, c[at + 14]);
        double q21 = MultiplyAdd.of(c[at + 10], x, p21);
        double q22 = MultiplyAdd.of(q21, x, p22);
        double x2 = MultiplyAdd.of(q22, x, p23);
        double r21 = MultiplyAdd.of(c[at + 10], x, q21);
        double xx2 = MultiplyAdd.of(r21, x, q22);
        double p11 = MultiplyAdd.of(c[at + 15], x, c[at + 16]);
        double p12 = MultiplyAdd.of(p11, x, c[at + 17]);
        double p13 = MultiplyAdd.of(p12, x, c[at + 18]);
        double p14 = MultiplyAdd.of(p13, x, c[at + 19]);
        double f1 = MultiplyAdd.of(p14, x, c[at + 20]);
        double q11 = MultiplyAdd.of(c[at + 15], x, p11);
        double q12 = MultiplyAdd.of(q11, x, p12);
        double q13 = MultiplyAdd.of(q12, x, p13);
        double x1 = MultiplyAdd.of(q13, x, p14);
        double r11 = MultiplyAdd.of(c[at + 15], x, q11);
        double r12 = MultiplyAdd.of(r11, x, q12);
        double xx1 = MultiplyAdd.of(r12, x, q13);
        double p01 = MultiplyAdd.of(c[at + 21], x, c[at + 22]);
        double p02 = MultiplyAdd.of(p01, x, c[at + 23]);
        double p03 = MultiplyAdd.of(p02, x, c[at + 24]);
        double p04 = MultiplyAdd.of(p03, x, c[at + 25]);
        double p05 = MultiplyAdd.of(p04, x, c[at + 26]);
        double f0 = MultiplyAdd.of(p05, x, c[at + 27]);
        double q01 = MultiplyAdd.of(c[at + 21], x, p01);
        double q02 = MultiplyAdd.of(q01, x, p02);
        double q03 = MultiplyAdd.of(q02, x, p03);
        double q04 = MultiplyAdd.of(q03, x, p04);
        double x0 = MultiplyAdd.of(q04, x, p05);
        double r01 = MultiplyAdd.of(c[at + 21], x, q01);
        double r02 = MultiplyAdd.of(r01, x, q02);
        double r03 = MultiplyAdd.of(r02, x, q03);
        double xx0 = MultiplyAdd.of(r03, x, q04);
        // Then along y.
        double a5 = MultiplyAdd.of(c[at], y, f5);
        double a4 = MultiplyAdd.of(a5, y, f4);
        double a3 = MultiplyAdd.of(a4, y, f3);
        double a2 = MultiplyAdd.of(a3, y, f2);
        double a1 = MultiplyAdd.of(a2, y, f1);
        double a0 = MultiplyAdd.of(a1, y, f0);
        double b5 = MultiplyAdd.of(c[at], y, a5);
        double b4 = MultiplyAdd.of(b5, y, a4);
        double b3 = MultiplyAdd.of(b4, y, a3);
        double b2 = MultiplyAdd.of(b3, y, a2);
        double b1 = MultiplyAdd.of(b2, y, a1);
        double d4 = MultiplyAdd.of(c[at], y, b5);
        double d3 = MultiplyAdd.of(d4, y, b4);
        double d2 = MultiplyAdd.of(d3, y, b3);
        double d1 = MultiplyAdd.of(d2, y, b2);
        double g4 = MultiplyAdd.of(c[at + 1], y, x4);
        double g3 = MultiplyAdd.of(g4, y, x3);
        double g2 = MultiplyAdd.of(g3, y, x2);
        double g1 = MultiplyAdd.of(g2, y, x1);
        double g0 = MultiplyAdd.of(g1, y, x0);
        double h4 = MultiplyAdd.of(c[at + 1], y, g4);
        double h3 = MultiplyAdd.of(h4, y, g3);
        double h2 = MultiplyAdd.of(h3, y, g2);
        double h1 = MultiplyAdd.of(h2, y, g1);
        double k3 = MultiplyAdd.of(c[at + 3], y, xx3);
        double k2 = MultiplyAdd.of(k3, y, xx2);
        double k1 = MultiplyAdd.of(k2, y, xx1);
        double k0 = MultiplyAdd.of(k1, y, xx0);
        jet[to] = a0;
        jet[to + stride] = g0;
        jet[to + 2 * stride] = b1;
        jet[to + 3 * stride] = 2 * k0;
        jet[to + 4 * stride] = h1;
        jet[to + 5 * stride] = 2 * d1;
    }
}
