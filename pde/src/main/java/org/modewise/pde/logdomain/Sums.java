package org.modewise.pde.logdomain;

/** Sums over ranges in four partial sums, so that they do not wait for each other's rounding. */
final class Sums {
    private Sums() {}

    static double of(double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = from;
        for (; j < to - 3; j += 4) {
            a += x[j];
            b += x[j + 1];
            c += x[j + 2];
            d += x[j + 3];
        }
        for (; j < to; j++) {
            a += x[j];
        }
        return (a + b) + (c + d);
    }

    static double ofProducts(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = from;
        for (; j < to - 3; j += 4) {
            a += x[j] * y[j];
            b += x[j + 1] * y[j + 1];
            c += x[j + 2] * y[j + 2];
            d += x[j + 3] * y[j + 3];
        }
        for (; j < to; j++) {
            a += x[j] * y[j];
        }
        return (a + b) + (c + d);
    }
}
