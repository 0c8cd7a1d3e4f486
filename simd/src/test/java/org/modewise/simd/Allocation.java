package org.modewise.simd;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.core.internal.elementary.WeightMatrix;
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
        double[][] rows = {x, y, z, x, y, z, x, y, z};
        double[] sums = new double[8 * 81];
        double[][] combined = new double[9][LENGTH];
        WeightMatrix matrix = new WeightMatrix(9, 5).load(x, 0, 5, 1, 45);
        Map<String, Runnable> calls = new TreeMap<>(Map.of(
                "exp", () -> functions.exp(x, 0, 0, y, 0, LENGTH),
                "log", () -> functions.log(x, 0, y, 0, LENGTH),
                "sinCos", () -> functions.sinCos(x, 0, y, z, 0, LENGTH),
                "logSumExp", () -> sink += functions.logSumExp(x, 0, LENGTH),
                "products", () -> functions.products(rows, 0, 9, rows, 0, 9, LENGTH, sums, 0),
                "weighted", () -> functions.combine(matrix, true, rows, 0, null, combined, 0, LENGTH)));
        calls.forEach((name, call) -> System.out.println(name + ": " + AllocatedBytes.least(call) + " bytes"));
    }
}
