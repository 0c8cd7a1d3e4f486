package org.modewise.simd.fft;

/** What one call works in: the plane between its two steps, then the scratch of its parts, from a good offset on. */
final class Memory {
    /** HotSpot's large arrays begin 16 bytes after a cache line: then this offset is the best. */
    static final int START = 6;

    final double[] array;
    final Alignment forward = new Alignment(START);
    final Alignment inverse = new Alignment(START);
    private final int plane;

    Memory(int plane, int scratch) {
        this.plane = plane;
        this.array = new double[(int) length(plane, scratch)];
    }

    static long length(long plane, long scratch) {
        return START + Alignment.OFFSETS + plane + scratch;
    }

    /** Where the scratch begins, if the plane begins there. */
    int scratchAt(int planeAt) {
        return planeAt + plane;
    }
}
