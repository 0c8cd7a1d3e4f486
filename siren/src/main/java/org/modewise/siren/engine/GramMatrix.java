package org.modewise.siren.engine;

import java.util.function.IntConsumer;
import org.modewise.core.internal.elementary.Combinations;

/**
 * C += JᵀJ, the upper triangle, block by block: blocks of J that stay in the first cache meet the rows of C one after the
 * other. Every number is summed in one order, whoever runs the parts.
 */
final class GramMatrix {
    /** Rows of C to a part. */
    private static final int BAND = 32;
    /** Columns of a block: long enough for loops. */
    private static final int COLUMNS = 128;
    /** Rows of J in a block, a multiple of 4: with so many columns, 32 KB. */
    private static final int DEPTH = 32;

    private final double[][] c;
    private final int size;
    private double[][] j;
    private int rows;
    private final IntConsumer band = this::addBand;

    /** The matrix to add to, of so many rows and columns. */
    GramMatrix(double[][] c, int size) {
        this.c = c;
        this.size = size;
    }

    /** Adds rows of J, a multiple of 4 of them. */
    void add(double[][] jacobian, int count, PartRunner runner) {
        this.j = jacobian;
        this.rows = count;
        runner.run((size + BAND - 1) / BAND, band);
    }

    private void addBand(int part) {
        int p0 = part * BAND;
        int p1 = Math.min(p0 + BAND, size);
        for (int q0 = p0; q0 < size; q0 += COLUMNS) {
            int q1 = Math.min(q0 + COLUMNS, size);
            for (int t0 = 0; t0 < rows; t0 += DEPTH) {
                int t1 = Math.min(t0 + DEPTH, rows);
                for (int p = p0; p < p1; p++) {
                    for (int t = t0; t < t1; t += 4) {
                        Combinations.addFour(
                                c[p],
                                j[t][p],
                                j[t],
                                j[t + 1][p],
                                j[t + 1],
                                j[t + 2][p],
                                j[t + 2],
                                j[t + 3][p],
                                j[t + 3],
                                q0,
                                q1);
                    }
                }
            }
        }
    }
}
