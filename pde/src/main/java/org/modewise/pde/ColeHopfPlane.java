package org.modewise.pde;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.Workers;
import org.modewise.pde.logdomain.PlaneProducts;

/**
 * Φ_t + |∇Φ|²/2 = νΔΦ and u = ∇Φ on a torus, by the method that each time asks for, as {@link ColeHopfLine} does on a line.
 * Immutable, safe to share between threads.
 */
final class ColeHopfPlane {
    /** Beyond so many nodes a plane takes seconds. */
    private static final long MOST_NODES = 1L << 26;
    /** Beyond so many, a Taylor series is worth its preparation. */
    private static final long MANY_NODES = 1L << 18;
    /** Of one axis. */
    private static final long MOST_OF_AXIS = 1L << 15;
    /** In which velocities are found. */
    private static final int WAYS = KernelPlane.Velocity.values().length;

    private final SimilarityUnits units;
    /** In these units. */
    private final PotentialPlane data;

    private final SolutionMethod forced;
    private final List<Resolution> alongX;
    private final List<Resolution> alongY;
    /** By the nodes, and whether u is carried along. */
    private final AtomicReferenceArray<ScratchPool<KernelPlane>> pools;

    private final HeatPair early;
    private volatile TaylorPlane taylor;
    private volatile HopfLaxPlane limit;
    private volatile Relaxed relaxed;

    /** The multiplier's data from a later time on; without data if it never comes to that. */
    private record Relaxed(double time, HeatPair pair) {}

    /**
     * @param units those of the data and of what {@link #at} gives; times are given in others
     * @param forced the method for all times, or null
     */
    ColeHopfPlane(SimilarityUnits units, PotentialPlane data, SolutionMethod forced) {
        this.units = units;
        this.data = data;
        this.forced = ColeHopfLine.forced(data.viscosity(), forced);
        this.alongX = Resolution.of(data.grid().nx(), MOST_OF_AXIS);
        this.alongY = Resolution.of(data.grid().ny(), MOST_OF_AXIS);
        this.pools = new AtomicReferenceArray<>(WAYS * alongX.size() * alongY.size());
        boolean multiplies = ColeHopfLine.multiplies(this.forced, data.span());
        int level = multiplies ? level(data.resolvingStepX(), data.resolvingStepY()) : -1;
        if (this.forced == SolutionMethod.MULTIPLIER) {
            ColeHopfLine.requireSpan(data.span(), level >= 0);
        }
        this.early = level >= 0 ? multiplier(x(level).refine(), y(level).refine()) : null;
    }

    PotentialPlane data() {
        return data;
    }

    private Resolution x(int level) {
        return alongX.get(level / alongY.size());
    }

    private Resolution y(int level) {
        return alongY.get(level % alongY.size());
    }

    /** The index of the nodes that a time needs, or -1. */
    private int level(double t) {
        return level(data.stepX(t), data.stepY(t));
    }

    private int level(double hx, double hy) {
        Grid2D grid = data.grid();
        int x = Resolution.index(alongX, grid.nx(), grid.lx(), hx);
        int y = Resolution.index(alongY, grid.ny(), grid.ly(), hy);
        return x < 0 || y < 0 || nodes(x * alongY.size() + y) > MOST_NODES ? -1 : x * alongY.size() + y;
    }

    private long nodes(int level) {
        return (long) x(level).nodes(data.grid().nx())
                * y(level).nodes(data.grid().ny());
    }

    private static RealFft2D plan(Grid2D grid, int everyX, int everyY) {
        return RealFft2D.of(
                new Grid2D(grid.nx() * everyX, grid.ny() * everyY, grid.x0(), grid.y0(), grid.lx(), grid.ly()));
    }

    private HeatPair multiplier(int everyX, int everyY) {
        RealFft2D fft = plan(data.grid(), everyX, everyY);
        boolean finer = everyX * everyY > 1;
        return new HeatPair(
                data.viscosity(),
                fft,
                everyX,
                everyY,
                data.middle(),
                finer ? data.potentialPlane().on(fft).sample() : data.potential(),
                finer ? data.velocityPlane(0).on(fft).sample() : data.velocity(0),
                finer ? data.velocityPlane(1).on(fft).sample() : data.velocity(1));
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
        int level = level(t);
        if (level >= 0 && nodes(level) <= MANY_NODES) {
            return SolutionMethod.LOG_DOMAIN;
        }
        if (t <= taylor().limit()) {
            return SolutionMethod.TAYLOR;
        }
        return level >= 0 ? SolutionMethod.LOG_DOMAIN : SolutionMethod.HOPF_LAX;
    }

    private TaylorPlane taylor() {
        TaylorPlane known = taylor;
        if (known == null) {
            known = new TaylorPlane(data);
            taylor = known;
        }
        return known;
    }

    /** The inviscid limit. */
    HopfLaxPlane limit() {
        HopfLaxPlane known = limit;
        if (known == null) {
            known = new HopfLaxPlane(data);
            limit = known;
        }
        return known;
    }

