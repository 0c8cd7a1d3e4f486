package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void everyPrintableCharacterHasItsOwnShapeInsideTheMargins() {
        Set<Field2D> shapes = new HashSet<>();
        for (char c = '!'; c <= '~'; c++) {
            Field2D shape = InitialFields.text(Grid2D.unit(40), String.valueOf(c));
            assertThat(shape.min()).isZero();
            assertThat(shape.max()).as("%s", c).isEqualTo(1);
            for (int k = 0; k < 40; k++) {
                for (int edge : new int[] {0, 1, 2, 38, 39}) {
                    assertThat(shape.get(k, edge) + shape.get(edge, k)).isZero();
                }
            }
            shapes.add(shape);
        }
        assertThat(shapes).hasSize(94);
    }

    @Test
    void thereIsNoTextOnALine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitialFields.text(Grid2D.line(64, 0, 1), "a"))
                .withMessage("text must have a grid of at least 2x2 nodes, got 64x1");
        assertThatIllegalArgumentException().isThrownBy(() -> InitialFields.text(Grid2D.unit(1, 64), "a"));
        assertThat(InitialFields.text(Grid2D.unit(2), "M").max()).isPositive();
    }

    @Test
    void lettersStandUpright() {
        Field2D ell = InitialFields.text(Grid2D.unit(64), "L");
        double left = 0;
        double bottom = 0;
        for (int j = 0; j < 64; j++) {
            for (int i = 0; i < 64; i++) {
                left += i < 32 ? ell.get(i, j) : 0;
                bottom += j < 32 ? ell.get(i, j) : 0;
            }
        }
        double all = ell.mean() * 64 * 64;
        assertThat(left).isGreaterThan(0.6 * all);
        assertThat(bottom).isGreaterThan(0.6 * all);
    }

    @Test
    void symmetricLettersAreSymmetricAboutTheMiddle() {
        Field2D a = InitialFields.text(Grid2D.unit(64), "A");
        for (int j = 0; j < 64; j++) {
            for (int i = 1; i < 64; i++) {
                // Node i and node 64 - i mirror each other; the strokes are placed with a few roundings.
                assertThat(a.get(i, j)).isCloseTo(a.get(64 - i, j), within(1e-12));
            }
        }
    }

    @Test
    void thePenIsAsWideAsItShouldBe() {
        Grid2D grid = new Grid2D(200, 200, -5, 7, 4, 2);
        // "I" is one stroke of length 10 and a pen of 1.3, scaled to 0.8 of the height.
        double scale = 0.8 * 2 / (10 + 1.3);
        double area = (10 * 1.3 + Math.PI * 0.65 * 0.65) * scale * scale;
        assertThat(InitialFields.text(grid, "I").integral()).isCloseTo(area, within(2e-3 * area));
    }

    @Test
    void longTextsAreSmallerAndBlanksTakeRoom() {
        Grid2D grid = new Grid2D(200, 40, 0, 0, 5, 1);
        assertThat(InitialFields.text(grid, "PDE solver").mean())
                .isBetween(0.01, InitialFields.text(grid, "PDE").mean() * 10);
        assertThat(InitialFields.text(grid, "a b")).isNotEqualTo(InitialFields.text(grid, "ab"));
    }

    @Test
    void theSameBitsEverywhere() {
        // Strict arithmetic and no font of the system: this number may change only when the font does.
        Field2D field = InitialFields.text(Grid2D.unit(64), "Ag&8");
        long sum = 0;
        for (double value : field.toArray()) {
            sum = 31 * sum + Double.doubleToLongBits(value);
        }
        assertThat(sum).isEqualTo(EXPECTED);
    }

    private static final long EXPECTED = 9151768346280029138L;
}
