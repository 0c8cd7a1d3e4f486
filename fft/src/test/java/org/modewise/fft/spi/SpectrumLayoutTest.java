package org.modewise.fft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.modewise.fft.spi.SpectrumLayout.Axis;

class SpectrumLayoutTest {
    @Test
    void modesRunAsNumPyOrdersThem() {
        SpectrumLayout even = new SpectrumLayout(6, 4, Axis.Y, 10, 1, 5, 60);
        assertThat(even.columns()).isEqualTo(6);
        assertThat(even.rows()).isEqualTo(3);
        int[] expected = {0, 1, 2, 3, -2, -1};
        for (int column = 0; column < 6; column++) {
            assertThat(even.modeX(column)).isEqualTo(expected[column]);
        }
        assertThat(even.modeY(2)).isEqualTo(2);
        SpectrumLayout odd = new SpectrumLayout(5, 3, Axis.X, 2, 6, 1, 18);
        assertThat(odd.columns()).isEqualTo(3);
        assertThat(odd.rows()).isEqualTo(3);
        assertThat(odd.modeX(2)).isEqualTo(2);
        assertThat(odd.modeY(1)).isEqualTo(1);
        assertThat(odd.modeY(2)).isEqualTo(-1);
    }

    @Test
    void indexFollowsTheStrides() {
        SpectrumLayout layout = new SpectrumLayout(6, 4, Axis.Y, 10, 1, 5, 60);
        assertThat(layout.index(0, 0)).isZero();
        assertThat(layout.index(5, 2)).isEqualTo(52);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.index(6, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.index(0, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.index(-1, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.modeX(6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> layout.modeY(-1));
    }

    @Test
    void mayBeginLater() {
        SpectrumLayout layout = new SpectrumLayout(6, 4, Axis.Y, 7, 10, 1, 5, 65);
        assertThat(layout.index(0, 0)).isEqualTo(7);
        assertThat(layout.index(5, 2)).isEqualTo(59);
        assertThat(layout).hasToString("SpectrumLayout[6x4 half Y, step 10,1,5 from 7 of 65]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrumLayout(6, 4, Axis.Y, 7, 10, 1, 5, 64))
                .withMessage("length must be > 64, got 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrumLayout(6, 4, Axis.Y, -1, 10, 1, 5, 65))
                .withMessage("start must be >= 0, got -1");
    }

    @Test
    void saysItselfOnOneShortLine() {
        assertThat(new SpectrumLayout(6, 4, Axis.Y, 10, 1, 5, 60))
                .hasToString("SpectrumLayout[6x4 half Y, step 10,1,5 of 60]");
        int max = Integer.MAX_VALUE;
        assertThat(new SpectrumLayout(1_000_000_000, 1, Axis.Y, 1, max, 1_147_483_647, max).toString())
                .hasSizeLessThanOrEqualTo(80)
                .matches("[ -~]+");
    }

    /** What is kept, each as often as it counts, is the whole spectrum. */
    @Test
    void multiplicitiesAddUpToAllModes() {
        for (Axis axis : Axis.values()) {
            for (int nx = 1; nx <= 9; nx++) {
                for (int ny = 1; ny <= 9; ny++) {
                    SpectrumLayout layout = new SpectrumLayout(nx, ny, axis, 2, 2 * nx, 1, 2 * nx * ny);
                    int modes = 0;
                    for (int row = 0; row < layout.rows(); row++) {
                        for (int column = 0; column < layout.columns(); column++) {
                            modes += layout.multiplicity(column, row);
                        }
                    }
                    assertThat(modes).as("%dx%d halved along %s", nx, ny, axis).isEqualTo(nx * ny);
                }
            }
        }
    }

    @Test
    void badNumbersAreRefused() {
        refused("nx must be >= 1, got 0", 0, 4, 10, 1, 5, 60);
        refused("ny must be >= 1, got -4", 6, -4, 10, 1, 5, 60);
        refused("strideX must be >= 1, got 0", 6, 4, 0, 1, 5, 60);
        refused("strideY must be >= 1, got 0", 6, 4, 10, 0, 5, 60);
        refused("imOffset must be >= 1, got 0", 6, 4, 10, 1, 0, 60);
        refused("length must be > 57, got 57", 6, 4, 10, 1, 5, 57);
        refused("length must be > 10737418246, got 2147483647", 6, 4, Integer.MAX_VALUE, 1, 9, Integer.MAX_VALUE);
        assertThatNullPointerException()
                .isThrownBy(() -> new SpectrumLayout(6, 4, null, 10, 1, 5, 60))
                .withMessage("halved");
    }

    private static void refused(String message, int nx, int ny, int strideX, int strideY, int imOffset, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpectrumLayout(nx, ny, Axis.Y, strideX, strideY, imOffset, length))
                .withMessage(message);
    }
}
