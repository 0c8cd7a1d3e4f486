package org.modewise.explorer.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** An initial field under the brush: a shape, and the dabs since. Not safe for use by several threads. */
public final class Canvas {
    /** How many dabs a canvas may have. */
    public static final int MOST_DABS = 20_000;

    /** How many dabs times samples: some ten seconds of painting them all anew. */
    public static final long MOST_WORK = 1L << 31;

    private final Shape shape;
    private final Grid2D grid;
    private final List<Dab> dabs = new ArrayList<>();
    private Field2D field;

    /**
     * Draws the shape, then each dab.
     *
     * @param n samples along each axis
     * @param shape what lies below
     * @param dabs what has been painted on it
     * @param between runs before each dab, and may throw to end it
     * @throws IllegalArgumentException if the shape cannot be drawn on such a grid, or there are too many dabs
     */
    public Canvas(int n, Shape shape, List<Dab> dabs, Runnable between) {
        this.shape = shape;
        this.grid = Grid2D.unit(n);
        this.field = shape.on(grid);
        checkRoom(dabs.size());
        for (Dab dab : dabs) {
            between.run();
            paint(dab);
        }
    }

    /**
     * Paints on.
     *
     * @param dab the touch of the brush
     * @throws IllegalArgumentException if there are too many already; the canvas is as it was
     */
    public void paint(Dab dab) {
        checkRoom(dabs.size() + 1);
        field = dab.on(field);
        dabs.add(dab);
    }

    private void checkRoom(int count) {
        if (count > MOST_DABS || (long) count * grid.size() > MOST_WORK) {
            throw new IllegalArgumentException("the canvas holds " + Math.min(MOST_DABS, MOST_WORK / grid.size())
                    + " dabs at most; reset it to paint on");
        }
    }

    /**
     * The grid.
     *
     * @return the unit torus
     */
    public Grid2D grid() {
        return grid;
    }

    /**
     * What lies below the paint.
     *
     * @return the shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * What has been painted.
     *
     * @return the dabs in their order, a view
     */
    public List<Dab> dabs() {
        return Collections.unmodifiableList(dabs);
    }

    /**
     * The field as it is now.
     *
     * @return shape and paint
     */
    public Field2D field() {
        return field;
    }
}
