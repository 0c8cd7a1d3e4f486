package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;

/** The tiles that both steps of a plane work in, one after the other: caches then hold one and not two. */
final class Tiles {
    private final ScratchPool<Tile> pool = new ScratchPool<>(this::tile);
    private int rows;
    private int lanes;

    /** Makes all tiles large enough; before the first is taken. */
    void fit(int neededRows, int neededLanes) {
        rows = Math.max(rows, neededRows);
        lanes = Math.max(lanes, neededLanes);
    }

    private Tile tile() {
        return new Tile(rows, lanes);
    }

    Tile take() {
        return pool.take();
    }

    void give(Tile tile) {
        pool.give(tile);
    }
}
