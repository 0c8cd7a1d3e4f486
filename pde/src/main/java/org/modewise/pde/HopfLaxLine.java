package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
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
    /** Nodes a period of the highest mode. */
    private static final int NODES = 8;

    private static final int MOST_ORDER = 16;
    private static final int STEPS = 60;
    /** What a branch weighs that is left out: e^-40. */
    private static final double NEGLIGIBLE = 40;
    /** Two minima this close, beside the largest |Φ₀|, are one height. */
    private static final double TIE = 8 * Math.ulp(1.0);
    /** What G' cannot be told from 0 by, beside u₀: more steps would only turn its rounding over. */
    private static final double ULPS = 2 * Math.ulp(1.0);
    /** What is left out of a Taylor series beside its largest term. */
    private static final double ROUNDING = 1e-16;

    private final PotentialLine data;
    private final int refine;
    private final int nodes;
    private final double h;
    private final int order;
    private final double[] heights;
    private final LowNodes low;
    /** Of each node u₀⁽q⁾/q! for q from 0 to the order. */
    private final double[] terms;

    private final double steepest;
    /** A bound of |u₀|. */
    private final double speed;

    private final ScratchPool<Scratch> scratch;

    private record Scratch(ParabolaEnvelope envelope, int[] best, Minimum own, Minimum other) {}

    /** A minimum of G near a node. */
    private static final class Minimum {
        int node;
        double value;
        double velocity;
        /** G''. */
        double curvature;

        void set(Minimum other) {
            node = other.node;
            value = other.value;
            velocity = other.velocity;
            curvature = other.curvature;
        }
    }

    HopfLaxLine(PotentialLine data) {
        int n = data.samples();
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(n) * data.velocityLine().bound(0);
        TrigonometricLine velocity = data.velocityLine().trimmed(rounding);
        int degree = Math.max(1, velocity.degree());
        int every = 1;
        while ((long) n * every < (long) NODES * degree) {
            every *= 2;
        }
        this.data = data;
        this.refine = every;
        this.nodes = n * every;
        this.h = data.length() / nodes;
        double turn = Math.PI * degree / nodes;
        double term = turn;
        int q = 1;
        while (q < MOST_ORDER && term > ROUNDING) {
            q++;
            term *= turn / q;
        }
        this.order = q;
        this.heights = new double[nodes];
        this.terms = new double[nodes * (order + 1)];
        this.steepest = fill(velocity);
        this.speed = data.velocityLine().bound(0);
        this.low = new LowNodes(heights);
        int targets = n;
        this.scratch = new ScratchPool<>(
                () -> new Scratch(new ParabolaEnvelope(), new int[targets], new Minimum(), new Minimum()));
    }

    /** Samples Φ₀, negated for the envelope, and the Taylor coefficients of u₀, without what is rounding; returns max|u₀'|. */
    private double fill(TrigonometricLine velocity) {
        RealFft2D plan = TrigonometricLine.plan(nodes, data.length());
        double[] spectrum = new double[plan.spectrumLength()];
        double[] values = new double[nodes];
        data.potentialLine().sample(plan, spectrum, heights);
        for (int j = 0; j < nodes; j++) {
            heights[j] = -heights[j];
        }
        TrigonometricLine line = velocity;
        double slope = 0;
        double factorial = 1;
        for (int q = 0; q <= order; q++) {
            line.sample(plan, spectrum, values);
            for (int j = 0; j < nodes; j++) {
                terms[j * (order + 1) + q] = values[j] / factorial;
                slope = q == 1 ? Math.max(slope, Math.abs(values[j])) : slope;
            }
            line = line.derivative();
            factorial *= q + 1;
        }
        return slope;
    }

    /** max|u₀'|. */
    double steepest() {
        return steepest;
    }

    /** Rounding, and what Laplace's method leaves out: (kσ)²/2 with σ² = 2ν/G'', away from caustics. */
    double error(double t) {
        double k = 2 * Math.PI * nodes / (NODES * data.length());
        double viscous = data.viscosity() * k * k * Math.min(t, 1 / steepest);
        // In the middle of a shock that is not sharp, rounding decides between both sides.
        double shock = data.viscosity() > 0 ? Math.ulp(1.0) * data.span() : 0;
        return Math.min(1, 64 * Math.ulp(1.0) + viscous + shock);
    }

    /** When characteristics first cross: 1/max(-u₀'), its place polished on the interpolant; infinite if u₀ is constant. */
    double shockTime() {
        int row = order + 1;
        int best = 0;
        for (int j = 1; j < nodes; j++) {
            best = terms[j * row + 1] < terms[best * row + 1] ? j : best;
        }
        // u₀' to the order at the zero of u₀'', by Newton's method within the node's cell.
        double delta = 0;
        double steepest = terms[best * row + 1];
        for (int step = 0; step < STEPS; step++) {
            double first = 0;
            double second = 0;
            double third = 0;
            for (int q = order; q >= 1; q--) {
                third = 2 * second + third * delta;
                second = first + second * delta;
                first = q * terms[best * row + q] + first * delta;
            }
            steepest = Math.min(steepest, first);
            if (!(third > 0)) {
                break;
            }
            delta = Math.max(-h, Math.min(h, delta - second / third));
        }
        // What is rounding beside a constant is no slope.
        double unit = 2 * Math.PI / data.length();
        double size = Math.abs(data.drift()) + unit * Math.max(Math.abs(data.least()), Math.abs(data.most()));
        double rounding = 8 * Math.ulp(1.0) * Math.sqrt(nodes) * unit * size;
        return -steepest > rounding ? -1 / steepest : Double.POSITIVE_INFINITY;
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
            polish(s.best[i], xi, t, s.own);
            branches(s, s.best[i], xi, t);
            s.best[i] = s.own.node;
        }
        for (int i = 0; i < n; i++) {
            int right = i == n - 1 ? s.best[0] + nodes : s.best[i + 1];
            double xi = (i + 0.5) * refine - shift / h;
            for (int step = 0; step < STEPS; step++) {
                polish(s.best[i], xi, t, s.own);
                polish(right, xi, t, s.other);
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
            polish(s.best[i], xi, t, s.own);
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
                + h * h * (steepest + 1 / t) / 8
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
            polish(k, xi, t, s.other);
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
    private double share(Minimum minimum, Minimum better) {
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
                heights,
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

    /** Newton's method from a node; whenever it leaves the node's cell it goes on from the next node. */
    private void polish(int start, double xi, double t, Minimum minimum) {
        int k = start;
        double delta = 0;
        double u = 0;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            int at = Math.floorMod(k, nodes) * (order + 1);
            u = terms[at + order];
            slope = 0;
            for (int q = order - 1; q >= 0; q--) {
                slope = u + slope * delta;
                u = terms[at + q] + u * delta;
            }
            double rest = u - ((xi - k) * h - delta) / t;
            double curvature = slope + 1 / t;
            // Where G is not convex there is no minimum to be found: downhill by half a cell.
            double move = curvature > 0 ? -rest / curvature : -Math.signum(rest) * h / 2;
            move = Math.max(-h / 2, Math.min(h / 2, move));
            delta += move;
            if (Math.abs(delta) > 0.6 * h) {
                int cells = delta > 0 ? 1 : -1;
                k += cells;
                delta -= cells * h;
            } else if (Math.abs(rest) <= ULPS * Math.max(Math.abs(u), Math.abs(terms[at]))
                    || Math.abs(move) <= 1e-15 * (h + Math.abs(delta))) {
                break;
            }
        }
        minimum.node = k;
        evaluate(k, delta, xi, t, minimum);
    }

    private void evaluate(int k, double delta, double xi, double t, Minimum minimum) {
        int j = Math.floorMod(k, nodes);
        int at = j * (order + 1);
        double u = terms[at + order];
        double slope = 0;
        double height = terms[at + order] / (order + 1);
        for (int q = order - 1; q >= 0; q--) {
            slope = u + slope * delta;
            u = terms[at + q] + u * delta;
            height = terms[at + q] / (q + 1) + height * delta;
        }
        double distance = (xi - k) * h - delta;
        minimum.value = -heights[j] + height * delta + 0.5 * distance * distance / t;
        // Late, the distance is known better than u₀, which is then small; early, the other way round.
        minimum.velocity = t * steepest > 1 ? distance / t : u;
        minimum.curvature = slope + 1 / t;
    }
}
