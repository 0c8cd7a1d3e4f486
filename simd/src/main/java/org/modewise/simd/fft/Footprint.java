package org.modewise.simd.fft;

import org.modewise.core.internal.Arguments;

/** The memory that a call takes, in doubles, before any of it is allocated. */
final class Footprint {
    private Footprint() {}

    /** Whether Java has arrays of these lengths. */
    static boolean isInArrays(Plane plane) {
        return Arguments.isArrayLength(spectrum(plane)) && Arguments.isArrayLength(memory(plane));
    }

    static long spectrum(Plane plane) {
        return plane.spectrumAt() + (long) plane.nx() * plane.spectrumRow();
    }

    /** Of one part, of either step. */
    static long scratch(Plane plane) {
        return Math.max(ColumnStep.scratchLength(plane), SlotStep.scratchLength(plane));
    }

    /** Of the {@link Memory} of one call. */
    static long memory(Plane plane) {
        return Memory.length(plane.length(), scratch(plane));
    }
}
