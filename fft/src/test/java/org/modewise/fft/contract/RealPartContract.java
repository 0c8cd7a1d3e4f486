package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** What is not the transform of a real field still has an inverse: the real part of the complex one. */
public interface RealPartContract extends KernelContract {
    /** Small enough for the definition, and of every kind. */
    private List<Grid2D> small() {
        List<Grid2D> grids = new ArrayList<>(List.of(KernelContract.grid(32, 32), KernelContract.grid(19, 22)));
        claimed().stream().filter(grid -> grid.size() <= 1024).forEach(grids::add);
        return grids;
    }

    @Test
    default void whatIsNotHermitianInASpectrumIsIgnored() {
        for (Grid2D grid : small()) {
            RealFft2D plan = plan(grid);
            assertRealPart(plan, Samples.random(plan.spectrumLength(), 1), null);
        }
    }

    @Test
    default void whatIsNotHermitianInAProductIsIgnored() {
        for (Grid2D grid : small()) {
            RealFft2D plan = plan(grid);
            double[] spectrum = new double[plan.spectrumLength()];
            plan.forward(Samples.random(grid.size(), 2), spectrum);
            SpectrumLayout layout = plan.layout();
            SpectrumMultiplier gradient = SpectrumMultiplier.complex(layout, Lines.ONE);
            for (int p = 0; p < layout.columns(); p++) {
                gradient.xRe()[p] = 1;
                gradient.xIm()[p] = 1 + layout.modeX(p);
            }
            for (int q = 0; q < layout.rows(); q++) {
                gradient.yRe()[q] = 1;
                gradient.yIm()[q] = 0.1 * layout.modeY(q);
            }
            assertRealPart(plan, spectrum, gradient);
        }
    }

    private static void assertRealPart(RealFft2D plan, double[] spectrum, SpectrumMultiplier multiplier) {
        double[] values = new double[plan.grid().size()];
        double[] product = spectrum.clone();
        if (multiplier == null) {
            plan.inverse(spectrum, values);
        } else {
            plan.inverse(spectrum, multiplier, values);
            multiplier.multiply(spectrum, product);
        }
        // Most of it, 5 eps measured, is the definition's own: up to a thousand terms in plain doubles.
        assertThat(Samples.relativeDistance(values, realPart(product, plan.layout())))
                .as("%s", plan)
                .isLessThanOrEqualTo(16 * EPS);
    }

    /** By the definition: a mode whose mirror image is not kept stands for both. */
    private static double[] realPart(double[] spectrum, SpectrumLayout layout) {
        int nx = layout.nx();
        int ny = layout.ny();
        long n = (long) nx * ny;
        double[] values = new double[nx * ny];
        for (int p = 0; p < layout.columns(); p++) {
            for (int q = 0; q < layout.rows(); q++) {
                boolean both = (nx - p) % nx < layout.columns() && (ny - q) % ny < layout.rows();
                int at = layout.index(p, q);
                double re = spectrum[at] * (both ? 1 : 2) / n;
                double im = spectrum[at + layout.imOffset()] * (both ? 1 : 2) / n;
                for (int k = 0; k < values.length; k++) {
                    double turn =
                            2 * Math.PI * ((((long) p * (k % nx)) % nx * ny + ((long) q * (k / nx)) % ny * nx) % n) / n;
                    values[k] += re * Math.cos(turn) - im * Math.sin(turn);
                }
            }
        }
        return values;
    }
}
