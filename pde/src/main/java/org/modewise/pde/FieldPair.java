package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * (u, v): a field and what an unknown operator has made of it, to identify the operator by.
 *
 * @param input u, taken to be exact
 * @param output v on the same grid, which may be noisy
 * @serial exclude
 */
public record FieldPair(Field2D input, Field2D output) implements Serializable {
    /**
     * Makes the pair.
     *
     * @param input u
     * @param output v, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the grids differ
     */
    public FieldPair {
        Arguments.finite(input, "input");
        Arguments.finite(output, "output");
        Arguments.sameGrid(input.grid(), output.grid());
    }

    /** ‖v - w‖ / ‖v‖ of what somebody takes for v. */
    double error(Field2D predicted) {
        double norm = output.norm();
        if (norm == 0) {
            throw new IllegalArgumentException("output must not be 0 for an error relative to it");
        }
        return predicted.minus(output).norm() / norm;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid
     */
    @Override
    public String toString() {
        return "FieldPair[" + input.grid().nx() + "x" + input.grid().ny() + "]";
    }
}
