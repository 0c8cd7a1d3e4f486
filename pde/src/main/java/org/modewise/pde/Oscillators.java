package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * ü + 2γ u̇ + λ(κ) u = 0 with λ = c²|κ|² + m²: one oscillator a mode, as the propagator of (u, u̇).
 *
 * <p>With ω² = λ - γ² &gt; 0, C = e^{-γt} cos ωt and S = e^{-γt} sin(ωt)/ω it is (C + γS, S; -λS, C - γS). Where ω² ≤ 0
 * the mode has two real rates, r₁ = -λ/(γ+ρ) and r₂ = -(γ+ρ) with ρ² = -ω², written so that nothing cancels; then
 * S = (e^{r₁t} - e^{r₂t})/2ρ, and it is (e^{r₁t} - r₁S, S; -λS, e^{r₂t} + r₁S). Both are t·e^{-γt} where ω = 0.
 */
final class Oscillators implements PairPropagator {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();
    /** Below it the series of sinh is shorter than two exponentials, above it they do not cancel. */
    private static final double SMALL = 0.25;

    private final double damping;
    /** √λ: its square underflows where what it does to a large sample need not. */
    private final double[] natural;
    /** ω, or 0 where it is not real or 0. */
    private final double[] frequency;

    /** 1/ω, or 0. */
    private final double[] inverse;
    /** The samples without oscillation, and their ρ. */
    private final int[] creeping;

    private final double[] spread;
    private final double stiffest;
    private final double fastest;
    private final double highest;

    Oscillators(double speed, double damping, double mass, PairSpace space) {
        int size = space.size();
        this.damping = damping;
        this.natural = new double[size];
        this.frequency = new double[size];
        this.inverse = new double[size];
        int[] found = new int[size];
        double[] rho = new double[size];
        int count = 0;
        for (int k = 0; k < size; k++) {
            natural[k] = Math.hypot(speed * space.wavenumber(k), mass);
            if (!(natural[k] * natural[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("speed and mass must keep c^2 k^2 + m^2 finite, got speed = " + speed
                        + " and mass = " + mass + " at wavenumber " + space.wavenumber(k));
            }
            // By factors: squares would cancel what rounding left of them, and overflow or underflow.
            double root = Math.sqrt(Math.abs(natural[k] - damping)) * Math.sqrt(natural[k] + damping);
            double omega = damping == 0 ? natural[k] : root;
            if (natural[k] > damping && 1 / omega < Double.POSITIVE_INFINITY) {
                frequency[k] = omega;
                inverse[k] = 1 / omega;
            } else {
                found[count] = k;
                rho[count++] = root;
            }
        }
        this.creeping = Arrays.copyOf(found, count);
        this.spread = Arrays.copyOf(rho, count);
        this.stiffest = Arrays.stream(natural).map(rate -> rate * rate).max().orElse(0);
        this.fastest = damping + Arrays.stream(spread).max().orElse(0);
        if (!(fastest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("damping must keep 2 damping finite, got " + damping);
        }
        this.highest = Arrays.stream(frequency).max().orElse(0);
    }

    /** λ at a wavenumber, the weight of |û|² in twice the energy. */
    static double stiffness(double speed, double mass, double kx, double ky) {
        double natural = Math.hypot(speed * Math.hypot(kx, ky), mass);
        return natural * natural;
    }

    @Override
    public double bound(double t) {
        Arguments.finite(t, "t");
        double exponent = Math.max(0, -t * fastest);
        if (!(exponent <= Exponential.LARGEST_EXPONENT)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t
                    + ": run backward, what is damped grows by e^" + (float) exponent);
        }
        if (!(Math.abs(t) * highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t
                    + ": the finest wave would turn by " + (float) (t * highest));
        }
        double secular = Math.exp(exponent) * Math.abs(t);
        return Math.exp(exponent) + secular * Math.max(1, Math.max(stiffest, 2 * fastest));
    }

    @Override
    public int scratch() {
        return creeping.length;
    }

    @Override
    public void propagate(double t, Factors factors) {
        double[] aa = factors.aa();
        double[] ab = factors.ab();
        double[] ba = factors.ba();
        double[] bb = factors.bb();
        int size = natural.length;
        for (int k = 0; k < size; k++) {
            ab[k] = t * frequency[k];
        }
        FUNCTIONS.sinCos(ab, 0, ab, aa, 0, size);
        double envelope = StrictMath.exp(-damping * t);
        for (int k = 0; k < size; k++) {
            double c = envelope * aa[k];
            double s = envelope * (ab[k] * inverse[k]);
            aa[k] = c + damping * s;
            ab[k] = s;
            ba[k] = -(natural[k] * s) * natural[k];
            bb[k] = c - damping * s;
        }
        creep(t, envelope, factors);
    }

    private void creep(double t, double envelope, Factors factors) {
        double[] slower = factors.scratch();
        double[] faster = factors.moreScratch();
        for (int k = 0; k < creeping.length; k++) {
            slower[k] = slow(k) * t;
            faster[k] = -(damping + spread[k]) * t;
        }
        FUNCTIONS.exp(slower, 0, 0, slower, 0, creeping.length);
        FUNCTIONS.exp(faster, 0, 0, faster, 0, creeping.length);
        for (int k = 0; k < creeping.length; k++) {
            double x = spread[k] * t;
            double s = Math.abs(x) < SMALL ? envelope * t * sinhc(x * x) : (slower[k] - faster[k]) / (2 * spread[k]);
            int sample = creeping[k];
            factors.aa()[sample] = slower[k] - slow(k) * s;
            factors.ab()[sample] = s;
            factors.ba()[sample] = -(natural[sample] * s) * natural[sample];
            factors.bb()[sample] = faster[k] + slow(k) * s;
        }
    }

    /** r₁ of the k-th mode without oscillation. */
    private double slow(int k) {
        double rate = natural[creeping[k]];
        return damping == 0 ? 0 : -(rate / (damping + spread[k])) * rate;
    }

    /** sinh(x)/x of x², small. */
    private static double sinhc(double square) {
        double sum = 1;
        for (int n = 12; n > 0; n -= 2) {
            sum = 1 + sum * square / (n * (n + 1));
        }
        return sum;
    }
}
