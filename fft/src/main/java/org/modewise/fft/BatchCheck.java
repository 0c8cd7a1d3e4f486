package org.modewise.fft;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;

/**
 * What must hold of a batch of arrays, since its members may run in any order and at once: what one writes, no other
 * reads or writes. Allocates nothing once its tables are as large as the batches; safe to share between threads.
 */
final class BatchCheck {
    /** Of every output the input that it is made from. */
    private final ScratchPool<Map<double[], double[]>> tables = new ScratchPool<>(IdentityHashMap::new);

    void check(double[][] in, int inLength, String inName, double[][] out, int outLength, String outName) {
        Objects.requireNonNull(in, inName);
        Objects.requireNonNull(out, outName);
        if (in.length != out.length) {
            throw new IllegalArgumentException(
                    inName + " and " + outName + " must be of one length, got " + in.length + " and " + out.length);
        }
        lengths(in, inLength, inName);
        lengths(out, outLength, outName);
        Map<double[], double[]> inputs = tables.take();
        for (int k = 0; k < out.length; k++) {
            if (inputs.put(out[k], in[k]) != null) {
                throw shared(outName, indexOf(out[k], out, k), outName, k);
            }
        }
        for (int k = 0; k < in.length; k++) {
            if (in[k] != out[k] && inputs.containsKey(in[k])) {
                throw shared(inName, k, outName, indexOf(in[k], out, k));
            }
        }
        // Not clear(), which walks a table that may once have held a larger batch.
        for (double[] array : out) {
            inputs.remove(array);
        }
        tables.give(inputs);
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
