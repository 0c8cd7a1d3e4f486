package org.modewise.pde.logdomain;

import java.util.Arrays;

/**
 * Σ_j K(i,j)·A_j along one axis of a plane, for all lines across it at once, with K(i,j) = Σ_l e^{-κ(ξ_i - η_(j+lS))²} over the
 * images of S sources on a lattice that targets and sources share: ξ_i = first + i·spacing, η_k = k·step, integers but for the
 * first. Reused; not safe to share between threads.
 */
final class WrappedKernel {
    private final int sources;
    private final int targets;
    private double[][] rows = new double[0][];
    private int spacing;
    private int step;

    WrappedKernel(int sources, int targets) {
        this.sources = sources;
        this.targets = targets;
    }

    /** Fills the kernel with all that is above e^-most. */
    void fill(double first, int spacing, int step, double precision, double most) {
        this.spacing = spacing;
        this.step = step;
        if (rows.length != step) {
            rows = new double[step][sources];
        }
        double reach = Math.sqrt(most / precision) / step;
        for (int c = 0; c < step; c++) {
            double centre = (first + c) / step;
            Arrays.fill(rows[c], 0);
            for (int m = (int) Math.ceil(centre - reach); m <= centre + reach; m++) {
                double offset = first + c - (double) m * step;
                rows[c][Math.floorMod(m, sources)] += Math.exp(-precision * (offset * offset));
            }
        }
    }

    /** The sums at all targets, a row of lanes each, from a row of lanes for each source. */
    void apply(double[][] in, double[][] out) {
        for (int i = 0; i < targets; i++) {
            long distance = (long) i * spacing;
            double[] kernel = rows[(int) (distance % step)];
            int start = Math.floorMod(-(distance / step), sources);
            double[] sum = out[i];
            Arrays.fill(sum, 0);
            int j = 0;
            for (; j + 1 < sources; j += 2) {
                double a = kernel[place(start + j)];
                double b = kernel[place(start + j + 1)];
                if (a != 0 || b != 0) {
                    add(sum, a, in[j], b, in[j + 1]);
                }
            }
            if (j < sources) {
                add(sum, kernel[place(start + j)], in[j], 0, in[j]);
            }
        }
    }

    private int place(int m) {
        return m < sources ? m : m - sources;
    }

    private static void add(double[] sum, double a, double[] x, double b, double[] y) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a * x[i] + b * y[i];
        }
    }
}
