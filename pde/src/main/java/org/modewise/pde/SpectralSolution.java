package org.modewise.pde;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * û(κ,t) = e^{t·s(κ)} û(κ,0): the solution of a linear equation, which holds û(κ,0) and costs one multiplication and one
 * inverse transform a time, whatever t. Immutable, safe to share between threads.
 */
public final class SpectralSolution implements Solution<Field2D> {
    private final Symbol symbol;
    private final Set<Law> laws;
    private final RealFft2D fft;
    private final SymbolTable table;
    private final NoiseFloor floor;
    private final double[] initial;
    private final ScratchPool<Frame> frames;

    SpectralSolution(Symbol symbol, Set<Law> laws, Field2D initial) {
        Arguments.finite(initial, "u0");
        this.symbol = symbol;
        this.laws = Set.copyOf(laws);
        this.fft = RealFft2D.of(initial.grid());
        this.initial = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(initial), this.initial);
        MultiplierTable.checkInvertible(this.initial, initial, "u0");
        this.table = new SymbolTable(symbol, new KeptModes(fft.grid(), fft.layout()));
        this.floor = NoiseFloor.of(table, this.initial);
        this.frames = frames();
    }

    private SpectralSolution(SpectralSolution solution, RealFft2D fft) {
        this.symbol = solution.symbol;
        this.laws = solution.laws;
        this.fft = fft;
        this.table = solution.table;
        this.floor = solution.floor;
        this.initial = solution.initial;
        this.frames = frames();
    }

    private ScratchPool<Frame> frames() {
        return new ScratchPool<>(() -> new Frame(table, floor, fft, initial));
    }

    /**
     * The solution at negative times, where waves that decay would be amplified without bound: those that would be by
     * more than a factor are cut.
     *
     * @param maxAmplification the factor, positive and finite
     * @return the solution for t ≤ 0, which can say what it has cut
     * @throws IllegalArgumentException if {@code maxAmplification} is not positive and finite
     */
    public BackwardSolution backward(double maxAmplification) {
        return backward(Regularization.cutoff(maxAmplification));
    }

    /**
     * The solution at negative times, where waves that decay would be amplified without bound.
     *
     * @param regularization what bounds them
     * @return the solution for t ≤ 0, which can say what that costs
     */
    public BackwardSolution backward(Regularization regularization) {
        return new BackwardSolution(symbol, laws, fft, initial, regularization);
    }

    /**
     * The same solution on more threads, as {@link RealFft2D#parallel} says: the bits stay the same, and each call
     * allocates a little.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1
     * @return a solution that holds the same data
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public SpectralSolution parallel(Executor executor, int parallelism) {
        return new SpectralSolution(this, fft.parallel(executor, parallelism));
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data
     */
    public Grid2D grid() {
        return fft.grid();
    }

    /**
     * The transform that the solution runs on.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return fft.kernel();
    }

    /**
     * The solution at a time.
     *
     * @param t time since the initial data
     * @return u(·,t)
     * @throws IllegalArgumentException if {@code t} is not finite, is negative and a mode would grow, or makes a mode
     *     overflow
     */
    @Override
    public Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The solution at a time, into the caller's array, without allocating on Modewise's own kernels.
     *
     * @param t time since the initial data
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        Arguments.length(values, grid().size(), "values");
        Frame frame = frames.take();
        try {
            frame.values(t, values);
        } finally {
            frames.give(frame);
        }
    }

    @Override
    public Certificate certificate(double t) {
        return new TorusEvidence(
                        fft, at(0), at(t), (kx, ky) -> t * symbol.re(kx, ky), (kx, ky) -> t * symbol.im(kx, ky))
                .certificate(t, 0, laws);
    }

    /**
     * The spectrum at a time.
     *
     * @param t time since the initial data
     * @return û(·,t), unscaled
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public Spectrum2D spectrum(double t) {
        Frame frame = frames.take();
        try {
            return fft.spectrum(frame.spectrum(t));
        } finally {
            frames.give(frame);
        }
    }

    /**
     * The energy at a time, from the spectrum.
     *
     * @param t time since the initial data
     * @return ∫u² dx dy
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double energy(double t) {
        return spectrum(t).energy();
    }

    /**
     * d/dt ln ∫u² = 2·Σ Re s(κ)|û|² / Σ|û|², exactly but for what lies at Nyquist modes of a symbol that differs between
     * κ and its mirror images there, as that of transport does.
     *
     * @param t time since the initial data
     * @return the logarithmic slope of the energy; 0 for the zero field
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double logEnergySlope(double t) {
        return 2 * average(t, symbol::re);
    }

    /**
     * κ_eff = √(Σ|κ|²|û|² / Σ|û|²), the root-mean-square angular wavenumber.
     *
     * @param t time since the initial data
     * @return the effective wavenumber; 0 for the zero field
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double effectiveWavenumber(double t) {
        return Math.sqrt(average(t, (kx, ky) -> kx * kx + ky * ky));
    }

    /** A mean over the energy, of the spectrum scaled to about 1: the squares of a faint or a huge one leave the doubles. */
    private double average(double t, DoubleBinaryOperator weight) {
        Spectrum2D spectrum = scaledSpectrum(t);
        double energy = spectrum.energy();
        return energy == 0 ? 0 : spectrum.energy(weight) / energy;
    }

    private Spectrum2D scaledSpectrum(double t) {
        Frame frame = frames.take();
        try {
            return fft.spectrum(frame.scaledSpectrum(t));
        } finally {
            frames.give(frame);
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the kernel
     */
    @Override
    public String toString() {
        return "SpectralSolution[" + grid().nx() + "x" + grid().ny() + ", kernel " + kernel() + "]";
    }
}
