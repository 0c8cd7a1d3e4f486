package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.IndexColorModel;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColormapTest {
    @ParameterizedTest
    @CsvSource({
        "viridis, 0, 440154",
        "viridis, 128, 21918c",
        "viridis, 255, fde725",
        "magma, 0, 000004",
        "magma, 255, fcfdbf",
        "inferno, 0, 000004",
        "inferno, 255, fcffa4",
        "cividis, 0, 00224e",
        "cividis, 255, fee838",
        "coolwarm, 0, 3b4cc0",
        "coolwarm, 255, b40426",
        "grey, 77, 4d4d4d",
    })
    void publishedColours(String name, int entry, String hex) {
        Colormap map = Colormap.of(name);
        assertThat(map.rgb((entry + 0.5) / 256)).isEqualTo(Integer.parseInt(hex, 16));
        assertThat(map.palette().getRGB(entry) & 0xFFFFFF).isEqualTo(Integer.parseInt(hex, 16));
    }

    /** From the table of 33 colours that Moreland published with the paper. */
    @ParameterizedTest
    @CsvSource({
        "0, 59, 76, 192",
        "1, 68, 90, 204",
        "4, 98, 130, 234",
        "8, 141, 176, 254",
        "12, 184, 208, 249",
        "16, 221, 221, 221",
        "17, 229, 216, 209",
        "32, 180, 4, 38"
    })
    void coolWarmIsMorelands(int entry, int red, int green, int blue) {
        int rgb = CoolWarm.rgb(entry / 32.0);
        // The published table is rounded, and made with other digits of the white point.
        assertThat(rgb >> 16).isBetween(red - 1, red + 1);
        assertThat(rgb >> 8 & 0xFF).isBetween(green - 1, green + 1);
        assertThat(rgb & 0xFF).isBetween(blue - 1, blue + 1);
    }

    @ParameterizedTest
    @MethodSource("org.modewise.core.Colormap#all")
    void everyMapHas256OpaqueColours(Colormap map) {
        IndexColorModel palette = map.palette();
        assertThat(palette.getMapSize()).isEqualTo(256);
        assertThat(palette.hasAlpha()).isFalse();
        Set<Integer> colours = new HashSet<>();
        for (int k = 0; k < 256; k++) {
            assertThat(palette.getRGB(k) & 0xFFFFFF).isEqualTo(map.rgb(k / 256.0));
            colours.add(palette.getRGB(k) & 0xFFFFFF);
        }
        assertThat(colours).hasSizeGreaterThan(200).doesNotContain(Colormap.NAN_RGB);
        assertThat(Colormap.of(map.toString())).isSameAs(map);
    }

    @Test
    void whatLiesOutsideTakesTheNearerEnd() {
        Colormap map = Colormap.VIRIDIS;
        for (double low : new double[] {-1e-300, -0.0, -1, Double.NEGATIVE_INFINITY}) {
            assertThat(map.rgb(low)).isEqualTo(0x440154);
        }
        for (double high : new double[] {1, 2, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertThat(map.rgb(high)).isEqualTo(0xfde725);
        }
        assertThat(map.rgb(Double.NaN)).isEqualTo(0xff00ff);
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Colormap.of("jet"))
                .withMessageContaining("viridis")
                .withMessageContaining("jet");
    }
}
