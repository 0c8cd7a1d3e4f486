package org.modewise.fft;

import java.util.Objects;
import org.modewise.core.Grid2D;

/**
 * E_b = ∫u² of the modes with (b - ½)Δκ ≤ |κ| &lt; (b + ½)Δκ: a field's energy by the modulus of its wavenumber. An
 * immutable value, safe to share between threads.
 */
public final class RadialSpectrum {
    private final double width;
    private final double[] energy;

    /** Takes the array as its own. */
    RadialSpectrum(double width, double[] energy) {
        this.width = width;
        this.energy = energy;
    }

    /**
     * Δκ, as wide as the coarser of a grid's two mode spacings. An axis of one node has no waves, and so no spacing.
     *
     * @param grid the grid
     * @return the width of the shells of |κ| on it
     */
    public static double width(Grid2D grid) {
        if (grid.nx() == 1) {
            return grid.ky(1);
        }
        return grid.ny() == 1 ? grid.kx(1) : Math.max(grid.kx(1), grid.ky(1));
    }

    /**
     * The number of shells, the one around κ = 0 included.
     *
     * @return how many
     */
    public int size() {
        return energy.length;
    }

    /**
     * The angular wavenumber in the middle of a shell.
     *
     * @param shell 0 ≤ shell &lt; {@link #size()}
     * @return shell·Δκ
     * @throws IndexOutOfBoundsException if there is no such shell
     */
    public double wavenumber(int shell) {
        Objects.checkIndex(shell, energy.length);
        return shell * width;
    }

    /**
     * The energy in a shell.
     *
     * @param shell 0 ≤ shell &lt; {@link #size()}
     * @return ∫u² of its modes
     * @throws IndexOutOfBoundsException if there is no such shell
     */
    public double energy(int shell) {
        Objects.checkIndex(shell, energy.length);
        return energy[shell];
    }

    /**
     * The energies of all shells, from the one around κ = 0 outwards.
     *
     * @return a new array of length {@link #size()}, with {@code energy(shell)} at {@code [shell]}
     */
    public double[] toArray() {
        return energy.clone();
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the number of shells and their width
     */
    @Override
    public String toString() {
        return "RadialSpectrum[" + energy.length + " shells of width " + (float) width + "]";
    }
}
