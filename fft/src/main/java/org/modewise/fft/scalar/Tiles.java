package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;

/**
 * The tiles that one step of a plane works in.
 *
 * @param width the lanes to fill of a tile at a time
 * @param pool the tiles, large enough for those and what else the step needs
 */
record Tiles(int width, ScratchPool<Tile> pool) {
    Tile take() {
        return pool.take();
    }

    void give(Tile tile) {
        pool.give(tile);
    }
}
