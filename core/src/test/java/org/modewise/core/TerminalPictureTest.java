package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalPictureTest {
    private static final Field2D CORNERS = Field2D.of(Grid2D.unit(2), 0, 1, 2, 3);
    private static final Map<String, String> NO_COLOR = Map.of("NO_COLOR", "1");

    private static String colours(Field2D field, Map<String, String> environment) {
        return TerminalPicture.render(field, Colormap.GREY, environment, StandardCharsets.UTF_8);
    }

    @Test
    void theUpperHalfIsTheUpperRow() {
        String escape = "\u001b[";
        assertThat(colours(CORNERS, Map.of()))
                .isEqualTo(escape + "38;2;170;170;170m" + escape + "48;2;0;0;0m▀" + escape + "38;2;255;255;255m"
                        + escape + "48;2;85;85;85m▀" + escape + "0m" + System.lineSeparator());
    }

    @Test
    void anOddLastRowHasNoLowerHalf() {
        Field2D column = Field2D.of(Grid2D.unit(1, 3), 0, 1, 2);
        assertThat(colours(column, Map.of()).lines().toList().get(1)).isEqualTo("\u001b[38;2;0;0;0m▀\u001b[0m");
    }

    @Test
    void withoutColourItIsAscii() {
        Field2D field = Field2D.of(Grid2D.unit(2, 4), 0, 0, 0, 0, 0, 1, 0, 1);
        assertThat(colours(field, NO_COLOR).lines()).containsExactly(" @", "  ");
        assertThat(TerminalPicture.render(field, Colormap.GREY, Map.of(), StandardCharsets.US_ASCII)
                        .lines())
                .containsExactly(" @", "  ");
        assertThat(colours(field, Map.of("NO_COLOR", ""))).contains("▀");
    }

    @Test
    void largeFieldsAreAveragedIntoTheColumns() {
        Field2D field = InitialFields.checkerboard(Grid2D.unit(300, 150), 150);
        assertThat(colours(field, NO_COLOR).lines())
                .hasSize(20)
                .allSatisfy(line -> assertThat(line).hasSize(80));
        Map<String, String> narrow = Map.of("NO_COLOR", "1", "COLUMNS", "30");
        assertThat(colours(field, narrow).lines())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).isEqualTo("+".repeat(30)));
        assertThat(colours(field, Map.of("NO_COLOR", "1", "COLUMNS", "-3")).lines())
                .hasSize(20);
        assertThat(colours(Field2D.of(Grid2D.unit(1, 5000), (x, y) -> y), NO_COLOR)
                        .lines())
                .hasSize(40);
    }

    @Test
    void nanInfinityAndConstantsAreDrawn() {
        Field2D field =
                Field2D.of(Grid2D.line(5, 0, 1), Double.NaN, Double.NEGATIVE_INFINITY, 0, 1, Double.POSITIVE_INFINITY);
        assertThat(colours(field, NO_COLOR).lines()).containsExactly("?  @@");
        assertThat(colours(field, Map.of())).contains("38;2;255;0;255m");
        assertThat(colours(Field2D.of(Grid2D.unit(1), 7), NO_COLOR).lines()).containsExactly("+");
        assertThat(colours(Field2D.of(Grid2D.unit(1), Double.NaN), NO_COLOR).lines())
                .containsExactly("?");
    }

    @Test
    void whateverThisTerminalIsThePictureIsPrinted() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalPicture.print(CORNERS, Colormap.VIRIDIS, new PrintStream(bytes, true, StandardCharsets.US_ASCII));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).containsAnyOf("▀▀", "▀\u001b", "@", "#");
        PrintStream standard = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.US_ASCII));
        try {
            CORNERS.show();
        } finally {
            System.setOut(standard);
        }
        assertThat(shown.toByteArray()).isEqualTo(bytes.toByteArray());
    }
}
