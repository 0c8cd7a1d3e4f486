package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * (u, u_t): where a wave is and how fast it moves there, all that its future depends on. An immutable value, safe to share
 * between threads.
 *
 * @param displacement u
 * @param velocity u_t, on the same grid
 * @serial exclude
 */
public record WaveState(Field2D displacement, Field2D velocity) implements Serializable {
    /**
     * Joins displacement and velocity.
     *
     * @param displacement u
     * @param velocity u_t, on the same grid
     * @throws IllegalArgumentException if their grids differ, naming both
     */
    public WaveState {
        Objects.requireNonNull(displacement, "displacement");
        Objects.requireNonNull(velocity, "velocity");
        Arguments.sameGrid(displacement.grid(), velocity.grid());
    }

    /**
     * A displacement that is let go at rest.
     *
     * @param displacement u
     * @return (u, 0)
     */
    public static WaveState atRest(Field2D displacement) {
        Objects.requireNonNull(displacement, "displacement");
        return new WaveState(displacement, displacement.map(value -> 0));
    }

    /**
     * The grid of both.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return displacement.grid();
    }

    /**
     * The state from which a wave without damping runs its past.
     *
     * @return (u, -u_t)
     */
    public WaveState reversed() {
        return new WaveState(displacement, velocity.times(-1));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the largest moduli
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "WaveState[%dx%d, max |u| %.4g, max |u_t| %.4g]",
                grid().nx(),
                grid().ny(),
                displacement.maxNorm(),
                velocity.maxNorm());
    }
}
