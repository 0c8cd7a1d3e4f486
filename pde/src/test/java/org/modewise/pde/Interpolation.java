package org.modewise.pde;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of period 1 and the trigonometric interpolant of its samples, both at points between the nodes; summed wave by
 * wave, with no FFT in it.
 */
record Interpolation(double[] function, double[] interpolant) {
    private static final int POINTS = 16;

    /** Samples at (i + offset)/n. */
    static Interpolation of(DoubleUnaryOperator f, int n, double offset) {
        int fine = n * POINTS;
        double[] cos = new double[2 * fine];
        for (int k = 0; k < cos.length; k++) {
            cos[k] = Math.cos(Math.PI * k / fine);
        }
        double[] samples = new double[n];
        for (int i = 0; i < n; i++) {
            samples[i] = f.applyAsDouble((i + offset) / n);
        }
        double[] function = new double[fine];
        double[] interpolant = new double[fine];
        for (int k = 0; k < fine; k++) {
            function[k] = f.applyAsDouble((k + 0.5) / fine + offset / n);
        }
        for (int m = 0; m <= n / 2; m++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                re += samples[i] * cos[turn(m, i * POINTS * 2, fine)];
                im += samples[i] * cos[turn(m, i * POINTS * 2, fine, 1)];
            }
            double weight = (m == 0 || 2 * m == n ? 1.0 : 2.0) / n;
            for (int k = 0; k < fine; k++) {
                interpolant[k] += weight
                        * (re * cos[turn(m, 2 * k + 1, fine)]
                                + (2 * m == n ? 0 : im * cos[turn(m, 2 * k + 1, fine, 1)]));
            }
        }
        return new Interpolation(function, interpolant);
    }

    /** The index of cos(2πm·half/2·fine). */
    private static int turn(int m, int half, int fine) {
        return (int) (((long) m * half) % (2L * fine));
    }

    /** The same, quarter turns earlier: of sines. */
    private static int turn(int m, int half, int fine, int quarters) {
        return Math.floorMod(turn(m, half, fine) - quarters * (fine / 2), 2 * fine);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum / a.length;
    }

    private double[] difference() {
        double[] difference = new double[function.length];
        for (int k = 0; k < difference.length; k++) {
            difference[k] = function[k] - interpolant[k];
        }
        return difference;
    }

    /** ‖f - p‖/‖f‖. */
    double error() {
        return Math.sqrt(product(difference(), difference()) / product(function, function));
    }

    /** ‖f⊗g - p⊗q‖/‖f⊗g‖ of the product of functions along two axes. */
    double errorTimes(Interpolation g) {
        double ff = product(function, function);
        double gg = product(g.function, g.function);
        double square = product(difference(), difference()) * gg
                + product(interpolant, interpolant) * product(g.difference(), g.difference())
                + 2 * product(difference(), interpolant) * product(g.function, g.difference());
        return Math.sqrt(square / (ff * gg));
    }
}
