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
        check(u, name, share, 1);
    }

    /**
     * Checks a field that may be a line, which has no edges along an axis of one node.
     *
     * @throws IllegalArgumentException if it has not fallen to a share of its largest modulus, naming a sample
     */
    static void checkLine(Field2D u, String name, double share) {
        check(u, name, share, 2);
    }

    private static void check(Field2D u, String name, double share, int least) {
        Grid2D grid = u.grid();
        double most = share * u.maxNorm();
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                boolean edge = isEnd(i, grid.nx(), least) || isEnd(j, grid.ny(), least);
                if (edge && Math.abs(u.get(i, j)) > most) {
                    throw new IllegalArgumentException(name + " must fall to " + most + " on the outermost nodes, "
                            + share + " of its largest modulus, got " + name + "[" + i + "," + j + "] = "
                            + u.get(i, j));
                }
            }
        }
    }

    /** The largest modulus on the outermost nodes, of which a line has two. */
    static double largest(Field2D u) {
        Grid2D grid = u.grid();
        double largest = 0;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                boolean edge = isEnd(i, grid.nx(), 2) || isEnd(j, grid.ny(), 2);
                largest = edge ? Math.max(largest, Math.abs(u.get(i, j))) : largest;
            }
        }
        return largest;
    }

    /** Whether a node is the first or the last of an axis, if that is so long. */
    private static boolean isEnd(int node, int count, int least) {
        return count >= least && (node == 0 || node == count - 1);
    }
}
