package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * A plan that is watched: scratch is dirtied with NaN before every transform, arrays are longer than needed and full of
 * NaN, and each call must leave its input and the tail of its output alone and give the same bits in place.
 */
final class CarefulPlan {
    private static final int TAIL = 5;
    private static final double SENTINEL = -7.25e77;

    private final RealFft2D plan;
    private final Grid2D grid;

    CarefulPlan(RealFft2D plan) {
        this.plan = plan;
        this.grid = plan.grid();
    }

    RealFft2D plan() {
        return plan;
    }

    /** The half-spectrum, in an array that is longer than that. */
    double[] forward(double[] samples) {
        dirtyScratch();
        double[] input = withTail(samples, grid.size(), grid.size() + TAIL);
        double[] output = withTail(new double[0], plan.spectrumLength(), plan.spectrumLength() + TAIL);
        plan.forward(input, output);
        check("forward wrote to its input", Arrays.equals(input, withTail(samples, grid.size(), input.length)));
        checkTail("forward", output, plan.spectrumLength());

        dirtyScratch();
        double[] both = withTail(samples, grid.size(), output.length);
        Arrays.fill(both, plan.spectrumLength(), both.length, SENTINEL);
        plan.forward(both, both);
        check("forward in place gives other bits", Arrays.equals(coefficients(both), coefficients(output)));
        checkTail("forward in place", both, plan.spectrumLength());
        return output;
    }

    /** The samples, no more. */
    double[] inverse(double[] spectrum) {
        dirtyScratch();
        double[] input = withTail(spectrum, plan.spectrumLength(), plan.spectrumLength() + TAIL);
        double[] output = withTail(new double[0], grid.size(), grid.size() + TAIL);
        double[] before = input.clone();
        plan.inverse(input, output);
        check("inverse wrote to its input", Arrays.equals(input, before));
        checkTail("inverse", output, grid.size());

        dirtyScratch();
        double[] samples = Arrays.copyOf(output, grid.size());
        plan.inverse(input, input);
        check("inverse in place gives other bits", Arrays.equals(Arrays.copyOf(input, grid.size()), samples));
        checkTail("inverse in place", input, plan.spectrumLength());
        return samples;
    }

    Spectrum2D spectrum(double[] samples) {
        return plan.spectrum(forward(samples));
    }

    /** Re and im of the coefficients alone: what lies in the gaps between them is nobody's business. */
    double[] coefficients(double[] spectrum) {
        return coefficients(plan.layout(), spectrum);
    }

    static double[] coefficients(SpectrumLayout layout, double[] spectrum) {
        double[] coefficients = new double[2 * layout.rows() * layout.columns()];
        int next = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                coefficients[next++] = spectrum[layout.index(column, row)];
                coefficients[next++] = spectrum[layout.index(column, row) + layout.imOffset()];
            }
        }
        return coefficients;
    }

    private void dirtyScratch() {
        double[] nan = new double[plan.spectrumLength()];
        double[] sink = new double[plan.spectrumLength()];
        Arrays.fill(nan, Double.NaN);
        plan.forward(nan, sink);
        plan.inverse(nan, sink);
        plan.forward(nan, nan);
    }

    /** The first elements of an array, NaN if it has none, up to a tail of sentinels. */
    private static double[] withTail(double[] head, int used, int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        System.arraycopy(head, 0, array, 0, Math.min(head.length, used));
        Arrays.fill(array, used, length, SENTINEL);
        return array;
    }

    private void checkTail(String what, double[] array, int used) {
        for (int k = used; k < array.length; k++) {
            check(what + " wrote beyond its output", array[k] == SENTINEL);
        }
    }

    private void check(String what, boolean holds) {
        assertThat(holds).as("%s: %s", plan, what).isTrue();
    }
}
