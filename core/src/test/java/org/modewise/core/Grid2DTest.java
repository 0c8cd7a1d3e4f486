package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Grid2DTest {
    @Test
    void factoriesMakeTheDocumentedRectangles() {
        assertThat(Grid2D.unit(4)).isEqualTo(new Grid2D(4, 4, 0, 0, 1, 1));
        assertThat(Grid2D.unit(4, 3)).isEqualTo(new Grid2D(4, 3, 0, 0, 1, 1));
        assertThat(Grid2D.centered(4, 6)).isEqualTo(new Grid2D(4, 4, -3, -3, 6, 6));
        assertThat(Grid2D.line(5, -1, 2)).isEqualTo(new Grid2D(5, 1, -1, 0, 2, 1));
    }

    @Test
    void nodesSpacingsAndWavenumbers() {
        Grid2D grid = new Grid2D(4, 8, 1, -2, 2, 4);
        assertThat(grid.x(0)).isEqualTo(1);
        assertThat(grid.x(3)).isEqualTo(2.5);
        assertThat(grid.y(7)).isEqualTo(1.5);
        assertThat(grid.dx()).isEqualTo(0.5);
        assertThat(grid.dy()).isEqualTo(0.5);
        assertThat(grid.kx(-3)).isEqualTo(-3 * Math.PI);
        assertThat(grid.ky(1)).isEqualTo(Math.PI / 2);
        assertThat(grid.size()).isEqualTo(32);
    }

    @Property(tries = 200)
    void everyNodeIsCorrectlyRounded(
            @ForAll @IntRange(min = 1, max = 5000) int n, @ForAll @IntRange(max = 4999) int i) {
        int node = i % n;
        // i·1 is exact and the division rounds once.
        assertThat(Grid2D.unit(n, 1).x(node)).isEqualTo((double) node / n);
    }

    @Test
    void nodesOutsideAreRefused() {
        Grid2D grid = Grid2D.unit(4, 3);
        assertThatThrownBy(() -> grid.x(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.x(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.y(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0, 0, 1, 1, nx must be >= 1 got 0",
        "4, -1, 0, 0, 1, 1, ny must be >= 1 got -1",
        "4, 4, NaN, 0, 1, 1, x0",
        "4, 4, 0, Infinity, 1, 1, y0",
        "4, 4, 0, 0, 0, 1, lx",
        "4, 4, 0, 0, 1, -1, ly",
        "4, 4, 0, 0, NaN, 1, lx",
        "4, 4, 1e300, 0, 1, 1, lx",
        "4, 4, 0, 0, 1e308, 1, lx must be <= 4.4942328371557893E307 for 4 nodes got 1.0E308",
        "4, 4, 0, 0, 1, 1e308, ly must be <= 4.4942328371557893E307 for 4 nodes got 1.0E308",
        "65536, 65536, 0, 0, 1, 1, 65536x65536 samples",
    })
    void badGridsAreRefused(int nx, int ny, double x0, double y0, double lx, double ly, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid2D(nx, ny, x0, y0, lx, ly))
                .satisfies(e -> assertThat(e.getMessage().replace(",", "")).contains(words));
    }

    @Test
    void noNodeOverflows() {
        Grid2D grid = new Grid2D(4, 8, 0, 0, Double.MAX_VALUE / 4, Double.MAX_VALUE / 8);
        assertThat(grid.x(3)).isEqualTo(3 * (Double.MAX_VALUE / 16));
        assertThat(grid.y(7)).isFinite();
    }

    @Test
    void minusZeroIsTheSameEdge() {
        Grid2D grid = new Grid2D(4, 4, -0.0, -0.0, 1, 1);
        assertThat(grid).isEqualTo(Grid2D.unit(4)).hasSameHashCodeAs(Grid2D.unit(4));
        assertThat(Double.doubleToRawLongBits(grid.x0())).isZero();
        assertThat(grid).hasToString("Grid2D[4x4 on [0, 1) x [0, 1)]");
    }

    @Test
    void toStringIsOneShortAsciiLine() {
        assertThat(Grid2D.unit(128)).hasToString("Grid2D[128x128 on [0, 1) x [0, 1)]");
        Grid2D extreme = new Grid2D(46000, 46000, -1.23456e-300, 1.23456e300, 1.23456e-290, 1.23456e303);
        assertThat(extreme.toString()).hasSizeLessThanOrEqualTo(80).matches("[ -~]+");
    }

    @Test
    void theIntegralOverALineIsOverX() {
        assertThat(Field2D.of(Grid2D.line(7, 0, 3), (x, y) -> 2).integral()).isCloseTo(6, within(2 * Math.ulp(6.0)));
    }

    @Test
    void pixelsAreSquare() {
        assertThat(Grid2D.pixels(60, 45)).isEqualTo(new Grid2D(60, 45, 0, 0, 1, 0.75));
        assertThat(Grid2D.pixels(3, 12)).isEqualTo(new Grid2D(3, 12, 0, 0, 0.25, 1));
    }
}
