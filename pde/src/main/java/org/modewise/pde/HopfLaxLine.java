package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import org.modewise.core.internal.ScratchPool;
import org.modewise.pde.logdomain.ParabolaEnvelope;

/**
 * Φ(x,t) = min_y G(y) with G(y) = Φ₀(y) + (x-y)²/2t, and u = u₀(y*) at the minimiser (Hopf 1950, Lax 1957): the limit
 * ν → 0 on a periodic line. The lower envelope of parabolas finds the best node; Newton's method moves it to the zero of G'
 * of the trigonometric interpolant, by Taylor's series about the node. A node lies above its minimum by at most h²G''/8; so
 * every lowest node within that of the best one may belong to the branch that counts, and is polished too. The best of all is
 * taken, at a tie the left one: there u is the limit from the left.
 *
 * <p>With ν &gt; 0 they count by Laplace's method, as e^{-G/2ν}/√G'': right to the order ν where G'' is not small.
 * Immutable, safe to share between threads.
 */
final class HopfLaxLine {
    private static final int STEPS = 60;
    /** What a branch weighs that is left out: e^-40. */
    private static final double NEGLIGIBLE = 40;
    /** Two minima this close, beside the largest |Φ₀|, are one height. */
    private static final double TIE = 8 * Math.ulp(1.0);

    private final PotentialLine data;
    private final TaylorNodes taylor;
    private final int refine;
    private final int nodes;
    private final double h;
    private final LowNodes low;
    /** A bound of |u₀|. */
    private final double speed;

    private final ScratchPool<Scratch> scratch;

    private record Scratch(ParabolaEnvelope envelope, int[] best, HopfLaxLineMinimum own, HopfLaxLineMinimum other) {}

    HopfLaxLine(PotentialLine data) {
        this.data = data;
        this.taylor = new TaylorNodes(data);
        this.refine = taylor.refine();
        this.nodes = taylor.count();
        this.h = taylor.h();
        this.low = new LowNodes(taylor.heights());
        this.speed = data.velocityLine().bound(0);
        this.scratch = new ScratchPool<>(() -> new Scratch(
                new ParabolaEnvelope(),
                new int[data.samples()],
                new HopfLaxLineMinimum(taylor),
                new HopfLaxLineMinimum(taylor)));
    }

    /** Rounding, and what Laplace's method leaves out: (kσ)²/2 with σ² = 2ν/G'', away from caustics. */
    double error(double t) {
        double k = taylor.wavenumber();
        double viscous = data.viscosity() * k * k * Math.min(t, 1 / taylor.steepest());
        // In the middle of a shock that is not sharp, rounding decides between both sides.
        double shock = data.viscosity() > 0 ? Math.ulp(1.0) * data.span() : 0;
        return Math.min(1, 64 * Math.ulp(1.0) + viscous + shock);
    }

    /** When characteristics first cross: 1/max(-u₀'); infinite if u₀ is constant. */
    double shockTime() {
        double steepest = taylor.steepestDescent();
        // What is rounding beside a constant is no slope.
        double unit = 2 * Math.PI / data.length();
        double size = Math.abs(data.drift()) + unit * Math.max(Math.abs(data.least()), Math.abs(data.most()));
        double rounding = 8 * Math.ulp(1.0) * Math.sqrt(nodes) * unit * size;
        return steepest > rounding ? 1 / steepest : Double.POSITIVE_INFINITY;
    }

    /**
     * The shocks between neighbouring targets, where G has two minima of one height: from where they cross on both sides,
     * by Newton's method, d(G₁ - G₂)/dx = u₁ - u₂.
     *
     * @param x0 the place of the first target
     */
    List<Shock> shocks(double t, double shift, double x0) {
        Scratch s = scratch.take();
        find(s, t, shift);
        List<Shock> shocks = new ArrayList<>();
        int n = s.best.length;
        for (int i = 0; i < n; i++) {
            double xi = i * (double) refine - shift / h;
            s.own.find(s.best[i], xi, t);
            branches(s, s.best[i], xi, t);
            s.best[i] = s.own.node;
        }
        for (int i = 0; i < n; i++) {
            int right = i == n - 1 ? s.best[0] + nodes : s.best[i + 1];
            double xi = (i + 0.5) * refine - shift / h;
            for (int step = 0; step < STEPS; step++) {
                s.own.find(s.best[i], xi, t);
                s.other.find(right, xi, t);
                double jump = s.own.velocity - s.other.velocity;
                if (!(jump * t > h)) {
                    break;
                }
                double move = (s.other.value - s.own.value) / jump / h;
                xi += move;
                if (Math.abs(move) < 1e-15 * nodes) {
                    double place = (xi * h + shift) / data.length();
                    shocks.add(new Shock(
                            x0 + data.length() * (place - Math.floor(place)),
                            s.own.velocity + data.drift(),
                            s.other.velocity + data.drift()));
                    break;
                }
            }
        }
        scratch.give(s);
        return shocks;
    }

