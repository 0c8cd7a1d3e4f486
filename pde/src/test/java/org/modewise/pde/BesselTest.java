package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values from 40 digits. */
class BesselTest {
    @Test
    void meetsTheReference() {
        double[][] rows = {
            {0, 1, 0},
            {0.5, 0.93846980724081290423, 0.24226845767487388638},
            {3.14159, -0.3042414223903340366, 0.28461639091752785717},
            {10, -0.2459357644513483352, 0.04347274616886143667},
            {24.99, 0.095008236967548123678, -0.12635698500780519557},
            {25, 0.096266783275958116174, -0.12535024958028990465},
            {30, -0.086367983581040211336, -0.11875106261662293652},
            {100.25, 0.038427302481501334695, -0.069620284679609713785},
            {5000, -0.0066489842514483478936, -0.0091174057136461594787},
            {50000.5, -0.0010656557111442603405, -0.0034053955143629436579}
        };
        for (double[] row : rows) {
            double size = Math.min(1, 1 / Math.sqrt(row[0]));
            assertThat(Bessel.j0(row[0])).as("J0(%s)", row[0]).isCloseTo(row[1], within(1e-15 * size));
            assertThat(Bessel.j1(row[0])).as("J1(%s)", row[0]).isCloseTo(row[2], within(1e-15 * size));
        }
    }
}
