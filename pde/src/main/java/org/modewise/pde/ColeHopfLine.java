package org.modewise.pde;

import java.util.List;
import org.modewise.fft.RealFft2D;

/**
 * Φ_t + Φ_x²/2 = νΦ_xx and u = Φ_x on one periodic line, by the method that each time asks for.
 *
 * <p>The multiplier where Φ₀/2ν spans at most {@value #SPAN}: then e^5 ε ≈ 3e-14 bounds its error. Else, the Taylor series at
 * the shortest times, and the log domain, until the solution has relaxed so far, at about L²/80ν, that the multiplier can
 * take over from there: only then does u keep its digits while it decays. Immutable, safe to share between threads.
 */
final class ColeHopfLine {
    /** The largest span of Φ/2ν for the multiplier. */
    private static final double SPAN = 5;
    /** The largest for a multiplier that is forced: there, no digit is left. */
    private static final double MOST_SPAN = 30;
    /** L²/νt when the span falls to SPAN, if a parabola of that span is all that is left. */
    private static final double RELAXATION = 80;
    /** Nodes that resolve a φ that has relaxed. */
    private static final int RELAXED_NODES = 32;

    private final SimilarityUnits units;
    /** In these units. */
    private final PotentialLine data;

    private final KernelFrames frames;
    private final SolutionMethod forced;
    private final HeatPair early;
    private final TaylorLine taylor;
    private volatile HopfLaxLine limit;
    private volatile Relaxed relaxed;

    /** The multiplier's data from a later time on; without data if it never comes to that. */
    private record Relaxed(double time, HeatPair pair) {}

    /**
     * @param units those of the data and of what {@link #at} gives; times are given in others
     * @param forced the method for all times, or null
     */
    ColeHopfLine(SimilarityUnits units, PotentialLine data, KernelFrames frames, SolutionMethod forced) {
        this.units = units;
        this.data = data;
        this.frames = frames;
        this.forced = forced(data.viscosity(), forced);
        int every = multiplies(this.forced, data.span()) ? frames.refinement(data.resolvingStep()) : 0;
        if (this.forced == SolutionMethod.MULTIPLIER) {
            requireSpan(data.span(), every > 0);
        }
        this.early = every > 0 ? multiplier(every) : null;
        boolean expands = this.forced == SolutionMethod.TAYLOR || this.forced == null && early == null;
        this.taylor = expands ? new TaylorLine(data) : null;
    }

    /** The method for all times, or null; without viscosity there is but one. */
    static SolutionMethod forced(double viscosity, SolutionMethod forced) {
        if (viscosity == 0 && forced != null && forced != SolutionMethod.HOPF_LAX) {
            throw new IllegalArgumentException("method must be HOPF_LAX for viscosity 0, got " + forced);
        }
        return viscosity == 0 ? SolutionMethod.HOPF_LAX : forced;
    }

    /** Whether the multiplier is to be used from the first on. */
    static boolean multiplies(SolutionMethod forced, double span) {
        return forced == SolutionMethod.MULTIPLIER || forced == null && span <= SPAN;
    }

    /** Refuses a multiplier that is forced where it leaves no digits, or where φ cannot be resolved. */
    static void requireSpan(double span, boolean resolved) {
        if (!(span <= MOST_SPAN) || !resolved) {
            throw new IllegalArgumentException(
                    "osc(potential)/(2 viscosity) must be <= " + MOST_SPAN + " for MULTIPLIER, got " + (float) span);
        }
    }

    /** When the span may have fallen so far that the multiplier can take over. */
    static double relaxationTime(double length, double viscosity) {
        return length * length / (RELAXATION * viscosity);
    }

    /** How many times as many nodes as samples resolve what has relaxed. */
    static int relaxedNodes(int n) {
        return (RELAXED_NODES + n - 1) / n;
    }

    static void requireFinite(double drift, SimilarityUnits units, double t) {
        if (!Double.isFinite(units.velocityBack(drift) * t)) {
            throw new IllegalArgumentException("t must keep mean(u0)*t finite, got " + t);
        }
    }

    static void requireWindow(SolutionMethod forced, double t, SimilarityUnits units, double viscosity, double length) {
        double latest = units.timeBack(KernelWindow.most(viscosity, length));
        if (forced == SolutionMethod.LOG_DOMAIN && t > latest) {
            throw KernelWindow.refusal("t", latest, t);
        }
    }

    static void requireTaylor(double t, double limit) {
        if (t > limit) {
            throw new IllegalArgumentException("t must be <= " + limit + " for TAYLOR, got " + t);
        }
    }

    private HeatPair multiplier(int every) {
        int n = data.samples();
        RealFft2D plan = TrigonometricLine.plan(n * every, data.length());
        return new HeatPair(
                data.viscosity(),
                plan,
                every,
                1,
                data.middle(),
                every == 1 ? data.potential() : data.potentialLine().sample(n * every),
                every == 1 ? data.velocity() : data.velocityLine().sample(n * every));
    }

    /** How the solution is computed at a positive time. */
    SolutionMethod method(double t) {
        return methodAt(units.time(t));
    }

    private SolutionMethod methodAt(double t) {
        if (forced != null) {
            return forced;
        }
        if (early != null || t >= relaxationTime() && t >= relaxed().time) {
            return SolutionMethod.MULTIPLIER;
        }
        if (t <= taylor.limit()) {
            return SolutionMethod.TAYLOR;
        }
        return frames.reaches(data.step(t)) ? SolutionMethod.LOG_DOMAIN : SolutionMethod.HOPF_LAX;
    }

