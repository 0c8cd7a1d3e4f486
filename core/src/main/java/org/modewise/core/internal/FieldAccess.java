package org.modewise.core.internal;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * Lets the library's own modules make and read a {@link Field2D} without copying it. Who wraps an array gives it away:
 * a field never changes, so nobody may write to the array afterwards.
 */
public abstract class FieldAccess {
    private static FieldAccess instance;

    /** For {@link Field2D} alone, which hands itself in when it is initialised. */
    protected FieldAccess() {}

    /**
     * Takes the one implementation, from {@link Field2D}'s initialiser.
     *
     * @param access the implementation
     */
    public static synchronized void install(FieldAccess access) {
        if (instance == null) {
            instance = access;
        }
    }

    private static FieldAccess instance() {
        if (instance == null) {
            try {
                Class.forName(Field2D.class.getName(), true, Field2D.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return instance;
    }

    /**
     * Makes a field of an array that the caller gives away.
     *
     * @param grid the grid
     * @param values the samples, of length {@code grid.size()}, not copied
     * @return the field
     */
    public static Field2D wrap(Grid2D grid, double[] values) {
        return instance().wrapArray(grid, values);
    }

    /**
     * Returns a field's own array, for reading only.
     *
     * @param field the field
     * @return its samples, not copied
     */
    public static double[] values(Field2D field) {
        return instance().arrayOf(field);
    }

    /**
     * Makes a field of an array that the caller gives away.
     *
     * @param grid the grid
     * @param values the samples
     * @return the field
     */
    protected abstract Field2D wrapArray(Grid2D grid, double[] values);

    /**
     * Returns a field's own array.
     *
     * @param field the field
     * @return its samples
     */
    protected abstract double[] arrayOf(Field2D field);
}
