package org.modewise.pde.logdomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The trapezoidal rule at the distance that the bound allows, and beyond it. */
class StripBoundTest {
    /** L = a·cos y: D(η) = a(cosh η - 1), and ∫ e^L over a period is 2π I₀(a). */
    private static StripBound cosine(double a) {
        double[] eta = new double[24];
        double[] growth = new double[24];
        Arrays.setAll(eta, k -> 0.01 * Math.pow(2, 0.5 * k));
        Arrays.setAll(growth, k -> a * (Math.cosh(eta[k]) - 1));
        return new StripBound(eta, growth, new double[24]);
    }

    private static double rule(double a, int nodes) {
        double sum = 0;
        for (int k = 0; k < nodes; k++) {
            sum += Math.exp(a * Math.cos(2 * Math.PI * k / nodes) - a);
        }
        return sum / nodes;
    }

    @Test
    void theRuleIsExactAtTheBoundAndNotFarBeyond() {
        for (double a : new double[] {0.5, 3, 40, 500, 1e4}) {
            double h = cosine(a).step(1, Double.POSITIVE_INFINITY);
            int nodes = (int) Math.ceil(2 * Math.PI / h);
            double exact = rule(a, 64 * nodes);
            assertThat(rule(a, nodes) / exact).isCloseTo(1, within(1e-14 + a * 1e-15));
            assertThat(Math.abs(rule(a, nodes / 2) / exact - 1)).isGreaterThan(1e-9);
        }
    }

    /** Of a Gaussian alone the best h is π√(2v/37.5); its error is known. */
    @Test
    void aGaussianNeedsAboutThreeQuartersOfItsWidth() {
        StripBound none = cosine(0);
        for (double v : new double[] {1e-12, 1e-9, 0.3}) {
            double h = none.step(1, v);
            assertThat(h).isBetween(0.5 * Math.sqrt(v), 0.7256 * Math.sqrt(v));
            assertThat(StripBound.error(h, 1 / v)).isLessThan(3e-16);
        }
        assertThat(StripBound.error(1.5, 1)).isCloseTo(2 * Math.exp(-2 * Math.PI * Math.PI / 2.25), within(1e-12));
    }

    @Test
    void whatIsCarriedAlongCounts() {
        double[] eta = {0.1, 1, 3};
        double[] zero = new double[3];
        double plain = new StripBound(eta, zero, zero).step(1, 1);
        double carrying = new StripBound(eta, zero, new double[] {1, 10, 30}).step(1, 1);
        assertThat(carrying).isLessThan(plain);
    }
}
