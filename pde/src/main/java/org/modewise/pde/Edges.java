package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Fields that are 0 outside their rectangle must have come down to it on their outermost nodes. */
final class Edges {
    private Edges() {}

    /**
     * Checks a field, which its caller knows by a name.
     *
     * @throws IllegalArgumentException if it has not fallen to a share of its largest modulus, naming a sample
     */
    static void check(Field2D u, String name, double share) {
        Grid2D grid = u.grid();
        double most = share * u.maxNorm();
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                boolean edge = i == 0 || j == 0 || i == grid.nx() - 1 || j == grid.ny() - 1;
                if (edge && Math.abs(u.get(i, j)) > most) {
                    throw new IllegalArgumentException(name + " must fall to " + most + " on the outermost nodes, "
                            + share + " of its largest modulus, got " + name + "[" + i + "," + j + "] = "
                            + u.get(i, j));
                }
            }
        }
    }
}
