package org.modewise.pde.logdomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the double sum over all images, row by row and term by term. */
class GaussianPlaneTest {
    private static final int SX = 9;
    private static final int SY = 7;
    private static final int TX = 6;
    private static final int TY = 5;
    private static final int IMAGES = 9;

    @Test
    void planeIsItsDoubleSum() {
        Random random = new Random(1);
        double[] log = random.doubles(SX * SY, -300, 0).toArray();
        double[] p = random.doubles(SX * SY, -1, 1).toArray();
        double vx = 0.05;
        double vy = 0.2;
        GaussianPlane plane = new GaussianPlane(SX, SY, true, TX, TY, 1, 2);
        plane.alongX().kernel(0.03, 0.15, 0, 0.1, 1, 0, vx);
        plane.alongY().kernel(-0.01, 0.15, 0, 0.1, 1, 0, vy);
        double[] logs = new double[TX * TY];
        double[] mean = new double[TX * TY];
        double[][] moments = new double[5][TX * TY];
        plane.apply(
                (j, row, functions) -> {
                    System.arraycopy(log, j * SX, row, 0, SX);
                    System.arraycopy(p, j * SX, functions[0], 0, SX);
                },
                logs,
                new double[][] {mean},
                new GaussianPlane.Moments(moments[0], moments[1], moments[2], moments[3], moments[4]));
        for (int i = 0; i < TX; i++) {
            for (int j = 0; j < TY; j++) {
                double[] sums = sums(log, p, 0.03 + 0.15 * i, -0.01 + 0.15 * j, vx, vy);
                int at = j * TX + i;
                assertThat(logs[at]).isCloseTo(sums[7] + Math.log(0.01 * sums[0]), within(1e-13));
                assertThat(mean[at]).isCloseTo(sums[1] / sums[0], within(1e-13));
                for (int m = 0; m < 5; m++) {
                    assertThat(moments[m][at]).isCloseTo(sums[2 + m] / sums[0], within(1e-13));
                }
            }
        }
    }

    /** Σw and Σw times p, ζx, ζy, ζx², ζxζy, ζy², then the largest exponent. */
    private static double[] sums(double[] log, double[] p, double x, double y, double vx, double vy) {
        double[] sums = new double[8];
        double peak = Arrays.stream(log).max().orElseThrow();
        for (int k = -IMAGES * SX; k < (IMAGES + 1) * SX; k++) {
            for (int l = -IMAGES * SY; l < (IMAGES + 1) * SY; l++) {
                int at = Math.floorMod(l, SY) * SX + Math.floorMod(k, SX);
                double zx = x - 0.1 * k;
                double zy = y - 0.1 * l;
                double w = Math.exp(log[at] - peak - zx * zx / (2 * vx) - zy * zy / (2 * vy));
                double[] factors = {1, p[at], zx, zy, zx * zx, zx * zy, zy * zy};
                for (int f = 0; f < factors.length; f++) {
                    sums[f] += w * factors[f];
                }
            }
        }
        sums[7] = peak;
        return sums;
    }
}
