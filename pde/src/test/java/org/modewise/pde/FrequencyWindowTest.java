package org.modewise.pde;

import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;

class FrequencyWindowTest {
    @Test
    void theTransformIsTheIntegral() {
        double beta = 2.3 * FrequencyWindow.TAPS;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(100, 0, Math.PI);
        for (double xi : new double[] {0, 0.01, -0.1, 0.2, 0.25}) {
            // u = ½T·cos a, so that nothing is singular at the ends.
            double omega = Math.PI * FrequencyWindow.TAPS * xi;
            double integral = rule.integrate(a -> {
                double root = beta * Math.sin(a);
                double window = 0.5 * (Math.exp(root - beta) - Math.exp(-root - beta));
                return 0.5 * FrequencyWindow.TAPS * Math.sin(a) * window * Math.cos(omega * Math.cos(a));
            });
            assertAbsolute(Math.abs(FrequencyWindow.transform(xi) / integral - 1), 40 * EPS);
        }
    }

    @Test
    void theTableKnowsTheTransformAtEveryFrequency() {
        for (int n : new int[] {2, 3, 16, 37, 64}) {
            double[] samples = Measure.noise(Grid2D.line(n, 0, 1), n).toArray();
            CharacteristicFunction table = new CharacteristicFunction(samples, n, 1);
            double[][] weights = new double[FrequencyWindow.TAPS][1];
            for (double d : new double[] {0, 0.3, 1, 2.71, 7.9, 30.1}) {
                if (d > n) {
                    continue;
                }
                // A frequency in units of half a period of the samples.
                FrequencyWindow.weights(new double[] {FrequencyWindow.between(d)}, new double[1], 1, weights);
                int from = table.originX() + FrequencyWindow.first(d);
                double re = sum(table.rows()[0], 2 * from, weights);
                double im = sum(table.rows()[0], 2 * from + 1, weights);
                double expectedRe = 0;
                double expectedIm = 0;
                for (int i = 0; i < n; i++) {
                    double angle = Math.PI * d * (i - n / 2) / n;
                    expectedRe += samples[i] * Math.cos(angle);
                    expectedIm -= samples[i] * Math.sin(angle);
                }
                // 1e-14 at the ends of the interval, where these samples do not vanish as densities do.
                assertAbsolute(Math.abs(re - expectedRe), 4e-14 * Math.sqrt(n));
                assertAbsolute(Math.abs(im - expectedIm), 4e-14 * Math.sqrt(n));
            }
        }
    }

    private static double sum(double[] entries, int from, double[][] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k][0] * entries[from + 2 * k];
        }
        return sum;
    }
}
