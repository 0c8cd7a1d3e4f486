package org.modewise.pde;

import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;

class ChirpZTest {
    /** The polynomial from its definition, every sum written out. */
    private static double direct(double[] samples, double place) {
        int n = samples.length;
        double sum = 0;
        for (int m = -((n - 1) / 2); m <= n / 2; m++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                double angle = 2 * Math.PI * Math.floorMod((long) m * i, n) / n;
                re += samples[i] * Math.cos(angle);
                im -= samples[i] * Math.sin(angle);
            }
            double turn = m * place - Math.rint(m * place);
            double c = Math.cos(2 * Math.PI * turn);
            sum += 2 * m == n ? re * c : re * c - im * Math.sin(2 * Math.PI * turn);
        }
        return sum / n;
    }

    @Test
    void findsThePolynomialBetweenItsSamples() {
        for (int n : new int[] {1, 2, 3, 8, 15, 31, 64, 101}) {
            double[] samples = Measure.noise(Grid2D.line(n, 0, 1), n).toArray();
            for (int count : new int[] {1, 2, 7, 64, 130}) {
                // Dyadic, so that the places of the definition are not rounded.
                for (double step : new double[] {1 / 64.0, -3 / 256.0, 0.40625, 0, 5.25}) {
                    double[] values = new double[count];
                    new ChirpZ(n, count, step).at(samples, -0.21875, values);
                    for (int k = 0; k < count; k++) {
                        double expected = direct(samples, -0.21875 + k * step);
                        assertAbsolute(Math.abs(values[k] - expected), 16 * EPS * Math.sqrt(n));
                    }
                }
            }
        }
    }

    @Test
    void wholePeriodsBetweenThePointsDoNotMatter() {
        double[] samples = Measure.noise(Grid2D.line(15, 0, 1), 1).toArray();
        double[] values = new double[64];
        new ChirpZ(15, 64, 0x1p51 + 0.5).at(samples, -0.21875, values);
        for (int k = 0; k < 64; k++) {
            assertAbsolute(Math.abs(values[k] - direct(samples, -0.21875 + k % 2 * 0.5)), 8 * EPS);
        }
    }

    @Test
    void longLinesLoseNoDigits() {
        // Chirps turn a thousand times along this one: phases must be reduced before they are rounded.
        int n = 4096;
        double[] samples = new double[n];
        for (int i = 0; i < n; i++) {
            samples[i] = Math.cos(2 * Math.PI * (1000L * i % n) / n);
        }
        double step = 7 / 32768.0;
        double[] values = new double[n];
        new ChirpZ(n, n, step).at(samples, 0.125, values);
        for (int k = 0; k < n; k++) {
            double turn = 1000 * (0.125 + k * step);
            double expected = Math.cos(2 * Math.PI * (turn - Math.rint(turn)));
            assertAbsolute(Math.abs(values[k] - expected), 16 * EPS);
        }
    }
}
