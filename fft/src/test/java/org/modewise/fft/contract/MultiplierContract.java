package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SeparableMultiplier;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.Workers;

/** A multiplier on the way back gives the bits of a product on its own and a plain inverse, and leaves û alone. */
public interface MultiplierContract extends KernelContract {
    @Test
    default void realFactorsOnTheWayBack() {
        claimed().forEach(grid -> check(grid, false));
    }

    @Test
    default void complexFactorsOnTheWayBack() {
        claimed().forEach(grid -> check(grid, true));
    }

    private void check(Grid2D grid, boolean complex) {
        RealTransform2D transform = kernel().plan(grid.nx(), grid.ny());
        SpectrumLayout layout = transform.layout();
        SeparableMultiplier multiplier = multiplier(layout, complex);
        double[] spectrum = new double[layout.length()];
        transform.forward(Samples.random(grid.size(), 101), spectrum);
        double[] product = new double[layout.length()];
        multiplier.multiply(spectrum, layout, product);
        double[] expected = new double[grid.size()];
        transform.inverse(product, expected);

        double[] nan = new double[layout.length()];
        Arrays.fill(nan, Double.NaN);
        transform.inverse(nan, multiplier, nan, Workers.CALLER);
        double[] before = spectrum.clone();
        double[] values = new double[grid.size()];
        transform.inverse(spectrum, multiplier, values, Workers.CALLER);
        assertThat(Arrays.equals(values, expected)).as("product on %s", grid).isTrue();
        assertThat(Arrays.equals(spectrum, before)).as("input on %s", grid).isTrue();

        transform.inverse(spectrum, multiplier, spectrum, Workers.CALLER);
        assertThat(Arrays.equals(Arrays.copyOf(spectrum, grid.size()), expected))
                .as("in place on %s", grid)
                .isTrue();
    }

    /** Random factors, no two alike. */
    static SeparableMultiplier multiplier(SpectrumLayout layout, boolean complex) {
        SeparableMultiplier multiplier =
                complex ? SeparableMultiplier.complex(layout) : SeparableMultiplier.real(layout);
        fill(multiplier.xRe(), 111);
        fill(multiplier.yRe(), 112);
        if (complex) {
            fill(multiplier.xIm(), 113);
            fill(multiplier.yIm(), 114);
        }
        return multiplier;
    }

    private static void fill(double[] factors, long seed) {
        System.arraycopy(Samples.random(factors.length, seed), 0, factors, 0, factors.length);
    }
}
