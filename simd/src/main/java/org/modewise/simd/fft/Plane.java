package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;

import org.modewise.fft.spi.RealTransform2D;

/**
 * Where things lie on the way between samples and spectrum, and the words for it:
 *
 * <pre>
 * samples, row by row     c0 … c7 | c8 … c15 | c16 …      a group is 16 columns: 8 real parts, 8 imaginary ones
 *   ↓ ColumnStep          re 0-7    im 0-7                 a row of a block: one vector of each; ny rows a block
 *   ↓ Squares             each pair of columns told apart, 8 columns × 8 modes transposed
 * slots, block by block   re k0-k7  im k0-k7               a slot is a mode along y; nx rows a block
 *   ↓ SlotStep
 * spectrum                re k0 k1 … | im k0 k1 …          a row a mode along x
 * </pre>
 *
 * <p>The figure is for 8 lanes; with fewer, a group is several blocks, each of as many pairs as a vector has lanes. What
 * columns are left at the edges are done by one more group each, which does some columns again; so are left slots, by one
 * more block. Slot 0 carries the modes 0 and, for even ny, ny/2, both of real columns; slot k carries mode k. On the way
 * back what lies between the two steps is blocks of columns, row by row along y. Of large planes slots lie in the spectrum
 * and columns among the samples. Neighbouring blocks are done together, a few at a time: a part, which one thread does.
 *
 * @param nx samples along x
 * @param ny samples along y
 */
record Plane(int nx, int ny) {
    /** Columns of a group, the same with any vectors, so that the bits of the result are. */
    static final int GROUP = 16;
    /** Blocks of a group. */
    static final int BLOCKS = GROUP / 2 / L;

    static final int MIN_NX = GROUP;
    static final int MIN_NY = GROUP - 1;
    /** Keeps rows of neighbouring blocks from lying a power of two apart. */
    private static final int AWAY_FROM_POWERS = 64;
    /** Blocks done together, so that enough of a row is fetched at a time… */
    private static final int MOST_TOGETHER = 4;
    /** … but no more than as many doubles as are of use to a cache, and one block at least. */
    private static final int DOUBLES_TOGETHER = 1 << 18;

    /** Parts that a plane worth sharing should have, even if few blocks are left to be done together. */
    private static final int LEAST_PARTS = 4;

    /** Samples from which on memory of its own between the steps costs more than rows far apart do. */
    private static final int BEYOND_CACHES = 1 << 18;

    /** The same on the way back, where rows are those of the samples, often a power of two apart. */
    private static final int BEYOND_CACHES_BACK = 1 << 19;

    /** Samples from which on HotSpot mostly gives an array pages of its own: then its index START is on a cache line… */
    private static final int ON_ITS_OWN = 1 << 18;

    /** … and so is that column of every row, if rows are whole lines; with fewer columns groups at both edges cost more. */
    private static final int WORTH_SHIFTING = 256;

    static boolean takes(int nx, int ny) {
        return nx >= MIN_NX && ny >= MIN_NY;
    }

    /** The first column of the first group: in a large plane one whose vectors do not cross cache lines. */
    int firstColumn() {
        boolean shifted = (long) nx * ny >= ON_ITS_OWN && nx >= WORTH_SHIFTING && nx % 8 == 0;
        return shifted ? Memory.START : 0;
    }

    /** How many groups of columns follow each other without overlap. */
    int groups() {
        return (nx - firstColumn()) / GROUP;
    }

    /** How many groups there are at the edges, which overlap: 0, 1 or 2. */
    int edges() {
        return (firstColumn() > 0 ? 1 : 0) + ((nx - firstColumn()) % GROUP > 0 ? 1 : 0);
    }

    /** The first column of a group at an edge. */
    int edgeColumn(int edge) {
        return edge == 0 && firstColumn() > 0 ? 0 : nx - GROUP;
    }

    /** Distance between blocks of columns in memory of their own: ny rows, and one for the mirror image of row 0. */
    int columnBlock() {
        return (ny + 1) * ROW + AWAY_FROM_POWERS;
    }

