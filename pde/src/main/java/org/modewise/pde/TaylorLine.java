package org.modewise.pde;

import java.util.Arrays;
import org.modewise.fft.RealFft2D;

/**
 * u = Σ u_k t^k up to k = {@value #ORDER}, by Cauchy and Kovalevskaya's recursion (k+1)u_(k+1) = ∂ₓ(νu_k' - ½Σ u_j u_(k-j)):
 * Burgers' equation for times so short that no quadrature would see the kernel. The u_k are trigonometric polynomials of
 * k + 1 times the degree of u₀, and are computed on as many nodes as that takes. Immutable, safe to share between threads.
 */
final class TaylorLine {
    private static final int ORDER = 8;
    /** What is left of the time at which the last term is as large as ε. */
    private static final double SAFETY = 0.5;
    /** The least that is known to all its digits. */
    private static final double SMALLEST = 1e-290;

    private final double limit;
    private final double[][] potential = new double[ORDER + 1][];
    private final double[][] velocity = new double[ORDER + 1][];

    TaylorLine(PotentialLine data) {
        int n = data.samples();
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(n) * data.velocityLine().bound(0);
        TrigonometricLine start = data.velocityLine().trimmed(rounding);
        int degree = start.degree();
        int every = 1;
        while ((long) n * every <= 2L * (ORDER + 1) * degree) {
            every *= 2;
        }
        RealFft2D plan = TrigonometricLine.plan(n * every, data.length());
        double[] spectrum = new double[plan.spectrumLength()];
        double[][] u = new double[ORDER + 1][n * every];
        TrigonometricLine line = start;
        line.sample(plan, spectrum, u[0]);
        addTo(u[0], data.drift());
        potential[0] = data.potential();
        velocity[0] = data.velocity().clone();
        addTo(velocity[0], data.drift());
        for (int k = 0; k < ORDER; k++) {
            double[] flux = new double[n * every];
            line.derivative().times(data.viscosity()).sample(plan, spectrum, flux);
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < flux.length; i++) {
                    flux[i] -= 0.5 * u[j][i] * u[k - j][i];
                }
            }
            TrigonometricLine next = TrigonometricLine.through(plan, flux, 0)
                    .truncated((k + 2) * degree)
                    .times(1.0 / (k + 1));
            line = next.derivative();
            line.sample(plan, spectrum, u[k + 1]);
            next.sample(plan, spectrum, flux);
            potential[k + 1] = every(flux, every);
            velocity[k + 1] = every(u[k + 1], every);
        }
        double last = Arrays.stream(velocity[ORDER]).map(Math::abs).max().orElseThrow();
        double reach = SAFETY * Math.pow(Math.ulp(1.0) * data.speed() / last, 1.0 / ORDER);
        // Smaller terms have lost digits where numbers end.
        this.limit = reach > 0 && (last > SMALLEST || data.speed() == 0) ? reach : 0;
    }

    private static void addTo(double[] values, double term) {
        for (int i = 0; i < values.length; i++) {
            values[i] += term;
        }
    }

    private static double[] every(double[] values, int stride) {
        double[] some = new double[values.length / stride];
        Arrays.setAll(some, i -> values[i * stride]);
        return some;
    }

    /** Up to when the series is exact to rounding. */
    double limit() {
        return limit;
    }

    /** Φ and u at a time; null for what is not asked for. */
    void at(double t, double[] potential, double[] velocity, int to) {
        if (potential != null) {
            sum(this.potential, t, potential, to);
        }
        if (velocity != null) {
            sum(this.velocity, t, velocity, to);
        }
    }

    private static void sum(double[][] terms, double t, double[] values, int to) {
        int n = terms[0].length;
        System.arraycopy(terms[ORDER], 0, values, to, n);
        for (int k = ORDER - 1; k >= 0; k--) {
            for (int i = 0; i < n; i++) {
                values[to + i] = terms[k][i] + t * values[to + i];
            }
        }
    }
}