    /** Φ and u at a positive time, moved to the right; null for what is not asked for. */
    void at(double t, double shift, double[] potential, double[] velocity, int to) {
        Scratch s = scratch.take();
        find(s, t, shift);
        int n = s.best.length;
        for (int i = 0; i < n; i++) {
            double xi = i * (double) refine - shift / h;
            s.own.find(s.best[i], xi, t);
            double u = branches(s, s.best[i], xi, t);
            if (potential != null) {
                potential[to + i] = s.own.value;
            }
            if (velocity != null) {
                velocity[to + i] = u;
            }
        }
        scratch.give(s);
    }

    /** Makes the best of all branches that may count the scratch's own one; returns u, of which all have a share if ν &gt; 0. */
    private double branches(Scratch s, int best, double xi, double t) {
        double precision = precision(t);
        double tie = TIE * Math.max(Math.abs(data.least()), Math.abs(data.most()));
        double most = low.height(best, xi, precision)
                + h * h * (taylor.steepest() + 1 / t) / 8
                + 2 * data.viscosity() * NEGLIGIBLE
                + tie;
        double reach = Math.min(0.5 * nodes, t * speed / h + 1);
        int last = (int) Math.ceil(xi + reach) + 1;
        double total = 1;
        double sum = s.own.velocity;
        int k = low.next((int) Math.floor(xi - reach) - 1, last, xi, precision, most);
        for (; k <= last; k = low.next(k + 1, last, xi, precision, most)) {
            if (Math.abs(k - best) <= 1 || !low.isLowest(k, xi, precision)) {
                continue;
            }
            s.other.find(k, xi, t);
            boolean isBetter = s.other.value < s.own.value + (k < s.own.node ? tie : -tie);
            if (data.viscosity() > 0) {
                double share = isBetter ? share(s.own, s.other) : share(s.other, s.own);
                total = isBetter ? 1 + share * total : total + share;
                sum = isBetter ? s.other.velocity + share * sum : sum + share * s.other.velocity;
            }
            if (isBetter) {
                s.own.set(s.other);
            }
        }
        return data.viscosity() > 0 ? sum / total : s.own.velocity;
    }

    /** h²/2t, finite at any time: a node's own parabola is 0 there. */
    private double precision(double t) {
        return Math.min(0.5 * h * (h / t), Double.MAX_VALUE);
    }

    /** What a minimum weighs beside a better one. */
    private double share(HopfLaxLineMinimum minimum, HopfLaxLineMinimum better) {
        // Of two of one height either may be the better one.
        double exponent = Math.min(0, (better.value - minimum.value) / (2 * data.viscosity()));
        return Math.exp(exponent) * Math.sqrt(better.curvature / minimum.curvature);
    }

    /** The best node of each target. A minimiser is no further away than the fastest u₀ goes, or than half a period. */
    private void find(Scratch s, double t, double shift) {
        double precision = precision(t);
        double first = -shift / h;
        double reach = Math.min(0.5 * nodes, t * speed / h + 1);
        double last = first + (s.best.length - 1) * (double) refine;
        s.envelope.build(
                taylor.heights(),
                nodes,
                (int) Math.floor(first - reach) - 1,
                (int) Math.ceil(last + reach) + 1,
                0,
                1,
                precision);
        for (int i = 0; i < s.best.length; i++) {
            s.best[i] = s.envelope.highest(first + i * (double) refine);
        }
    }
}