    private double relaxationTime() {
        return ColeHopfLine.relaxationTime(
                Math.max(data.grid().lx(), data.grid().ly()), data.viscosity());
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
        Grid2D grid = data.grid();
        int everyX = ColeHopfLine.relaxedNodes(grid.nx());
        int everyY = ColeHopfLine.relaxedNodes(grid.ny());
        RealFft2D fft = plan(grid, everyX, everyY);
        double[][] fields = new double[3][fft.grid().size()];
        double time = relaxationTime();
        for (int level = level(time); level >= 0 && time < Double.POSITIVE_INFINITY; level = level(time)) {
            KernelPlane frame = new KernelPlane(data, x(level), y(level), everyX, everyY, KernelPlane.Velocity.CARRIED);
            frame.at(time, 0, 0, fields[0], fields[1], fields[2]);
            ValueBounds range = ValueBounds.of(fields[0]);
            if (ColeHopfLine.multiplies(null, range.width() / (2 * data.viscosity()))) {
                HeatPair pair = new HeatPair(
                        data.viscosity(), fft, everyX, everyY, range.middle(), fields[0], fields[1], fields[2]);
                return new Relaxed(time, pair);
            }
            time *= 1.5;
        }
        return new Relaxed(Double.POSITIVE_INFINITY, null);
    }

    /** Whether a time can be reached, before anything is written. */
    void check(double t) {
        ColeHopfLine.requireFinite(data.drift(0), units, t);
        ColeHopfLine.requireFinite(data.drift(1), units, t);
        if (forced == SolutionMethod.TAYLOR) {
            ColeHopfLine.requireTaylor(t, units.timeBack(taylor().limit()));
        }
        ColeHopfLine.requireWindow(
                forced,
                t,
                units,
                data.viscosity(),
                Math.min(data.grid().lx(), data.grid().ly()));
        double time = units.time(t);
        if (forced == SolutionMethod.LOG_DOMAIN && level(time) < 0) {
            throw new IllegalArgumentException("t must keep the nodes <= " + MOST_NODES + " for LOG_DOMAIN, got " + t
                    + ", which needs distances of " + (float) units.lengthBack(data.stepX(time)) + " and "
                    + (float) units.lengthBack(data.stepY(time)));
        }
    }

    /**
     * Φ and u at a positive time, in the units of the data; null for what is not asked for. The potential is without the
     * drift's part.
     *
     * @param workers who share Hopf–Lax, the one method that has parts
     */
    void at(double time, double[] potential, double[] velocityX, double[] velocityY, Workers workers) {
        double t = units.time(time);
        double shiftX = ColeHopfLine.shift(
                data.drift(0),
                data.driftRest(0),
                units.drifting(time),
                data.grid().lx());
        double shiftY = ColeHopfLine.shift(
                data.drift(1),
                data.driftRest(1),
                units.drifting(time),
                data.grid().ly());
        SolutionMethod method = methodAt(t);
        switch (method) {
            case MULTIPLIER -> {
                HeatPair pair = early != null ? early : relaxed().pair;
                double since = early != null ? t : t - relaxed().time;
                pair.at(since, shiftX, shiftY, potential, velocityX, velocityY, 0);
            }
            case TAYLOR -> taylor().at(t, potential, velocityX, velocityY);
            case LOG_DOMAIN -> {
                ScratchPool<KernelPlane> pool = pool(level(t), velocity(t, velocityX != null));
                KernelPlane frame = pool.take();
                frame.at(t, shiftX, shiftY, potential, velocityX, velocityY);
                pool.give(frame);
            }
            case HOPF_LAX -> limit().at(t, shiftX, shiftY, potential, velocityX, velocityY, workers);
        }
        if (method != SolutionMethod.TAYLOR) {
            addTo(velocityX, data.drift(0));
            addTo(velocityY, data.drift(1));
        }
    }

    private void addTo(double[] values, double term) {
        for (int i = 0; values != null && term != 0 && i < data.grid().size(); i++) {
            values[i] += term;
        }
    }

    private KernelPlane.Velocity velocity(double t, boolean wanted) {
        if (!wanted) {
            return KernelPlane.Velocity.NONE;
        }
        // Where φ₀ spans little, weights have no errors to speak of, and products are faster.
        boolean offsets = data.span() > PlaneProducts.MOST_SPAN && KernelFrame.prefersOffsets(t, data.curvature());
        return offsets ? KernelPlane.Velocity.OFFSETS : KernelPlane.Velocity.CARRIED;
    }

    private ScratchPool<KernelPlane> pool(int level, KernelPlane.Velocity velocity) {
        int index = WAYS * level + velocity.ordinal();
        ScratchPool<KernelPlane> known = pools.get(index);
        if (known == null) {
            known = new ScratchPool<>(() -> new KernelPlane(data, x(level), y(level), 1, 1, velocity));
            known = pools.compareAndSet(index, null, known) ? known : pools.get(index);
        }
        return known;
    }

    /** When characteristics first cross without viscosity. */
    double shockTime() {
        return units.timeBack(limit().shockTime());
    }

    /** An estimate of max|error| / max|u₀|. */
    double errorEstimate(double t) {
        SolutionMethod method = method(t);
        double error = method == SolutionMethod.HOPF_LAX
                ? limit().error(units.time(t))
                : ColeHopfLine.errorEstimate(method, early != null, data.span());
        return Math.min(
                1,
                error
                        + units.endOfVelocity(data.speed())
                        + data.noise() * ColeHopfLine.amplification(early != null, data.span()));
    }
}
