package org.modewise.benchmarks;

import java.util.Random;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.AdvectionDiffusion;
import org.modewise.pde.AnisotropicHeat;
import org.modewise.pde.DampedWave;
import org.modewise.pde.Dispersion;
import org.modewise.pde.FokkerPlanck;
import org.modewise.pde.FractionalHeat;
import org.modewise.pde.Heat;
import org.modewise.pde.HyperDiffusion;
import org.modewise.pde.LinearEquation;
import org.modewise.pde.Rotation;
import org.modewise.pde.RotationSolution;
import org.modewise.pde.Schroedinger;
import org.modewise.pde.SchroedingerSolution;
import org.modewise.pde.SpectralSolution;
import org.modewise.pde.TimeChange;
import org.modewise.pde.Transport;
import org.modewise.pde.VariableTransport;
import org.modewise.pde.VariableTransportSolution;
import org.modewise.pde.Velocity;
import org.modewise.pde.Wave;
import org.modewise.pde.WaveSolution;
import org.modewise.pde.WaveState;

/** What {@link FrameBenchmark} measures: the inverse transform alone, then every equation of the catalogue. */
public enum FrameMember {
    /** The transform alone. */
    INVERSE(1, FrameMember::inverse),
    /** Real, a sum over the axes. */
    HEAT(1, n -> of(new Heat(0.015), n)),
    /** Real, on a changed clock. */
    TIME_CHANGE(1, FrameMember::timeChange),
    /** Real, with a mixed derivative. */
    ANISOTROPIC_HEAT(1, n -> of(new AnisotropicHeat(0.015, 0.006, 0.01), n)),
    /** Real, of the modulus alone. */
    HYPER_DIFFUSION(1, n -> of(new HyperDiffusion(5e-8, 2), n)),
    /** Real, of the modulus alone, a power that is no integer. */
    FRACTIONAL_HEAT(1, n -> of(new FractionalHeat(0.5, 0.7), n)),
    /** A real sum of both kinds. */
    HEAT_PLUS_HYPER_DIFFUSION(1, n -> of(new Heat(0.01).plus(new HyperDiffusion(2e-8, 2)), n)),
    /** Complex, of modulus 1. */
    TRANSPORT(1, n -> of(new Transport(0.3, -0.2), n)),
    /** Complex, of modulus 1, odd of the third order. */
    DISPERSION(1, n -> of(new Dispersion(1e-4, 1e-4), n)),
    /** Complex, a sum over the axes. */
    FOKKER_PLANCK(1, n -> of(new FokkerPlanck(0.3, -0.2, 0.015), n)),
    /** Complex, with a mixed derivative. */
    ADVECTION_DIFFUSION(1, n -> of(new AdvectionDiffusion(0.3, -0.2, 0.015, 0.006, 0.01), n)),
    /** A complex sum of both kinds. */
    TRANSPORT_PLUS_HYPER_DIFFUSION(1, n -> of(new Transport(0.3, -0.2).plus(new HyperDiffusion(5e-8, 2)), n)),
    /** The displacement alone. */
    WAVE_DISPLACEMENT(1, FrameMember::waveDisplacement),
    /** Displacement and velocity. */
    WAVE(2, n -> waves(new Wave(1).solve(state(n)))),
    /** The same with damping, where some waves creep. */
    DAMPED_WAVE(2, n -> waves(new DampedWave(1, 20, 0).solve(state(n)))),
    /** Real and imaginary part. */
    SCHROEDINGER(2, FrameMember::schroedinger),
    /** Three shears, each a transform of all rows or columns. */
    ROTATION(1, FrameMember::rotation),
    /** The same along the paths of all nodes. */
    ROTATION_BY_CHARACTERISTICS(1, FrameMember::characteristics);

    /** A solution. */
    public interface Frame {
        /**
         * Computes a frame.
         *
         * @param t the time
         * @param first where it goes
         * @param second where the second field of it goes, if it has one
         */
        void at(double t, double[] first, double[] second);
    }

    private interface Solver {
        Frame solve(int n);
    }

    private final int fields;
    private final Solver solver;

    FrameMember(int fields, Solver solver) {
        this.fields = fields;
        this.solver = solver;
    }

    /**
     * How many inverse transforms a frame cannot do without.
     *
     * @return the number of its fields
     */
    public int fields() {
        return fields;
    }

    /**
     * Prepares the solution.
     *
     * @param n samples along each axis
     * @return the solution
     */
    public Frame solve(int n) {
        return solver.solve(n);
    }

    /** White noise: every wave is there. */
    private static Field2D noise(int n, long seed) {
        Grid2D grid = Grid2D.unit(n);
        return Field2D.of(grid, new Random(seed).doubles(grid.size(), -1, 1).toArray());
    }

    private static WaveState state(int n) {
        return new WaveState(noise(n, 1), noise(n, 2));
    }

    private static Frame inverse(int n) {
        Field2D initial = noise(n, 1);
        RealFft2D fft = RealFft2D.of(initial.grid());
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(initial.toArray(), spectrum);
        return (t, values, unused) -> fft.inverse(spectrum, values);
    }

    private static Frame of(LinearEquation equation, int n) {
        SpectralSolution solution = equation.solve(noise(n, 1));
        return (t, values, unused) -> solution.at(t, values);
    }

    private static Frame timeChange(int n) {
        TimeChange change = TimeChange.by(t -> t - 0.25 * Math.cos(2 * t));
        SpectralSolution solution = new Heat(0.015).solve(noise(n, 1));
        return (t, values, unused) -> solution.at(change.at(t), values);
    }

    private static Frame waveDisplacement(int n) {
        WaveSolution solution = new Wave(1).solve(state(n));
        return (t, values, unused) -> solution.displacement(t, values);
    }

    private static Frame waves(WaveSolution solution) {
        return solution::at;
    }

    private static Frame schroedinger(int n) {
        SchroedingerSolution solution = new Schroedinger(0.01).solve(new ComplexField2D(noise(n, 1), noise(n, 2)));
        return solution::at;
    }

    private static Frame rotation(int n) {
        RotationSolution solution = new Rotation(2 * Math.PI, 0.5, 0.5).solve(spot(n));
        return (t, values, unused) -> solution.at(t, values);
    }

    private static Frame characteristics(int n) {
        Velocity turn = Velocity.steady((x, y) -> -2 * Math.PI * (y - 0.5), (x, y) -> 2 * Math.PI * (x - 0.5));
        VariableTransportSolution solution =
                VariableTransport.of(turn.divergenceFree().onPlane()).solve(spot(n));
        return (t, values, unused) -> solution.at(t, values);
    }

    private static Field2D spot(int n) {
        return Field2D.of(Grid2D.unit(n), (x, y) -> Math.exp(-((x - 0.6) * (x - 0.6) + (y - 0.5) * (y - 0.5)) / 0.005));
    }
}
