package org.modewise.fft.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlaneTilesTest {
    private static final int MILLION = 1_000_000;
    private static final int PRIME = 1_000_003;

    /** Two tiles, each at most as large as the spectrum; of 9 columns, as large as 5 lanes and their headers. */
    @Test
    void scratchOfALongNarrowPlaneIsAboutTheSizeOfItsSpectrum() {
        int[][] shapes = {
            {16, MILLION}, {MILLION, 16}, {64, MILLION}, {MILLION, 64}, {9, MILLION}, {MILLION, 9}, {300, 65536}
        };
        for (int[] shape : shapes) {
            assertThat(doubles(shape[0], shape[1]))
                    .as("%dx%d", shape[0], shape[1])
                    .isLessThan(2 * spectrum(shape[0], shape[1]));
        }
    }

    /** The line and a convolution of 2.1 times its length, 8 lanes wide with headers: 3.1·2·11 doubles for 16 samples. */
    @Test
    void scratchOfALargePrimeIsAFewTimesItsSpectrum() {
        for (int nx : new int[] {16, 64, PRIME}) {
            int ny = nx == PRIME ? 16 : PRIME;
            assertThat(doubles(nx, ny)).as("%dx%d", nx, ny).isLessThan(5 * spectrum(nx, ny));
        }
    }

    @Test
    void scratchOfASquareIsOneTileOfFullWidth() {
        for (int n = 256; n <= 2048; n *= 2) {
            assertThat(doubles(n, n)).as("%1$dx%1$d", n).isEqualTo(2L * (n + 2) * (136 + 3));
        }
    }

    @Test
    void spareRowsAreThoseThatTheTransformAsksFor() {
        for (int n = 1; n <= 3000; n++) {
            assertThat(Plans.spareRows(n))
                    .as("%d rows", n)
                    .isEqualTo(Plans.rows(n).spareRows());
        }
    }

    /** Its spectrum alone takes nine tenths of the heap. */
    @Test
    void aPlaneThatFitsTheHeapOnlyWithoutItsScratchIsRefusedWithTheBytesThatItNeeds() {
        long heap = Runtime.getRuntime().maxMemory();
        int ny = (int) Math.min(heap / 10 * 9 / (Double.BYTES * 16L), Integer.MAX_VALUE / 18) - 8;
        for (int[] shape : new int[][] {{16, ny}, {46330, 46330}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScalarKernel().plan(shape[0], shape[1]))
                    .withMessageMatching(".* of " + shape[0] + "x" + shape[1] + " samples need \\d+ bytes, .*")
                    .withMessageContaining("the heap holds at most " + heap);
        }
    }

    private static long doubles(int nx, int ny) {
        return new PlaneTiles(nx, ny, spectrum(nx, ny)).doubles();
    }

    private static long spectrum(int nx, int ny) {
        return (long) nx * 2 * (ny / 2 + Tile.GROUP);
    }
}
