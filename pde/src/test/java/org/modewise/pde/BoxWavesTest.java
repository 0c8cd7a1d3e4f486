package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;

/** Any even multiplier between walls. */
class BoxWavesTest {
    @Test
    void aPluckedStringTurnsOverBetweenItsEnds() {
        // d'Alembert between walls: after the time of a crossing the string is mirrored, upside down.
        Box string = Box.neumann(0, 0, 2, 1).alongX(Wall.DIRICHLET, Wall.DIRICHLET);
        Field2D plucked = Field2D.of(string.grid(41, 1), (x, y) -> Math.min(x / 0.6, (2 - x) / 1.4));
        double crossing = 2 / 0.7;
        Field2D turned =
                FourierMultiplier.of((kx, ky) -> Math.cos(0.7 * kx * crossing)).apply(plucked, string);
        for (int i = 0; i < 41; i++) {
            assertAbsolute(Math.abs(turned.get(i, 0) + plucked.get(40 - i, 0)), 4e-15);
        }
    }

    @Test
    void multipliersThatAreNotFiniteAreRefused() {
        Box box = Box.neumann();
        Field2D u = Measure.noise(box.grid(8), 3);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> FourierMultiplier.of((kx, ky) -> 1 / (kx * kx)).apply(u, box))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.of((kx, ky) -> 1e308).apply(u, box))
                .withMessageStartingWith("u must keep the result finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.derivative(1, 0).apply(u, box))
                .withMessageStartingWith("walls reflect waves");
    }
}
