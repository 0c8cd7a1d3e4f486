package org.modewise.fft;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;

/**
 * What must hold of a batch of arrays, since its members may run in any order and at once: what one writes, no other
 * reads or writes. Allocates nothing once its tables are as large as the batches; safe to share between threads.
 */
final class BatchCheck {
    /** The outputs. */
    private final ScratchPool<Set<double[]>> tables =
            new ScratchPool<>(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    void check(double[][] in, int inLength, String inName, double[][] out, int outLength, String outName) {
        Objects.requireNonNull(in, inName);
        Objects.requireNonNull(out, outName);
        if (in.length != out.length) {
            throw new IllegalArgumentException(
                    inName + " and " + outName + " must be of one length, got " + in.length + " and " + out.length);
        }
        lengths(in, inLength, inName);
        lengths(out, outLength, outName);
        Set<double[]> outputs = tables.take();
        try {
            collect(out, outName, outputs);
            for (int k = 0; k < in.length; k++) {
                if (in[k] != out[k] && outputs.contains(in[k])) {
                    throw shared(inName, k, outName, indexOf(in[k], out, k));
                }
            }
        } finally {
            // Not clear(), which walks a table that may once have held a larger batch.
            for (double[] array : out) {
                outputs.remove(array);
            }
            tables.give(outputs);
        }
    }

    private static void collect(double[][] out, String name, Set<double[]> outputs) {
        for (int k = 0; k < out.length; k++) {
            if (!outputs.add(out[k])) {
                throw shared(name, indexOf(out[k], out, k), name, k);
            }
        }
    }

    private static void lengths(double[][] arrays, int needed, String name) {
        for (int k = 0; k < arrays.length; k++) {
            if (arrays[k] == null || arrays[k].length < needed) {
                Arguments.length(arrays[k], needed, name + "[" + k + "]");
            }
        }
    }

    private static int indexOf(double[] array, double[][] arrays, int except) {
        int k = 0;
        while (k == except || arrays[k] != array) {
            k++;
        }
        return k;
    }

    private static IllegalArgumentException shared(String name, int k, String otherName, int other) {
        return new IllegalArgumentException(
                name + "[" + k + "] and " + otherName + "[" + other + "] must be two arrays, got one");
    }
}
