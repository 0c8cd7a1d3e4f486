package org.modewise.pde;

import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.spi.Workers;

/**
 * Φ(x,t) = min_y G(y) with G(y) = Φ₀(y) + |x-y|²/2t, and u = u₀(y*), on a torus: what {@link HopfLaxLine} is on a line.
 * The envelope of parabolas along x in every row, then along y in every column, finds the best node exactly ({@link
 * HopfLaxNodes}); Newton's method moves it to the zero of ∇G, by the {@link TaylorPatches} of Φ₀ ({@link
 * HopfLaxFrame}). Beside a kink the minimisers of the four neighbours are polished too, up to four samples away where
 * only every fourth is a node, and of data with many nodes a sample every minimum that the heights of the nodes cannot
 * tell from the least, by {@link NodePyramid}. With ν &gt; 0 all of them count by Laplace's method, as e^{-G/2ν}/√(det
 * G'') ({@link HopfLaxBranches}). Immutable, safe to share between threads.
 */
final class HopfLaxPlane {
    /** Beyond so many times all other slopes, |x-y|²/2t holds a minimiser at its target. */
    private static final double STIFF = 0x1p100;

    private final PotentialPlane data;
    private final TaylorPatches patches;

    /** The largest 1/t that makes a difference. */
    private final double mostRate;

    private final ScratchPool<HopfLaxFrame> frames;

    HopfLaxPlane(PotentialPlane data) {
        this.data = data;
        this.patches = new TaylorPatches(data.potentialPlane());
        double hx = patches.hx();
        double hy = patches.hy();
        this.mostRate = STIFF * Math.max(patches.steepest(), Math.max(1 / hx / hx, 1 / hy / hy));
        NodePyramid pyramid = patches.refineX() * patches.refineY() > 1 ? new NodePyramid(patches) : null;
        double reachX = data.potentialPlane().slopeBound(true);
        double reachY = data.potentialPlane().slopeBound(false);
        Grid2D grid = data.grid();
        double twiceViscosity = 2 * data.viscosity();
        this.frames = new ScratchPool<>(() -> new HopfLaxFrame(
                grid,
                patches,
                new HopfLaxNodes(grid, patches, reachX, reachY),
                () -> new HopfLaxBranches(patches, pyramid, twiceViscosity)));
    }

    /**
     * What is left out: by Newton's method, by the Taylor series, and with ν &gt; 0 by Laplace's method, as a share of
     * max|u₀|.
     */
    double error(double t) {
        double viscous = data.viscosity() * patches.squareWavenumber() * Math.min(t, 1 / patches.steepest());
        // In the middle of a shock that is not sharp, rounding decides between both sides.
        double shock = data.viscosity() > 0 ? Math.ulp(1.0) * data.span() : 0;
        return Math.min(1, HopfLaxMinimum.CLOSE + patches.error() + viscous + shock);
    }

    /**
     * When characteristics first cross: 1/max(-λ) over the eigenvalues λ of Φ₀'' at the nodes; infinite if there are
     * none.
     */
    double shockTime() {
        return patches.steepestDescent() > 0 ? 1 / patches.steepestDescent() : Double.POSITIVE_INFINITY;
    }

    /** Φ and u at a positive time, moved by a distance; null for what is not asked for. */
    void at(
            double t,
            double shiftX,
            double shiftY,
            double[] potential,
            double[] velocityX,
            double[] velocityY,
            Workers workers) {
        HopfLaxFrame frame = frames.take();
        double rate = Math.min(mostRate, 1 / t);
        frame.at(t, -shiftX / patches.hx(), -shiftY / patches.hy(), rate, potential, velocityX, velocityY, workers);
        frames.give(frame);
    }
}
