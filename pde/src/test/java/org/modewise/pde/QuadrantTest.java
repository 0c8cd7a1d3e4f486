package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumLayout.Axis;
import org.modewise.fft.spi.SpectrumMultiplier;

class QuadrantTest {
    /** Either axis halved, either one innermost, parts apart or interleaved, with gaps. */
    static List<SpectrumLayout> layouts() {
        return List.of(
                new SpectrumLayout(6, 5, Axis.X, 1, 4, 20, 40),
                new SpectrumLayout(6, 5, Axis.X, 7, 1, 4, 20, 47),
                new SpectrumLayout(6, 5, Axis.X, 5, 1, 20, 40),
                new SpectrumLayout(6, 5, Axis.Y, 1, 6, 18, 36),
                new SpectrumLayout(6, 5, Axis.Y, 3, 1, 18, 36),
                new SpectrumLayout(7, 8, Axis.X, 2, 9, 1, 80),
                new SpectrumLayout(7, 8, Axis.Y, 12, 2, 1, 90),
                new SpectrumLayout(7, 8, Axis.Y, 2, 16, 1, 80),
                new SpectrumLayout(7, 8, Axis.X, 20, 2, 1, 80),
                new SpectrumLayout(1, 4, Axis.Y, 9, 1, 5, 9),
                new SpectrumLayout(2, 1, Axis.X, 1, 9, 2, 9),
                new SpectrumLayout(1, 1, Axis.X, 1, 1, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void combinesTwoSpectraByFunctionsOfTheWavenumber(SpectrumLayout layout) {
        Grid2D grid = new Grid2D(layout.nx(), layout.ny(), 0, 0, 2, 3);
        Quadrant quadrant = new Quadrant(grid, layout);
        Random random = new Random(1);
        double[] a = random.doubles(layout.length()).toArray();
        double[] b = random.doubles(layout.length()).toArray();
        double[] out = new double[layout.length()];
        SpectrumMultiplier p = quadrant.factors();
        SpectrumMultiplier q = quadrant.factors();
        Arrays.setAll(p.yRe(), place -> 1 + quadrant.wavenumbers()[place]);
        Arrays.setAll(q.yRe(), place -> Math.sin(quadrant.wavenumbers()[place]));
        p.plus(b, q).multiply(a, out);
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double k = Math.hypot(Math.abs(grid.kx(layout.modeX(column))), Math.abs(grid.ky(layout.modeY(row))));
                int re = layout.index(column, row);
                int im = re + layout.imOffset();
                assertThat(out[re]).isEqualTo((1 + k) * a[re] + Math.sin(k) * b[re]);
                assertThat(out[im]).isEqualTo((1 + k) * a[im] + Math.sin(k) * b[im]);
            }
        }
    }
}
