package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.modewise.core.internal.elementary.Combinations;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/**
 * {@link Combinations}, four sums and four rows at a time: sixteen weights stay in registers, and each row that is loaded
 * goes into four sums.
 */
final class VectorCombinations {
    private static final VectorSpecies<Double> SPECIES = Lanes.SPECIES;

    private VectorCombinations() {}

    static void apply(
            double[] w,
            int at,
            int rowStep,
            int columnStep,
            int offsets,
            double[][] x,
            int fromX,
            int in,
            double[][] z,
            int fromZ,
            int out,
            int length) {
        int whole = out - out % 4;
        int bound = SPECIES.loopBound(length);
        for (int j = 0; j < whole; j += 4) {
            int i = 0;
            for (int k = j; k < j + 4; k++) {
                double offset = offsets < 0 ? 0 : w[offsets + k];
                i = Combinations.begin(w, at + k * rowStep, columnStep, offset, x, fromX, in, z[fromZ + k], length);
            }
            for (; i < in; i += 4) {
                int block = at + j * rowStep + i * columnStep;
                addFour(w, block, rowStep, columnStep, x, fromX + i, z, fromZ + j, bound);
                for (int k = 0; bound < length && k < 4; k++) {
                    Combinations.addFour(
                            w, block + k * rowStep, columnStep, x, fromX + i, z[fromZ + j + k], bound, length);
                }
            }
        }
        if (whole < out) {
            ScalarElementaryKernel.INSTANCE.combine(
                    w,
                    at + whole * rowStep,
                    rowStep,
                    columnStep,
                    offsets < 0 ? offsets : offsets + whole,
                    x,
                    fromX,
                    in,
                    z,
                    fromZ + whole,
                    out - whole,
                    length);
        }
    }

    private static DoubleVector broadcast(double weight) {
        return DoubleVector.broadcast(SPECIES, weight);
    }

    private static void addFour(
            double[] w, int at, int rowStep, int columnStep, double[][] x, int row, double[][] z, int sum, int bound) {
        double[] x0 = x[row];
        double[] x1 = x[row + 1];
        double[] x2 = x[row + 2];
        double[] x3 = x[row + 3];
        double[] z0 = z[sum];
        double[] z1 = z[sum + 1];
        double[] z2 = z[sum + 2];
        double[] z3 = z[sum + 3];
        DoubleVector w00 = broadcast(w[at]);
        DoubleVector w01 = broadcast(w[at + columnStep]);
        DoubleVector w02 = broadcast(w[at + 2 * columnStep]);
        DoubleVector w03 = broadcast(w[at + 3 * columnStep]);
        DoubleVector w10 = broadcast(w[at + rowStep]);
        DoubleVector w11 = broadcast(w[at + rowStep + columnStep]);
        DoubleVector w12 = broadcast(w[at + rowStep + 2 * columnStep]);
        DoubleVector w13 = broadcast(w[at + rowStep + 3 * columnStep]);
        DoubleVector w20 = broadcast(w[at + 2 * rowStep]);
        DoubleVector w21 = broadcast(w[at + 2 * rowStep + columnStep]);
        DoubleVector w22 = broadcast(w[at + 2 * rowStep + 2 * columnStep]);
        DoubleVector w23 = broadcast(w[at + 2 * rowStep + 3 * columnStep]);
        DoubleVector w30 = broadcast(w[at + 3 * rowStep]);
        DoubleVector w31 = broadcast(w[at + 3 * rowStep + columnStep]);
        DoubleVector w32 = broadcast(w[at + 3 * rowStep + 2 * columnStep]);
        DoubleVector w33 = broadcast(w[at + 3 * rowStep + 3 * columnStep]);
        for (int t = 0; t < bound; t += SPECIES.length()) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x0, t);
            DoubleVector b = DoubleVector.fromArray(SPECIES, x1, t);
            DoubleVector c = DoubleVector.fromArray(SPECIES, x2, t);
            DoubleVector d = DoubleVector.fromArray(SPECIES, x3, t);
            DoubleVector.fromArray(SPECIES, z0, t)
                    .add(a.mul(w00).add(b.mul(w01)).add(c.mul(w02).add(d.mul(w03))))
                    .intoArray(z0, t);
            DoubleVector.fromArray(SPECIES, z1, t)
                    .add(a.mul(w10).add(b.mul(w11)).add(c.mul(w12).add(d.mul(w13))))
                    .intoArray(z1, t);
            DoubleVector.fromArray(SPECIES, z2, t)
                    .add(a.mul(w20).add(b.mul(w21)).add(c.mul(w22).add(d.mul(w23))))
                    .intoArray(z2, t);
            DoubleVector.fromArray(SPECIES, z3, t)
                    .add(a.mul(w30).add(b.mul(w31)).add(c.mul(w32).add(d.mul(w33))))
                    .intoArray(z3, t);
        }
    }
}
