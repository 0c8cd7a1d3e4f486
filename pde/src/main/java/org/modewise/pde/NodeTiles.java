package org.modewise.pde;

import org.modewise.core.Grid2D;

/** A grid in tiles of neighbouring nodes, about square, at most {@link GridWeights#BLOCK} in each. */
final class NodeTiles {
    private static final int SIDE = 8;

    private final Grid2D grid;
    private final int width;
    private final int height;
    private final int across;

    NodeTiles(Grid2D grid) {
        this.grid = grid;
        this.width = Math.min(grid.nx(), Math.max(SIDE, GridWeights.BLOCK / grid.ny()));
        this.height = Math.min(grid.ny(), GridWeights.BLOCK / width);
        this.across = tiles(grid.nx(), width);
    }

    private static int tiles(int nodes, int side) {
        return (nodes - 1) / side + 1;
    }

    int count() {
        return across * tiles(grid.ny(), height);
    }

    /** The numbers of a tile's nodes, row by row in the grid; returns how many there are. */
    int nodes(int tile, int[] nodes) {
        int count = 0;
        int firstX = tile % across * width;
        int firstY = tile / across * height;
        for (int j = firstY; j < Math.min(grid.ny(), firstY + height); j++) {
            for (int i = firstX; i < Math.min(grid.nx(), firstX + width); i++) {
                nodes[count++] = j * grid.nx() + i;
            }
        }
        return count;
    }
}
