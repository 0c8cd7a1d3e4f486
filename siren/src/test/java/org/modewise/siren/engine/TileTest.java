package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.core.internal.elementary.ScalarElementaryKernel;

/** Jets of a network of the usual size, against nested differentiation of the network written out number by number. */
class TileTest {
    private static final Layers LAYERS = new Layers(2, 24, 24, 1);
    private static final double[] FACTORS = {30, 30, 1};
    private static final double[][] DIRECTIONS = {{2, 0}, {0.6, -0.8}};
    private static final int POINTS = 21;

    private static double[] parameters() {
        SplittableRandom random = new SplittableRandom(1);
        double[] parameters = new double[LAYERS.parameters()];
        Arrays.setAll(parameters, p -> (p < LAYERS.weights(1) ? 0.5 : 1.0 / 60) * (2 * random.nextDouble() - 1));
        return parameters;
    }

    @Test
    void jetsAreThoseOfNestedDifferentiation() {
        double[] theta = parameters();
        Tile tile = new Tile(
                LAYERS, new JetChannels(DIRECTIONS, new int[] {2, 2}), ElementaryFunctions.preferred(), POINTS);
        double[] x = new SplittableRandom(2).doubles(POINTS, -1, 1).toArray();
        double[] y = new SplittableRandom(3).doubles(POINTS, -1, 1).toArray();
        System.arraycopy(x, 0, tile.input(0), 0, POINTS);
        System.arraycopy(y, 0, tile.input(1), 0, POINTS);
        tile.forward(new Weights(LAYERS, FACTORS).load(theta));
        double[][] jet = tile.output();
        for (int d = 0; d < 2; d++) {
            double[][] exact = new double[3][POINTS];
            for (int t = 0; t < POINTS; t++) {
                HyperDual u = HyperDual.network(
                        LAYERS, FACTORS, HyperDual.complex(theta), new double[] {x[t], y[t]}, DIRECTIONS[d]);
                exact[0][t] = u.a().re();
                exact[1][t] = u.b().re();
                exact[2][t] = u.d().re();
            }
            double[][] channels = {jet[0], jet[1 + 2 * d], jet[2 + 2 * d]};
            for (int c = 0; c < 3; c++) {
                double size = Arrays.stream(exact[c]).map(Math::abs).max().orElseThrow();
                assertThat(channels[c]).containsExactly(exact[c], within(1e-13 * size));
            }
        }
    }

    @Test
    void whatTheHeapCannotHoldIsRefused() {
        Layers wide = new Layers(2, 500_000_000, 1);
        double bytes = 8.0 * (2 + 3.0 * 500_000_000 + 2) * (128 + 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tile(wide, JetChannels.VALUE, ElementaryFunctions.preferred(), 128))
                .withMessageStartingWith(
                        "tiles of 128 points need " + (long) bytes + " bytes, the heap holds at most ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weights(wide))
                .withMessageStartingWith("weights of 2000000001 parameters need ");
        Weights few = new Weights(LAYERS);
        PointTiles point = PointTiles.of(new double[2][1], new double[1][1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TiledLoss(
                        wide,
                        few,
                        new double[0],
                        List.of(new Term(point, Mismatch.INSTANCE, 1)),
                        ElementaryFunctions.preferred(),
                        PartRunner.of(Runnable::run, 1)))
                .withMessageStartingWith("1 gradients by 2000000001 parameters need ");
    }

    @Test
    void vectorsChangeNoBit() {
        double[][] points = {
            new SplittableRandom(2).doubles(300, -1, 1).toArray(),
            new SplittableRandom(3).doubles(300, -1, 1).toArray()
        };
        double[][] data = {new SplittableRandom(4).doubles(300, -1, 1).toArray()};
        List<Term> terms = List.of(new Term(PointTiles.of(points, data), Mismatch.INSTANCE, 1));
        double[] preferred = new double[LAYERS.parameters()];
        double[] scalar = new double[LAYERS.parameters()];
        double value = new TiledLoss(LAYERS, FACTORS, terms, ElementaryFunctions.preferred(), PartRunner.CALLER)
                .gradient(parameters(), preferred);
        ElementaryFunctions plain = ElementaryFunctions.of(ScalarElementaryKernel.INSTANCE);
        assertThat(new TiledLoss(LAYERS, FACTORS, terms, plain, PartRunner.CALLER).gradient(parameters(), scalar))
                .isEqualTo(value);
        assertThat(scalar).isEqualTo(preferred);
    }
}
