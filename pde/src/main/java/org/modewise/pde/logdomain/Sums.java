package org.modewise.pde.logdomain;

/** Sums over ranges in four partial sums, so that they do not wait for each other's rounding. */
final class Sums {
    private Sums() {}

    static double of(double[] x, int from, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < length - 3; i += 4) {
            a += x[from + i];
            b += x[from + i + 1];
            c += x[from + i + 2];
            d += x[from + i + 3];
        }
        for (; i < length; i++) {
            a += x[from + i];
        }
        return (a + b) + (c + d);
    }

    static double ofProducts(double[] x, int from, double[] y, int at, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < length - 3; i += 4) {
            a += x[from + i] * y[at + i];
            b += x[from + i + 1] * y[at + i + 1];
            c += x[from + i + 2] * y[at + i + 2];
            d += x[from + i + 3] * y[at + i + 3];
        }
        for (; i < length; i++) {
            a += x[from + i] * y[at + i];
        }
        return (a + b) + (c + d);
    }
}
