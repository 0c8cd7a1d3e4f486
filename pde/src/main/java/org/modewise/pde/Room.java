package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Scale;

/** Two fields between walls: a coefficient a wave, and a sample of functions each. Immutable. */
final class Room implements PairSpace {
    private final BoxTransform transform;
    private final double[] onesX;
    private final double[] onesY;

    Room(Box box, Grid2D grid) {
        this.transform = new BoxTransform(box, grid);
        this.onesX = BoxWaves.ones(transform.x());
        this.onesY = BoxWaves.ones(transform.y());
    }

    @Override
    public Grid2D grid() {
        return transform.grid();
    }

    @Override
    public String kernel() {
        return transform.kernel();
    }

    @Override
    public int length() {
        return transform.count();
    }

    @Override
    public void forward(double[] values, double[] spectrum) {
        transform.forward(values, spectrum);
    }

    @Override
    public int size() {
        return transform.count();
    }

    @Override
    public double wavenumber(int sample) {
        return Math.hypot(transform.kx(sample), transform.ky(sample));
    }

    @Override
    public WaveNumbering waves() {
        return new BoxNumbering(transform);
    }

    @Override
    public double modulus(double[] spectrum, int wave) {
        return Math.abs(spectrum[wave]);
    }

    @Override
    public int sample(int wave) {
        return wave;
    }

    @Override
    public Sum sum(double[] a, double[] b) {
        return new WaveSum(a, b);
    }

    private final class WaveSum implements Sum {
        private final double[] a;
        private final double[] b;
        private final double[] coefficients = new double[transform.count()];

        WaveSum(double[] a, double[] b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public void values(double[] p, double[] q, double[] values) {
            spectrum(p, q, coefficients);
            transform.inverse(coefficients, onesX, onesY, values);
        }

        @Override
        public void spectrum(double[] p, double[] q, double[] spectrum) {
            for (int k = 0; k < spectrum.length; k++) {
                spectrum[k] = p[k] * a[k] + q[k] * b[k];
            }
        }
    }

    @Override
    public double energy(double[] spectrum, DoubleBinaryOperator weight) {
        double largest = 0;
        for (double coefficient : spectrum) {
            largest = Math.max(largest, Math.abs(coefficient));
        }
        int exponent = Scale.exponent(largest);
        double sum = 0;
        for (int k = 0; k < spectrum.length; k++) {
            double coefficient = Math.scalb(spectrum[k], -exponent);
            sum += weight.applyAsDouble(transform.kx(k), transform.ky(k))
                    * transform.x().energy(transform.slotX(k))
                    * transform.y().energy(transform.slotY(k))
                    * (coefficient * coefficient);
        }
        double root = Math.scalb(1.0, exponent);
        return Scale.product(sum, grid().dx(), grid().dy(), root, root);
    }
}
