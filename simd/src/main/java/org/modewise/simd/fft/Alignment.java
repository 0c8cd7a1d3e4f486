package org.modewise.simd.fft;

import java.util.Arrays;
import org.modewise.simd.Lanes;

/**
 * Where in an array vectors are fast. A vector that crosses a cache line costs twice, a fifth of a transform's time; but
 * Java neither says where an array lies nor keeps it there. So now and then a few calls try each offset, and until the
 * next time the fastest one stays. The offset has no part in any result. Not safe to share between threads.
 */
final class Alignment {
    /** As many as doubles in a vector: one of 64 bytes crosses every line if it does not begin with one. */
    static final int OFFSETS = Math.max(4, Lanes.COUNT);

    private static final int TRIES = 4 * OFFSETS;
    /** Calls from one trial to the next: doubled up to the last, as code is slow and arrays move at first. */
    private static final int FIRST = 4 * TRIES;

    private static final int LAST = 1 << 12;

    private final int start;
    private final long[] least = new long[OFFSETS];
    private int best;
    private int calls;
    private int next = FIRST;
    private boolean trying;
    private long since;

    Alignment(int start) {
        this.start = start;
    }

    /** The offset for the call that begins now. */
    int begin() {
        if (calls == next) {
            calls = 0;
            next = Math.min(2 * next, LAST);
            trying = true;
            Arrays.fill(least, Long.MAX_VALUE);
        }
        if (!trying) {
            return start + best;
        }
        since = System.nanoTime();
        return start + calls % OFFSETS;
    }

    /** Says that the call has ended. */
    void end() {
        if (trying) {
            int offset = calls % OFFSETS;
            least[offset] = Math.min(least[offset], System.nanoTime() - since);
            if (calls == TRIES - 1) {
                trying = false;
                for (int i = 0; i < OFFSETS; i++) {
                    best = least[i] < least[best] ? i : best;
                }
            }
        }
        calls++;
    }
}
