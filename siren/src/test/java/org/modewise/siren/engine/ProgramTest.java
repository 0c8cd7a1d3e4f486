package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/** A compiled residual and its derivatives by the jet, beside the formulas by hand. */
class ProgramTest {
    @Test
    void everyInstructionAndItsDerivative() {
        Program.Builder builder = new Program.Builder();
        int u = builder.channel(0);
        int v = builder.channel(1);
        int w = builder.channel(2);
        int y = builder.data(0);
        int wave = builder.sine(builder.product(u, v));
        int growth = builder.exponential(builder.product(builder.constant(0.3), w));
        int square = builder.product(u, u);
        int sum = builder.sum(builder.product(wave, growth), builder.product(y, square));
        Program program = builder.build(
                new JetChannels(new double[][] {{1}}, new int[] {2}),
                builder.sum(sum, builder.sum(w, w)),
                ElementaryFunctions.preferred());

        SplittableRandom random = new SplittableRandom(1);
        double[][] jet = new double[3][];
        for (int c = 0; c < 3; c++) {
            jet[c] = random.doubles(Tile.POINTS, -2, 2).toArray();
        }
        double[][] data = {random.doubles(Tile.POINTS, -2, 2).toArray()};
        double[] r = new double[Tile.POINTS];
        double[][] slopes = new double[3][Tile.POINTS];
        for (int round = 0; round < 2; round++) {
            program.evaluate(data, new double[0], jet, r, slopes, new double[0][]);
            for (int t = 0; t < Tile.POINTS; t++) {
                double a = jet[0][t];
                double b = jet[1][t];
                double c = jet[2][t];
                double e = Math.exp(0.3 * c);
                assertThat(r[t]).isCloseTo(Math.sin(a * b) * e + data[0][t] * a * a + 2 * c, within(1e-14));
                assertThat(slopes[0][t]).isCloseTo(b * Math.cos(a * b) * e + 2 * data[0][t] * a, within(1e-14));
                assertThat(slopes[1][t]).isCloseTo(a * Math.cos(a * b) * e, within(1e-14));
                assertThat(slopes[2][t]).isCloseTo(0.3 * Math.sin(a * b) * e + 2, within(1e-14));
            }
        }
    }

    @Test
    void equalInstructionsAreOneAndUnusedOnesNone() {
        Program.Builder builder = new Program.Builder();
        int u = builder.channel(0);
        assertThat(builder.channel(0)).isEqualTo(u);
        assertThat(builder.product(u, u)).isEqualTo(builder.product(u, u));
        assertThat(builder.constant(1)).isNotEqualTo(builder.constant(2));
    }
}
