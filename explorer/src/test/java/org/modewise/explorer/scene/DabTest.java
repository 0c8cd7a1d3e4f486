package org.modewise.explorer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** One touch of the brush. */
class DabTest {
    private static final Grid2D GRID = Grid2D.unit(64);

    private static Field2D constant(double value) {
        return Field2D.of(GRID, (x, y) -> value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.05, 1",
        "0.99, 0.01, 0.03, 0.4",
        "0.3, 0.8, 0.2, 0.7",
        "0, 0, 0.25, 1",
        "0.123, 0.456, 0.02, 1"
    })
    void paintAddsTheBrushesIntegral(double x, double y, double radius, double amount) {
        double mass = new Dab(x, y, radius, amount).on(constant(0)).integral();
        assertThat(mass).isCloseTo(2 * Math.PI * radius * radius * amount, within(1e-15));
    }

    @Test
    void anErasedFieldStaysOfOneSign() {
        Field2D u = constant(1);
        for (Dab dab : Collections.nCopies(20, new Dab(0.5, 0.5, 0.25, -1))) {
            u = dab.on(u);
        }
        assertThat(u.min()).isZero();
        assertThat(u.get(32, 32)).isZero();
        // At the corner e^{-2·2²/2} of four images is taken off, twenty times.
        assertThat(u.get(0, 0)).isCloseTo(Math.pow(1 - 4 * Math.exp(-4), 20), within(1e-6));
    }

    @Test
    void paintingEndsWhenNobodyWantsIt() {
        assertThatThrownBy(() -> new Canvas(64, new Shape.Empty(), List.of(new Dab(0.5, 0.5, 0.05, 1)), () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aCanvasHoldsSoManyDabs() {
        List<Dab> many = Collections.nCopies(8193, new Dab(0.5, 0.5, 0.05, 1e-3));
        assertThatThrownBy(() -> new Canvas(512, new Shape.Empty(), many, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the canvas holds 8192 dabs at most; reset it to paint on");
    }
}