    /** Whether a time can be reached, before anything is written. */
    void check(double t) {
        requireFinite(data.drift(), units, t);
        if (forced == SolutionMethod.TAYLOR) {
            requireTaylor(t, units.timeBack(taylor.limit()));
        }
        requireWindow(forced, t, units, data.viscosity(), data.length());
        double step = forced == SolutionMethod.LOG_DOMAIN ? data.step(units.time(t)) : 0;
        if (forced == SolutionMethod.LOG_DOMAIN && !frames.reaches(step)) {
            throw new IllegalArgumentException("t must keep the nodes <= " + KernelFrames.MOST_NODES
                    + " for LOG_DOMAIN, got " + t + ", which needs a distance of " + (float) units.lengthBack(step));
        }
    }

    /** The inviscid limit. */
    HopfLaxLine limit() {
        HopfLaxLine known = limit;
        if (known == null) {
            known = new HopfLaxLine(data);
            limit = known;
        }
        return known;
    }

    private double relaxationTime() {
        return relaxationTime(data.length(), data.viscosity());
    }

    private Relaxed relaxed() {
        Relaxed known = relaxed;
        if (known == null) {
            known = relax();
            relaxed = known;
        }
        return known;
    }

    /** Deterministic, so that it does not matter if two threads do it at once. */
    private Relaxed relax() {
        int n = data.samples();
        int every = relaxedNodes(n);
        double time = relaxationTime();
        double[] potential = new double[n * every];
        double[] velocity = new double[n * every];
        while (frames.reaches(data.step(time)) && time < Double.POSITIVE_INFINITY) {
            frames.frame(data.step(time), every).at(data, time, 0, potential, velocity, 0);
            ValueBounds range = ValueBounds.of(potential);
            if (multiplies(null, range.width() / (2 * data.viscosity()))) {
                RealFft2D plan = TrigonometricLine.plan(n * every, data.length());
                return new Relaxed(
                        time, new HeatPair(data.viscosity(), plan, every, 1, range.middle(), potential, velocity));
            }
            time *= 1.5;
        }
        return new Relaxed(Double.POSITIVE_INFINITY, null);
    }

    /**
     * Φ and u at a positive time, in the units of the data.
     *
     * @param potential where Φ goes, without the mean velocity's part; null if it is not asked for
     * @param velocity where u goes; null if it is not asked for
     * @param to the index of the first
     */
    void at(double time, double[] potential, double[] velocity, int to) {
        double t = units.time(time);
        double shift = shift(time);
        SolutionMethod method = methodAt(t);
        switch (method) {
            case MULTIPLIER -> {
                if (early != null) {
                    early.at(t, shift, 0, potential, velocity, null, to);
                } else {
                    Relaxed late = relaxed();
                    late.pair.at(t - late.time, shift, 0, potential, velocity, null, to);
                }
            }
            case TAYLOR -> taylor.at(t, potential, velocity, to);
            case LOG_DOMAIN -> frames.at(data, t, shift, potential, velocity, to);
            case HOPF_LAX -> limit().at(t, shift, potential, velocity, to);
        }
        if (velocity != null && data.drift() != 0 && method != SolutionMethod.TAYLOR) {
            for (int i = to; i < to + data.samples(); i++) {
                velocity[i] += data.drift();
            }
        }
    }

    /** The shocks of the inviscid limit. */
    List<Shock> shocks(double t, double x0) {
        return limit().shocks(units.time(t), shift(t), 0).stream()
                .map(shock -> new Shock(
                        x0 + units.lengthBack(shock.x()),
                        units.velocityBack(shock.left()),
                        units.velocityBack(shock.right())))
                .toList();
    }

    /** max|u₀| in these units. */
    double speed() {
        return data.speed();
    }

    /** When characteristics first cross without viscosity. */
    double shockTime() {
        return units.timeBack(limit().shockTime());
    }

    private double shift(double t) {
        return shift(data.drift(), data.driftRest(), units.drifting(t), data.length());
    }

    /** (c + rest)·t modulo the length, without the rounding of the product. */
    static double shift(double c, double rest, double t, double length) {
        double product = c * t;
        double lost = Math.fma(c, t, -product);
        return Math.IEEEremainder(product, length) + Math.IEEEremainder(lost + rest * t, length);
    }

    /** An estimate of max|error| / max|u₀|. */
    double errorEstimate(double t) {
        SolutionMethod method = method(t);
        double error = method == SolutionMethod.HOPF_LAX
                ? limit().error(units.time(t))
                : errorEstimate(method, early != null, data.span());
        return Math.min(
                1,
                error + units.endOfVelocity(data.speed()) + data.noise() * amplification(early != null, data.span()));
    }

    /** What a forced multiplier makes of the noise of its data. */
    static double amplification(boolean early, double span) {
        return early ? Math.exp(Math.max(0, span - SPAN)) : 1;
    }

    /** What rounding leaves of the methods that leave nothing out: its share in φ, or in the exponent Φ/2ν. */
    static double errorEstimate(SolutionMethod method, boolean early, double span) {
        double eps = Math.ulp(1.0);
        return switch (method) {
            case MULTIPLIER -> 8 * eps * (early ? Math.exp(span) : Math.exp(SPAN) + span);
            case LOG_DOMAIN -> eps * (16 + 3 * span);
            default -> 32 * eps;
        };
    }
}
