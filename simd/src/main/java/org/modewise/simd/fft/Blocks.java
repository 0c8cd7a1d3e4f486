package org.modewise.simd.fft;

import org.modewise.simd.Lanes;

/**
 * How neighbouring columns or slots are cut into blocks of one vector's width, and blocks into parts that are done
 * together. If the neighbours do not come out even, the last block begins early, repeats some of the one before it, with
 * the same bits, and is a part of its own.
 *
 * @param neighbours how many there are, at least one vector's width
 * @param together how many blocks a part has at most
 */
record Blocks(int neighbours, int together) {
    /** As many blocks a part as fit into so many doubles. */
    static Blocks of(int neighbours, int block, int doubles) {
        return new Blocks(neighbours, Math.max(1, Math.min(neighbours / Lanes.COUNT, doubles / block)));
    }

    /** How many blocks follow each other without overlap. */
    int even() {
        return neighbours / Lanes.COUNT;
    }

    boolean overlap() {
        return neighbours % Lanes.COUNT != 0;
    }

    int count() {
        return even() + (overlap() ? 1 : 0);
    }

    int parts() {
        return (even() + together - 1) / together + (overlap() ? 1 : 0);
    }

    /** The first block of a part. */
    int block(int part) {
        return Math.min(part * together, even());
    }

    /** How many blocks a part has. */
    int size(int part) {
        int block = block(part);
        return block < even() ? Math.min(together, even() - block) : 1;
    }

    /** The first neighbour of a block. */
    int first(int block) {
        return Math.min(block * Lanes.COUNT, neighbours - Lanes.COUNT);
    }
}
