package org.modewise.fft.scalar;

/**
 * How large a {@link Tile} is, and how much of it is filled at a time.
 *
 * @param rows the rows, spare ones included
 * @param width the lanes of each of the tiles that a plane's lanes are cut into
 * @param length the length of a row, at least {@code width}
 */
record TileShape(int rows, int width, int length) {
    /** Of a step that works without tiles. */
    static final TileShape NONE = new TileShape(0, 0, 0);

    /** What an array costs beside its elements, in doubles: its header, and the reference to it. */
    private static final int HEADER = 3;

    /**
     * As many of so many lanes at a time as a budget of doubles allows, yet a group at least.
     *
     * @param extraLanes lanes that each tile holds beside those
     */
    static TileShape within(long budget, int rows, int lanes, int extraLanes) {
        long longest = budget / (2L * rows) - HEADER;
        int width = Tile.width(lanes, longest - extraLanes);
        int padded = Tile.padded(width + extraLanes);
        return new TileShape(rows, width, padded <= longest ? padded : width + extraLanes);
    }

    /** The memory that such a tile takes. */
    long doubles() {
        return 2L * rows * (length + HEADER);
    }

    /** The smallest shape that holds this one and another. */
    TileShape and(TileShape other) {
        return new TileShape(Math.max(rows, other.rows), Math.max(width, other.width), Math.max(length, other.length));
    }
}
