package org.modewise.fft.scalar;

import org.modewise.core.internal.ScratchPool;

/**
 * The tiles that the two steps of a plane work in, one step after the other: the same for both, since caches then hold
 * one and not two, unless one side is so much the longer that a tile for both would outgrow the spectrum.
 */
final class PlaneTiles {
    /** Doubles that a tile may take however small the spectrum is: 2 MB. */
    private static final long ALWAYS = 1 << 18;

    private final TileShape columns;
    private final TileShape slots;
    private final TileShape both;
    private final boolean shared;

    /** Plans the tiles of nx×ny samples whose spectrum takes so many doubles; makes none yet. */
    PlaneTiles(int nx, int ny, long spectrum) {
        long budget = Math.max(spectrum, ALWAYS);
        this.columns = Plans.narrow(nx)
                ? TileShape.NONE
                : TileShape.within(budget, TiledColumns.tileRows(ny), (nx + 1) / 2, 0);
        // A lane more for the mode ny/2.
        this.slots =
                Plans.narrow(ny) ? TileShape.NONE : TileShape.within(budget, TiledSlots.tileRows(nx), (ny + 1) / 2, 1);
        this.both = columns.and(slots);
        this.shared = both.doubles() <= budget;
    }

    /** The memory that the tiles of one thread take. */
    long doubles() {
        return shared ? both.doubles() : columns.doubles() + slots.doubles();
    }

    /** Those for the step along y, and those for the step along x. */
    Tiles[] pools() {
        ScratchPool<Tile> common = pool(both);
        return new Tiles[] {
            new Tiles(columns.width(), shared ? common : pool(columns)),
            new Tiles(slots.width(), shared ? common : pool(slots))
        };
    }

    private static ScratchPool<Tile> pool(TileShape shape) {
        return new ScratchPool<>(() -> new Tile(shape.rows(), shape.length()));
    }
}
