package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What tests of Burgers' equation start from. */
final class BurgersData {
    /** A period of -sin πx. */
    static final Grid2D LINE = Grid2D.line(256, -1, 2);

    /** -sin πx, which breaks at 1/π and has its shock at 0. */
    static final Field2D SINE = sine(LINE, 0);

    private BurgersData() {}

    /** c - sin πx. */
    static Field2D sine(Grid2D grid, double mean) {
        return Field2D.of(grid, (x, y) -> mean - Math.sin(Math.PI * x));
    }

    /** The samples of a coarser grid. */
    static double[] every(double[] values, int stride) {
        double[] some = new double[values.length / stride];
        Arrays.setAll(some, i -> values[i * stride]);
        return some;
    }
}
