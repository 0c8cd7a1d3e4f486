package org.modewise.pde;

/** u = e^{cos 2πx + sin 2πy} and what calculus makes of it: smooth, with waves of every length, and no FFT in it. */
final class Exponentials {
    private static final double K = 2 * Math.PI;

    private Exponentials() {}

    static double value(double x, double y) {
        return Math.exp(Math.cos(K * x) + Math.sin(K * y));
    }

    /** Δu. */
    static double laplacian(double x, double y) {
        return value(x, y) * (second(x) + second(y - 0.25));
    }

    /** Δ²u, from u = a(x)·b(y): a''''b + 2a''b'' + ab''''. */
    static double bilaplacian(double x, double y) {
        return value(x, y) * (fourth(x) + 2 * second(x) * second(y - 0.25) + fourth(y - 0.25));
    }

    /** a''/a of a = e^{cos Kx}. */
    private static double second(double x) {
        double c = Math.cos(K * x);
        double s = Math.sin(K * x);
        return K * K * (s * s - c);
    }

    /** a''''/a. */
    private static double fourth(double x) {
        double c = Math.cos(K * x);
        double s = Math.sin(K * x);
        return K * K * K * K * (s * s * s * s - 6 * s * s * c + 3 * c * c - 4 * s * s + c);
    }
}
