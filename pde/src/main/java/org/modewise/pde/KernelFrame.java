package org.modewise.pde;

import org.modewise.fft.RealFft2D;
import org.modewise.pde.logdomain.Expectations;
import org.modewise.pde.logdomain.GaussianLine;

/**
 * Φ(x,t) = -2ν ln ∫ e^{-(Φ₀(y) + (x-y)²/2t)/2ν} dy/√(4πνt) and u = E[u₀(y)], or, late, u = E[x-y]/t, which is the same
 * by parts, on a periodic line, in the log domain, on nodes of one {@link Resolution}. Sources and targets share a
 * lattice, on which their differences are exact. Reused from time to time; not safe to share between threads.
 */
final class KernelFrame {
    /** So many times as much as (x-y)/t u₀ must vary about a minimum to be the worse of the two by far. */
    private static final double MUCH = 8;

    private final int n;
    private final Resolution resolution;
    private final int every;
    private final RealFft2D fft;
    private final double[] spectrum;
    private final double[] log;
    private final double[][] carried;
    private final double[] logs;
    private final double[] means;
    private final Expectations early;
    private final Expectations late;
    private final Expectations alone;
    private final GaussianLine line;

    /**
     * @param n samples of the line
     * @param resolution of the quadrature
     * @param every how many targets there are to a sample
     */
    KernelFrame(int n, double length, Resolution resolution, int every) {
        int nodes = resolution.nodes(n);
        this.n = n;
        this.resolution = resolution;
        this.every = every;
        this.fft = resolution.refine() == 1 ? null : TrigonometricLine.plan(nodes, length);
        this.spectrum = new double[fft == null ? 0 : fft.spectrumLength()];
        this.log = new double[nodes];
        this.carried = new double[1][nodes];
        this.logs = new double[n * every];
        this.means = new double[n * every];
        this.early = Expectations.of(logs, means);
        this.late = new Expectations(logs, null, means, null, null);
        this.alone = Expectations.of(logs);
        this.line = new GaussianLine(nodes, true, n * every, 1);
    }

    /**
     * Whether u is better found as E[x-y]/t: where weights lie about a minimum, u₀ varies t·|u₀'| times as much as
     * (x-y)/t, and so does what the errors of weights make of its mean.
     */
    static boolean prefersOffsets(double t, double curvature) {
        return t * curvature > MUCH;
    }

    /**
     * Φ and u at a time, moved to the right.
     *
     * @param potential where Φ goes; null if it is not asked for
     * @param velocity where u goes; null if it is not asked for
     */
    void at(PotentialLine data, double t, double shift, double[] potential, double[] velocity, int to) {
        double viscosity = data.viscosity();
        boolean isLate = velocity != null && prefersOffsets(t, data.curvature());
        boolean isEarly = velocity != null && !isLate;
        sample(data, isEarly);
        double factor = -1 / (2 * viscosity);
        for (int j = 0; j < log.length; j++) {
            log[j] = factor * (log[j] - data.least());
        }
        double cell = data.length() / n / resolution.refine();
        double v = 2 * viscosity * t;
        line.lattice(
                -shift / cell,
                (double) resolution.refine() / every,
                0,
                resolution.stride(),
                0.5 * cell * cell / v,
                Math.log(cell * resolution.stride()) - 0.5 * Math.log(2 * Math.PI * v));
        line.apply(log, isEarly ? carried : null, 0, isLate ? late : isEarly ? early : alone, 0, 1);
        if (potential != null) {
            for (int i = 0; i < logs.length; i++) {
                potential[to + i] = data.least() - 2 * viscosity * logs[i];
            }
        }
        double meanFactor = isLate ? cell / t : 1;
        if (velocity != null) {
            for (int i = 0; i < means.length; i++) {
                velocity[to + i] = meanFactor * means[i];
            }
        }
    }

    /** Φ₀ and, if wanted, u₀ at the nodes: the samples themselves, or their trigonometric polynomials between them. */
    private void sample(PotentialLine data, boolean wantsVelocity) {
        if (fft == null) {
            for (int j = 0; j < log.length; j++) {
                log[j] = data.potential()[j * resolution.stride()];
            }
            for (int j = 0; wantsVelocity && j < log.length; j++) {
                carried[0][j] = data.velocity()[j * resolution.stride()];
            }
        } else {
            data.potentialLine().sample(fft, spectrum, log);
            if (wantsVelocity) {
                data.velocityLine().sample(fft, spectrum, carried[0]);
            }
        }
    }
}
