package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * What the solutions along the paths of a variable velocity have in common: everything but the laws they obey. Its public
 * methods are not final, for then the compiler gives the public subclasses methods of their own, which reflection reaches.
 */
abstract sealed class PathSolution implements Solution<Field2D> permits ContinuitySolution, VariableTransportSolution {
    private final Characteristics paths;

    PathSolution(Characteristics paths) {
        this.paths = paths;
    }

    final Characteristics paths() {
        return paths;
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data
     */
    public Grid2D grid() {
        return paths.grid();
    }

    /**
     * The transform that the interpolant of the initial data has been made with.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return paths.kernel();
    }

    /**
     * The solution at a time.
     *
     * @param t time since the initial data, of either sign
     * @return the field at t
     * @throws IllegalArgumentException if {@code t} is not finite; the velocity or, of a density, its divergence is not
     *     finite, or at t, 0.618t or 0.382t the velocity not periodic or without the divergence given, quoting it; the
     *     divergence is to be found by differences and the velocity not smooth enough for it; a path cannot be followed to
     *     the tolerance in a million evaluations, or is longer than 1e9 periods; or a density overflows
     */
    @Override
    public Field2D at(double t) {
        return paths.at(t);
    }

    /**
     * The solution at a time, into the caller's array. The integrator of the paths allocates some kB a node.
     *
     * @param t time since the initial data, of either sign
     * @param values nx·ny doubles or more, overwritten row by row; of no use if a path fails
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        paths.at(t, values);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid
     */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + grid().nx() + "x" + grid().ny() + "]";
    }
}
