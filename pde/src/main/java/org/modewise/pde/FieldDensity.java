package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;

/**
 * p(·,t) of an initial density that is known by its samples: p̂₀ at scaled wavenumbers, a Gaussian multiplier, one inverse
 * transform. What leaves the rectangle comes in again on the other side.
 */
final class FieldDensity extends LinearDensity {
    private final Field2D initial;
    private final RealFft2D fft;
    private final LogDensity logDensity;
    private final Marginals marginals;
    private final boolean line;
    private final KnownWaves wavesX;
    private final KnownWaves wavesY;
    private final ScratchPool<DensityFrame> separableFrames;
    private final ScratchPool<DensityFrame> foldedFrames;
    private final ScratchPool<DensityFrame> coupledFrames;

    private FieldDensity(LinearDiffusion process, Field2D initial, LogDensity logDensity) {
        super(process, initial.grid());
        Grid2D grid = initial.grid();
        this.initial = initial;
        this.fft = RealFft2D.of(grid);
        this.logDensity = logDensity;
        this.marginals = new Marginals(initial);
        this.line = grid.nx() == 1 || grid.ny() == 1;
        CharacteristicFunction characteristic = new CharacteristicFunction(
                FieldAccess.values(initial), line ? grid.size() : grid.nx(), line ? 1 : grid.ny());
        this.wavesX = characteristic.wavesX(grid);
        this.wavesY = characteristic.wavesY(grid);
        this.separableFrames = new ScratchPool<>(
                () -> line ? new LineFrame(characteristic, fft) : new PlaneFrame(characteristic, fft));
        this.foldedFrames = new ScratchPool<>(
                () -> line ? new FoldedLineFrame(characteristic, fft) : new FoldedPlaneFrame(characteristic, fft));
        this.coupledFrames = new ScratchPool<>(() -> new CoupledFrame(characteristic, fft));
    }

    /** From p₀. */
    static FieldDensity of(LinearDiffusion process, Field2D density) {
        Arguments.finite(density, "p0");
        double[] values = density.toArray();
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k] < 0 ? Double.POSITIVE_INFINITY : Math.log(values[k]);
        }
        return new FieldDensity(process, density, new LogDensity(density.grid(), values, true, "p0"));
    }

    /** From ln p₀, which may be -∞. */
    static FieldDensity ofLog(LinearDiffusion process, Field2D logDensity) {
        Objects.requireNonNull(logDensity, "logP0");
        Arguments.finite(logDensity.map(log -> log == Double.NEGATIVE_INFINITY ? 0 : log), "logP0");
        Field2D density = Arguments.finite(logDensity.map(Math::exp), "p0");
        return new FieldDensity(
                process, density, new LogDensity(density.grid(), FieldAccess.values(logDensity), false, "p0"));
    }

    @Override
    public Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    @Override
    public void at(double t, double[] values) {
        Arguments.length(values, grid().size(), "values");
        GaussianTransition transition = transition(t);
        values(transition, fold(transition) ? foldedFrames : separableFrames, values);
    }

    private void values(GaussianTransition transition, ScratchPool<DensityFrame> separable, double[] values) {
        if (transition.isIdentity()) {
            System.arraycopy(FieldAccess.values(initial), 0, values, 0, grid().size());
            return;
        }
        ScratchPool<DensityFrame> frames = !line && transition.isCoupled() ? coupledFrames : separable;
        DensityFrame frame = frames.take();
        try {
            frame.values(transition, values);
        } finally {
            frames.give(frame);
        }
    }

    private boolean fold(GaussianTransition transition) {
        return LineGrids.isAlongY(grid())
                ? wavesX.fold(transition.yy(), transition.varianceY())
                : wavesX.fold(transition.xx(), transition.varianceX())
                        || !line && wavesY.fold(transition.yy(), transition.varianceY());
    }

    /** What waves below Nyquist make of it, whose derivatives are those of its samples. */
    private Field2D belowNyquist(GaussianTransition transition) {
        double[] values = new double[grid().size()];
        values(transition, separableFrames, values);
        return FieldAccess.wrap(grid(), values);
    }

    @Override
    public Field2D logAt(double t) {
        GaussianTransition transition = transition(t);
        return logDensity.logarithm(transition, () -> belowNyquist(transition));
    }

    @Override
    public VectorField2D scoreAt(double t) {
        GaussianTransition transition = transition(t);
        return logDensity.score(transition, () -> belowNyquist(transition));
    }

    @Override
    Moments initialMoments() {
        return marginals.moments();
    }

    @Override
    public double leakedMass(double t) {
        return marginals.outside(transition(t));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the kernel of its transform
     */
    @Override
    public String toString() {
        return "DensitySolution[" + grid().nx() + "x" + grid().ny() + ", kernel " + fft.kernel() + "]";
    }
}
