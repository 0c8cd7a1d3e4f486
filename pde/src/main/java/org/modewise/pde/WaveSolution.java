package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.FieldAccess;

/**
 * û(κ,t) and û_t(κ,t) of a {@link Wave} or a {@link DampedWave}, on a torus or between walls: it holds both spectra of the
 * initial state, and costs one inverse transform a field and time, whatever t. Immutable, safe to share between threads.
 */
public final class WaveSolution implements Solution<WaveState> {
    private final double speed;
    private final double damping;
    private final double mass;
    private final PairSolution pair;

    private WaveSolution(double speed, double damping, double mass, WaveState initial, PairSpace space) {
        this.speed = speed;
        this.damping = damping;
        this.mass = mass;
        this.pair = new PairSolution(
                space,
                initial.displacement(),
                "u0.displacement",
                initial.velocity(),
                "u0.velocity",
                new Oscillators(speed, damping, mass, space));
    }

    /** The solution on a torus. */
    static WaveSolution of(double speed, double damping, double mass, WaveState initial) {
        Objects.requireNonNull(initial, "u0");
        return new WaveSolution(speed, damping, mass, initial, Torus.radial(initial.grid()));
    }

    /** The solution between walls. */
    static WaveSolution of(double speed, double damping, double mass, WaveState initial, Box box) {
        Objects.requireNonNull(initial, "u0");
        Objects.requireNonNull(box, "box").checked(initial.displacement(), "u0.displacement");
        return new WaveSolution(speed, damping, mass, initial, new Room(box, initial.grid()));
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial state
     */
    public Grid2D grid() {
        return pair.grid();
    }

    /**
     * The transform that the solution runs on.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return pair.kernel();
    }

    /**
     * The state at a time.
     *
     * @param t time since the initial state, negative too
     * @return (u, u_t) at t
     * @throws IllegalArgumentException if {@code t} is not finite, or the solution there
     */
    @Override
    public WaveState at(double t) {
        return pair.at(t, WaveState::new);
    }

    /**
     * The displacement alone at a time, at half the cost.
     *
     * @param t time since the initial state
     * @return u(·,t)
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public Field2D displacement(double t) {
        double[] values = new double[grid().size()];
        displacement(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The displacement alone at a time, into the caller's array, without allocating.
     *
     * @param t time since the initial state
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void displacement(double t, double[] values) {
        pair.first(t, values, "values");
    }

    /**
     * The state at a time, into the caller's arrays, without allocating.
     *
     * @param t time since the initial state
     * @param displacement nx·ny doubles or more, overwritten row by row
     * @param velocity another array for u_t, as long
     * @throws IllegalArgumentException as {@link #at(double)}, and if an array is too short or both are one, before they
     *     are written to
     */
    public void at(double t, double[] displacement, double[] velocity) {
        pair.at(t, displacement, "displacement", velocity, "velocity");
    }

    /**
     * How far the solution can be trusted at a time, by its energy: {@link Solution#certificate}. So fine waves of u count
     * as much as their gradients do, and neither u's mean nor a moment when u vanishes matters. A factor is the root mean
     * square over all phases of a mode.
     *
     * @param t time since the initial state
     * @return the figures; the energy's defect is a number if there is no damping
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        DoubleUnaryOperator natural = k -> Math.hypot(speed * k, mass);
        return pair.certificate(t, natural, natural, damping == 0);
    }

    /**
     * The energy at a time, from the spectra: kept for ever without damping, else falling with d/dt = -2γ∫u_t².
     *
     * @param t time since the initial state
     * @return ½∫(u_t² + c²|∇u|² + m²u²) dx dy
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double energy(double t) {
        double potential = pair.firstEnergy(t, (kx, ky) -> Oscillators.stiffness(speed, mass, kx, ky));
        return 0.5 * (pair.secondEnergy(t, (kx, ky) -> 1) + potential);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the kernel
     */
    @Override
    public String toString() {
        return "WaveSolution[" + grid().nx() + "x" + grid().ny() + ", kernel " + kernel() + "]";
    }
}
