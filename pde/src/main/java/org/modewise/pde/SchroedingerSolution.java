package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Grid2D;

/**
 * ψ̂(κ,t) = e^{-i(ħ/2m)|κ|²t} ψ̂(κ,0) of {@link Schroedinger}: it holds the spectra of both parts, and costs two inverse
 * transforms a time, whatever t. Immutable, safe to share between threads.
 */
public final class SchroedingerSolution implements Solution<ComplexField2D> {
    private final double hbarOverMass;
    private final PairSolution pair;

    SchroedingerSolution(double hbarOverMass, ComplexField2D initial) {
        Objects.requireNonNull(initial, "psi0");
        this.hbarOverMass = hbarOverMass;
        Torus torus = Torus.of(initial.grid());
        this.pair = new PairSolution(
                torus, initial.re(), "psi0.re", initial.im(), "psi0.im", new PhaseTurn(hbarOverMass, torus.quadrant()));
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial wave function
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
     * The wave function at a time.
     *
     * @param t time since the initial one, negative too
     * @return ψ(·,t)
     * @throws IllegalArgumentException if {@code t} is not finite, or a phase
     */
    @Override
    public ComplexField2D at(double t) {
        return pair.at(t, ComplexField2D::new);
    }

    /**
     * The wave function at a time, into the caller's arrays, without allocating.
     *
     * @param t time since the initial one
     * @param re nx·ny doubles or more, overwritten row by row
     * @param im another array for the imaginary part, as long
     * @throws IllegalArgumentException as {@link #at(double)}, and if an array is too short or both are one, before they
     *     are written to
     */
    public void at(double t, double[] re, double[] im) {
        pair.at(t, re, "re", im, "im");
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}, with ∫|ψ|² as the energy.
     *
     * @param t time since the initial wave function
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        return pair.certificate(t, k -> 1, k -> 0.5 * hbarOverMass * (k * k), true);
    }

    /**
     * ∫|ψ|² dx dy at a time, from the spectra: kept for ever.
     *
     * @param t time since the initial wave function
     * @return the probability to be anywhere, 1 if ψ is normalised
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double probability(double t) {
        return pair.firstEnergy(t, (kx, ky) -> 1) + pair.secondEnergy(t, (kx, ky) -> 1);
    }

    /**
     * The energy over ħ at a time, from the spectra: kept for ever.
     *
     * @param t time since the initial wave function
     * @return ½(ħ/m)∫|∇ψ|² dx dy
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    public double energy(double t) {
        return 0.5
                * hbarOverMass
                * (pair.firstEnergy(t, (kx, ky) -> kx * kx + ky * ky)
                        + pair.secondEnergy(t, (kx, ky) -> kx * kx + ky * ky));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the kernel
     */
    @Override
    public String toString() {
        return "SchroedingerSolution[" + grid().nx() + "x" + grid().ny() + ", kernel " + kernel() + "]";
    }
}
