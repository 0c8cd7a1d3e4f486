package org.modewise.explorer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** One touch of the brush. */
class DabTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.05, 1", "0.99, 0.01, 0.03, 0.4", "0.3, 0.8, 0.2, 0.7", "0, 0, 0.25, 1"})
    void paintAddsTheBrushesIntegral(double x, double y, double radius, double amount) {
        int n = 128;
        double[] values = new double[n * n];
        new Dab(x, y, radius, amount).paint(n, values);
        double mass = Arrays.stream(values).sum() / values.length;
        // Images two periods off are left out: e^{-1.5²/2r²} of the mass at most.
        double missing = Math.exp(-1.5 * 1.5 / (2 * radius * radius));
        assertThat(mass).isCloseTo(2 * Math.PI * radius * radius * amount, within(4 * missing + 1e-15));
    }

    @Test
    void theBrushGoesRoundTheEdges() {
        int n = 64;
        double[] middle = new double[n * n];
        double[] corner = new double[n * n];
        new Dab(0.5, 0.5, 0.04, 1).paint(n, middle);
        new Dab(0, 0, 0.04, 1).paint(n, corner);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                assertThat(corner[j * n + i]).isCloseTo(middle[(j + n / 2) % n * n + (i + n / 2) % n], within(1e-16));
            }
        }
    }

    @Test
    void theBrushIsTheLibrarysGaussian() {
        Grid2D grid = Grid2D.unit(64);
        double[] values = new double[grid.size()];
        new Dab(0.3, 0.6, 0.1, 1).paint(64, values);
        assertThat(Field2D.of(grid, values)
                        .minus(InitialFields.gaussian(grid, 0.3, 0.6, 0.1))
                        .maxNorm())
                .isLessThan(1e-15);
    }

    @Test
    void anErasedFieldStaysOfOneSign() {
        int n = 64;
        double[] values = new double[n * n];
        Arrays.fill(values, 1);
        for (Dab dab : Collections.nCopies(20, new Dab(0.5, 0.5, 0.25, -1))) {
            dab.paint(n, values);
        }
        assertThat(Arrays.stream(values).allMatch(value -> value >= 0)).isTrue();
        assertThat(values[n / 2 * n + n / 2]).isZero();
    }

    @Test
    void aCanvasHoldsSoManyDabs() {
        List<Dab> many = Collections.nCopies(8193, new Dab(0.5, 0.5, 0.05, 1e-3));
        assertThatThrownBy(() -> new Canvas(512, new Shape.Empty(), many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the canvas holds 8192 dabs at most; reset it to paint on");
    }
}
