package org.modewise.pde;

/**
 * J₀ and J₁, within a few ε of the largest of both nearby. Miller's recurrence below 25, Hankel's asymptotic series from
 * there on (M. Abramowitz, I. Stegun, §9.2, §9.12). The libraries' own stop at 10⁴, and take microseconds.
 */
final class Bessel {
    private static final double ASYMPTOTIC = 25;

    private Bessel() {}

    /** J₀(x), x ≥ 0. */
    static double j0(double x) {
        return x < ASYMPTOTIC ? miller(x, 0) : hankel(x, 0);
    }

    /** J₁(x), x ≥ 0. */
    static double j1(double x) {
        return x < ASYMPTOTIC ? miller(x, 1) : hankel(x, 1);
    }

    /** Backward from an order where J is far below ε; 1 = J₀ + 2ΣJ₂ₖ sets the scale. */
    private static double miller(double x, int order) {
        if (x == 0) {
            return order == 0 ? 1 : 0;
        }
        double next = 0;
        double current = 1e-300;
        double sum = 0;
        int start = 2 * (int) (0.5 * x + 20);
        for (int n = start; n > 0; n--) {
            sum += n % 2 == 0 ? 2 * current : 0;
            double previous = 2 * n / x * current - next;
            next = current;
            current = previous;
        }
        return (order == 0 ? current : next) / (sum + current);
    }

    /** √(2/πx)·(P cos χ - Q sin χ), χ = x - (order/2 + 1/4)π; the terms fall below ε long before they grow. */
    private static double hankel(double x, int order) {
        double mu = 4.0 * order * order;
        double term = 1;
        double p = 1;
        double q = 0;
        for (int k = 1; Math.abs(term) > 1e-17; k++) {
            double odd = 2 * k - 1;
            term *= (mu - odd * odd) / (8 * k * x);
            if (k % 2 == 1) {
                q += k % 4 == 1 ? term : -term;
            } else {
                p += k % 4 == 0 ? term : -term;
            }
        }
        double c = Math.cos(x);
        double s = Math.sin(x);
        // cos χ and sin χ times √2, without a rounding of χ.
        double cos = order == 0 ? c + s : s - c;
        double sin = order == 0 ? s - c : -(c + s);
        return (p * cos - q * sin) / Math.sqrt(Math.PI * x);
    }
}
