package org.modewise.simd;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.fft.contract.AllocatedBytes;

/** How many bytes each function allocates once it is compiled, printed. */
final class Allocation {
    private static final int LENGTH = 1003;

    private static double sink;

    private Allocation() {}

    public static void main(String[] args) {
        ElementaryFunctions functions = ElementaryFunctions.of(new SimdElementaryKernel());
        double[] x = new Random(1).doubles(LENGTH, 0.1, 100).toArray();
        double[] y = new double[LENGTH];
        double[] z = new double[LENGTH];
        double[][] rows = {x, y, z, x, y};
        double[] sums = new double[8 * 15];
        double[][] combined = new double[5][LENGTH];
        Map<String, Runnable> calls = new TreeMap<>(Map.of(
                "exp", () -> functions.exp(x, 0, 0, y, 0, LENGTH),
                "log", () -> functions.log(x, 0, y, 0, LENGTH),
                "sinCos", () -> functions.sinCos(x, 0, y, z, 0, LENGTH),
                "logSumExp", () -> sink += functions.logSumExp(x, 0, LENGTH),
                "products", () -> functions.products(rows, 0, 3, rows, 0, 5, LENGTH, sums, 0),
                "weighted", () -> functions.combine(x, 0, 5, 1, -1, rows, 0, 5, combined, 0, 5, LENGTH)));
        calls.forEach((name, call) -> System.out.println(name + ": " + AllocatedBytes.least(call) + " bytes"));
    }
}
