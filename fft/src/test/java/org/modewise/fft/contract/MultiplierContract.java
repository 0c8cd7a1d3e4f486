package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** A multiplier on the way back is a product, then the way back. */
public interface MultiplierContract extends KernelContract {
    @Test
    default void aMultiplierOnTheWayIsTheProductBefore() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            double[] spectrum = new double[plan.spectrumLength()];
            plan.forward(Samples.random(grid.size(), 1), spectrum);
            for (SpectrumMultiplier multiplier : Multipliers.random(plan.layout(), 2)) {
                double[] product = new double[plan.spectrumLength()];
                multiplier.multiply(spectrum, product);
                double[] expected = new double[grid.size()];
                plan.inverse(product, expected);

                double[] nan = new double[plan.spectrumLength()];
                Arrays.fill(nan, Double.NaN);
                plan.inverse(nan, multiplier, nan);

                double[] before = spectrum.clone();
                double[] values = new double[grid.size()];
                plan.inverse(spectrum, multiplier, values);
                assertThat(Arrays.equals(spectrum, before))
                        .as("%s wrote to its input", plan)
                        .isTrue();
                // (a·û)·b is rounded where a·b is: three roundings a part, √2 for a complex product, twice.
                assertThat(Samples.relativeDistance(values, expected))
                        .as("%s, multiplier on the way", plan)
                        .isLessThanOrEqualTo(2 * EPS);

                double[] both = spectrum.clone();
                plan.inverse(both, multiplier, both);
                assertThat(Arrays.equals(Arrays.copyOf(both, grid.size()), values))
                        .as("%s, multiplier in place", plan)
                        .isTrue();
            }
        }
    }

    @Test
    default void factorsOfOneChangeNoBit() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            SpectrumMultiplier one = SpectrumMultiplier.real(plan.layout(), Lines.ONE);
            Arrays.fill(one.xRe(), 1);
            Arrays.fill(one.yRe(), 1);
            double[] spectrum = new double[plan.spectrumLength()];
            plan.forward(Samples.random(grid.size(), 3), spectrum);
            double[] expected = new double[grid.size()];
            double[] values = new double[grid.size()];
            plan.inverse(spectrum, expected);
            plan.inverse(spectrum, one, values);
            assertThat(Arrays.equals(values, expected)).as("%s", plan).isTrue();
        }
    }

    @Test
    default void multipliersForOtherShapesAreRefused() {
        Grid2D grid = KernelContract.grid(32, 16);
        RealFft2D plan = plan(grid);
        double[] spectrum = new double[plan.spectrumLength()];
        double[] values = Samples.random(grid.size(), 4);
        double[] before = values.clone();
        SpectrumMultiplier other =
                SpectrumMultiplier.real(plan(KernelContract.grid(32, 32)).layout(), Lines.ONE);
        SpectrumMultiplier own = SpectrumMultiplier.real(plan.layout(), Lines.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inverse(spectrum, other, values))
                .withMessage("multiplier must be for " + plan.layout() + ", got one for " + other.layout());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.inverse(spectrum, own, new double[3]))
                .withMessage("values.length must be >= 512, got 3");
        assertThatNullPointerException()
                .isThrownBy(() -> plan.inverse(spectrum, null, values))
                .withMessage("multiplier");
        assertThatNullPointerException()
                .isThrownBy(() -> plan.inverse(null, own, values))
                .withMessage("spectrum");
        assertThat(values).isEqualTo(before);
    }
}
