package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertOneLine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.contract.AllocatedBytes;

class TrigonometricInterpolantTest {
    /** Of white noise, beside its bound 1: what 16 weights an axis leave of the finest waves, and rounding. */
    private static final double NOISE = 8e-14;

    /** Places on these are dyadic, so that none is rounded. */
    static List<Grid2D> grids() {
        return List.of(
                new Grid2D(32, 32, 0, 0, 1, 1),
                new Grid2D(31, 37, -0.5, 3, 2, 0.5),
                new Grid2D(30, 21, 1, -7, 0.25, 4),
                new Grid2D(64, 9, 0, 0, 1, 1),
                new Grid2D(2, 3, -4, 0, 1, 1),
                new Grid2D(1, 24, 0, 0.5, 1, 2),
                Grid2D.line(50, -1, 2),
                Grid2D.line(127, -1, 2),
                Grid2D.unit(1));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void agreesWithTheSumOfCardinalFunctionsBetweenTheNodes(Grid2D grid) {
        Field2D u = Measure.noise(grid, 1);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
        Random random = new Random(2);
        for (int k = 0; k < 300; k++) {
            double a = (random.nextInt(1 << 12) - (1 << 11)) / 1024.0;
            double b = (random.nextInt(1 << 12) - (1 << 11)) / 1024.0;
            double value = interpolant.at(grid.x0() + a * grid.lx(), grid.y0() + b * grid.ly());
            assertAbsolute(Math.abs(value - DirectInterpolant.at(u, a, b)), NOISE);
        }
    }

    /** A place is rounded once, by who names it: what it is in cells is found to rounding, whatever the period. */
    @Test
    void placesKeepTheirDigitsOnAnyPeriod() {
        Random random = new Random(5);
        for (Grid2D grid : List.of(
                Grid2D.line(1000, -0.7, 0.3),
                Grid2D.line(601, 1.1, 7),
                Grid2D.line(512, 0.1, 1e300),
                Grid2D.line(512, -1e-290, 3e-290))) {
            Field2D u = Measure.noise(grid, 7);
            TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
            for (int k = 0; k < 100; k++) {
                // From two periods before the start to one behind it.
                double x = grid.x0() + (4 * random.nextDouble() - 2) * grid.lx();
                BigDecimal place = new BigDecimal(x)
                        .subtract(new BigDecimal(grid.x0()))
                        .divide(new BigDecimal(grid.lx()), new MathContext(60))
                        .multiply(BigDecimal.valueOf(grid.nx()));
                int nearest = place.setScale(0, RoundingMode.FLOOR).intValue();
                double expected = 0;
                for (int i = 0; i < grid.nx(); i++) {
                    int node = nearest - grid.nx() / 2 + i;
                    double sample = u.get(Math.floorMod(node, grid.nx()), 0);
                    double cells = place.subtract(BigDecimal.valueOf(node)).doubleValue();
                    expected += sample * DirectInterpolant.cardinal(grid.nx(), cells);
                }
                assertAbsolute(Math.abs(interpolant.at(x, 0) - expected), NOISE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void passesThroughTheSamples(Grid2D grid) {
        Field2D u = Measure.noise(grid, 3);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
        // Nodes are rounded where n is no power of two.
        double rounding = Math.PI * EPS * (grid.nx() + grid.ny()) * 4;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                assertAbsolute(Math.abs(interpolant.at(grid.x(i), grid.y(j)) - u.get(i, j)), NOISE + rounding);
            }
        }
    }

    @Test
    void isExactForWavesThatTheGridHolds() {
        Grid2D grid = new Grid2D(20, 27, 0.25, -3, 2, 0.5);
        Random random = new Random(4);
        for (int k = 0; k < 20; k++) {
            int mx = random.nextInt(19) - 9;
            int my = random.nextInt(27) - 13;
            Field2D wave = Waves.of(new Waves.Wave(mx, my, 1, 0.1)).sample(grid);
            TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(wave);
            for (int point = 0; point < 20; point++) {
                double a = random.nextInt(1024) / 256.0;
                double b = random.nextInt(1024) / 256.0;
                double value = interpolant.at(0.25 + 2 * a, -3 + 0.5 * b);
                assertAbsolute(Math.abs(value - wave(mx, my, a, b)), NOISE);
            }
        }
    }

    private static double wave(int mx, int my, double a, double b) {
        double turn = mx * a + my * b + 0.1;
        return Math.cos(2 * Math.PI * (turn - Math.rint(turn)));
    }

    @Test
    void refusesWhatTheHeapCannotHoldAtOnce() {
        double doubles = Runtime.getRuntime().maxMemory() / 8.0;
        // 13 times the samples: twice four, what they are extended to, and themselves.
        OversampledField.requireHeap(Grid2D.unit((int) Math.sqrt(doubles / 20)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OversampledField.requireHeap(Grid2D.unit((int) Math.sqrt(doubles / 11))))
                .withMessageContaining(" bytes, the heap holds at most ");
    }

    @Test
    void theNyquistWaveIsACosineAboutTheFirstNode() {
        Grid2D grid = new Grid2D(8, 6, 1, 2, 4, 3);
        TrigonometricInterpolant x = TrigonometricInterpolant.of(InitialFields.mode(grid, 4, 0));
        TrigonometricInterpolant y = TrigonometricInterpolant.of(InitialFields.mode(grid, 0, 3));
        TrigonometricInterpolant both = TrigonometricInterpolant.of(InitialFields.mode(grid, 4, 3));
        for (double s : new double[] {0, 0.125, 0.25, 0.375, 0.6875, -7.9375}) {
            double cos = Math.cos(Math.PI * s);
            double other = Math.cos(Math.PI * (s + 0.25));
            assertAbsolute(Math.abs(x.at(1 + 0.5 * s, 2.3) - cos), NOISE);
            assertAbsolute(Math.abs(y.at(1.3, 2 + 0.5 * s) - cos), NOISE);
            assertAbsolute(Math.abs(both.at(1 + 0.5 * s, 2 + 0.5 * (s + 0.25)) - cos * other), NOISE);
        }
    }

    @Test
    void smoothFieldsAreKnownBetweenTheNodesToRounding() {
        Grid2D grid = new Grid2D(96, 90, -1, -1, 2, 2);
        TrigonometricInterpolant interpolant =
                TrigonometricInterpolant.of(Field2D.of(grid, TrigonometricInterpolantTest::smooth));
        Random random = new Random(5);
        double[] x = random.doubles(1000, -1, 1).toArray();
        double[] y = random.doubles(1000, -1, 1).toArray();
        double[] values = new double[1000];
        interpolant.at(x, y, values);
        for (int k = 0; k < x.length; k++) {
            assertAbsolute(Math.abs(values[k] - smooth(x[k], y[k])), 1.2e-14);
        }
    }

    private static double smooth(double x, double y) {
        return Math.exp(Math.cos(Math.PI * x) - 1 + Math.sin(Math.PI * (2 * y - x)) - 1);
    }

    @Test
    void faintAndHugeFieldsKeepTheirDigits() {
        Field2D u = Measure.noise(Grid2D.unit(16), 6);
        double expected = TrigonometricInterpolant.of(u).at(0.3, 0.7);
        for (int power : new int[] {-1000, 1000}) {
            double scale = Math.scalb(1.0, power);
            assertThat(TrigonometricInterpolant.of(u.times(scale)).at(0.3, 0.7)).isEqualTo(expected * scale);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrigonometricInterpolant.of(u.times(1e308)))
                .withMessageStartingWith("u must have a finite spectrum, got max |u| = ");
    }

    @Test
    void placesJustBelowTheFirstNodeAreThoseJustBelowTheLast() {
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(Measure.noise(Grid2D.unit(16), 7));
        double first = interpolant.at(0, 0.5);
        for (double x : new double[] {-0.0, -1e-300, -Double.MIN_VALUE, -1e-18, Math.nextDown(1.0), 1, 1e9}) {
            assertAbsolute(Math.abs(interpolant.at(x, 0.5) - first), 1e-15);
            assertAbsolute(Math.abs(interpolant.at(0, 0.5 + (x < 1 ? 0 : 1)) - first), 1e-15);
        }
    }

    @Test
    void callersArraysGetTheSameBits() {
        Grid2D grid = Grid2D.unit(20, 30);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(Measure.noise(grid, 8));
        Random random = new Random(9);
        double[] x = random.doubles(131, -3, 3).toArray();
        double[] y = random.doubles(131, -3, 3).toArray();
        double[] values = new double[133];
        values[131] = 7;
        interpolant.at(x, y, values);
        for (int k = 0; k < x.length; k++) {
            assertThat(values[k]).isEqualTo(interpolant.at(x[k], y[k]));
        }
        assertThat(values[131]).isEqualTo(7);
        interpolant.at(x, y, x);
        assertThat(x).containsExactly(Arrays.copyOf(values, 131));
    }

    @Test
    void pointsIntoAnArrayAllocateNothing() {
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(Measure.noise(Grid2D.unit(16), 1));
        double[] x = new double[100];
        double[] values = new double[100];
        assertThat(AllocatedBytes.least(() -> interpolant.at(x, x, values))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        Field2D u = Measure.noise(Grid2D.unit(4), 1);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(none, 0))
                .withMessage("x must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(0, none))
                .withMessage("y must be finite, got " + none);
        double[] values = {7, 7};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(new double[] {1, 2}, new double[] {3, none}, values))
                .withMessage("point 1 is (2.0, " + none + ")");
        assertThat(values).containsOnly(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrigonometricInterpolant.of(u.map(value -> value == u.get(2, 1) ? none : value)))
                .withMessage("u[2,1] is " + none);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, -1.7e308, 1e12})
    void refusesPointsThatHaveLostTheirDigits(double far) {
        Field2D u = Field2D.of(new Grid2D(8, 8, -1, 0, 0.5, 2), (x, y) -> x - y);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(u);
        double[] values = {7, 7};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(far, 0))
                .withMessageStartingWith("point must lie within 1.0E9 periods of ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(new double[] {0, 0}, new double[] {0, far}, values))
                .withMessageStartingWith("point 1 must lie within 1.0E9 periods of ");
        assertThat(values).containsOnly(7);
    }

    @Test
    void refusesArraysThatDoNotFit() {
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(Measure.noise(Grid2D.unit(4), 1));
        double[] two = new double[2];
        double[] three = new double[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(two, three, three))
                .withMessage("x and y must have one length, got 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpolant.at(three, three, two))
                .withMessage("values.length must be >= 3, got 2");
        assertThatNullPointerException()
                .isThrownBy(() -> interpolant.at(null, two, two))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> interpolant.at(two, null, two))
                .withMessage("y");
        assertThatNullPointerException()
                .isThrownBy(() -> interpolant.at(two, two, null))
                .withMessage("values");
        assertThatNullPointerException()
                .isThrownBy(() -> TrigonometricInterpolant.of(null))
                .withMessage("u");
    }

    @Test
    void saysWhatItIs() {
        Grid2D grid = Grid2D.unit(8, 5);
        TrigonometricInterpolant interpolant = TrigonometricInterpolant.of(Measure.noise(grid, 1));
        assertThat(interpolant.grid()).isEqualTo(grid);
        assertThat(interpolant).hasToString("TrigonometricInterpolant[8x5]");
        assertOneLine(interpolant);
    }
}