    /** Where a block of columns begins on the way back: block by block, group by group. */
    int columnsAt(int block, int group) {
        return columnsAmongSamples()
                ? firstColumn() + group * GROUP + block * L
                : (block * groups() + group) * columnBlock();
    }

    /** Where a block of a group at an edge begins on the way back, in memory of its own. */
    int edgeAt(int block, int edge) {
        int all = columnsAmongSamples() ? nx * ny : BLOCKS * groups() * columnBlock();
        return all + (block * edges() + edge) * columnBlock();
    }

    /** Distance between the same blocks of neighbouring groups on the way back. */
    int columnStep() {
        return columnsAmongSamples() ? GROUP : columnBlock();
    }

    /** Distance between the rows of a block of columns, one a mode along y, on the way back. */
    int columnRow() {
        return columnsAmongSamples() ? nx : ROW;
    }

    /** Distance from real to imaginary parts of a column on the way back. */
    int columnIm() {
        return columnsAmongSamples() ? GROUP / 2 : L;
    }

    /** How many blocks of slots follow each other without overlap. */
    int slotBlocks() {
        return slots() / L;
    }

    /** Whether there is one more, which overlaps. */
    boolean lastSlotsOverlap() {
        return slots() % L != 0;
    }

    /** The first slot of a block. */
    int firstSlot(int block) {
        return Math.min(block * L, slots() - L);
    }

    /** Distance between blocks of slots in memory of their own. */
    int slotBlock() {
        return nx * ROW + AWAY_FROM_POWERS;
    }

    /**
     * Whether slots lie in the spectrum, where the second step writes: for a plane that the caches do not hold, memory of
     * its own would have to be fetched too. It takes whole blocks, since a step in place cannot do any of them again.
     */
    boolean slotsInSpectrum() {
        return isWholeBlocks() && (long) nx * ny >= BEYOND_CACHES;
    }

    /** The same on the way back: whether columns lie among the samples, all but those at the edges. */
    boolean columnsAmongSamples() {
        return isWholeBlocks() && (long) nx * ny >= BEYOND_CACHES_BACK;
    }

    private boolean isWholeBlocks() {
        return nx % GROUP == 0 && ny % GROUP == 0;
    }

    /** Where a block of slots begins on the way there. */
    int slotsAt(int block) {
        return block * slotStep();
    }

    /** Distance between blocks of slots on the way there. */
    int slotStep() {
        return slotsInSpectrum() ? L : slotBlock();
    }

    /** Distance between the lines of a block of slots, one a mode along x, on the way there. */
    int slotLine() {
        return slotsInSpectrum() ? spectrumRow() : ROW;
    }

    /** Distance from real to imaginary parts of a slot on the way there. */
    int slotIm() {
        return slotsInSpectrum() ? half() : L;
    }

    private int slots() {
        return (ny + 1) / 2;
    }

    /** The length of the array between the two steps, on either way. */
    long length() {
        long blocks = slotBlocks() + (lastSlotsOverlap() ? 1L : 0);
        long there = slotsInSpectrum() ? (long) nx * spectrumRow() : blocks * slotBlock();
        long back = columnsAmongSamples() ? (long) nx * ny : (long) BLOCKS * groups() * columnBlock();
        return Math.max(there, back + (long) BLOCKS * edges() * columnBlock());
    }

    /** How many blocks of that many doubles, of those there are, are done together: fewer if threads may share them. */
    int together(int blocks, int block) {
        boolean shared = (long) nx * ny >= RealTransform2D.WORTH_SHARING;
        int shares = shared ? blocks / LEAST_PARTS : blocks;
        return Math.max(1, Math.min(Math.min(MOST_TOGETHER, DOUBLES_TOGETHER / block), shares));
    }

    /** Where the spectrum begins in its array: there, large arrays lie on a cache line. */
    int spectrumAt() {
        return Memory.START;
    }

    /** Distance between the real and imaginary parts of a row of the spectrum, which has one row a mode along x. */
    int half() {
        return ny / 2 + 8;
    }

    int spectrumRow() {
        return 2 * half();
    }
}
