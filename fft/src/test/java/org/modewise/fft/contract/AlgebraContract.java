package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.Dft.Complexes;

/**
 * What the discrete Fourier transform is, whatever its size: the identities that hold exactly hold bit for bit, the
 * others within the error that {@link #accuracy} allows each of the transforms that they compare.
 */
public interface AlgebraContract extends KernelContract {
    /** A coefficient in terms of its signed mode. */
    @FunctionalInterface
    interface Coefficient {
        /** Re and im of û(mx,my). */
        double[] at(int mx, int my);
    }

    @Test
    default void impulseAnywhereIsAWave() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            int[][] nodes = {{0, 0}, {grid.nx() / 2, grid.ny() / 2}, {grid.nx() - 1, grid.ny() / 3}};
            for (int[] node : nodes) {
                double[] samples = new double[grid.size()];
                samples[node[1] * grid.nx() + node[0]] = 1;
                Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(samples);
                Coefficient wave = wave(grid, node[0], node[1]);
                double bound = accuracy(grid.nx(), grid.ny()) + EPS;
                violations.atMost(
                        bound, distance(got, wave) / norm(wave, grid), "impulse", grid.nx() + "x" + grid.ny());
            }
        }
        violations.assertNone(kernel().name() + ", impulse");
    }

    /**
     * Roundings of equal numbers are not random, so √log N becomes the log N of the worst case (N. Higham, Accuracy and
     * Stability of Numerical Algorithms, SIAM 2002, theorem 24.2).
     */
    @Test
    default void constantHasItsMeanAlone() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            double[] samples = new double[grid.size()];
            Arrays.fill(samples, 1);
            Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(samples);
            Coefficient mean = (mx, my) -> new double[] {mx == 0 && my == 0 ? grid.size() : 0, 0};
            double bound = accuracy(grid.nx(), grid.ny()) * Math.max(1, KernelContract.rootLog(grid.size()));
            violations.atMost(bound, distance(got, mean) / grid.size(), "constant", grid.nx() + "x" + grid.ny());
        }
        violations.assertNone(kernel().name() + ", constant");
    }

    /** F(1.5u - 0.7v) against 1.5F(u) - 0.7F(v): three transforms, and 2ε for the sums on either side. */
    @Test
    default void linear() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            CarefulPlan careful = new CarefulPlan(plan(grid));
            double[] u = Samples.random(grid.size(), 11);
            double[] v = Samples.random(grid.size(), 12);
            double[] w = new double[grid.size()];
            Arrays.setAll(w, k -> 1.5 * u[k] - 0.7 * v[k]);
            Spectrum2D fu = careful.spectrum(u);
            Spectrum2D fv = careful.spectrum(v);
            Spectrum2D fw = careful.spectrum(w);
            Coefficient sum = (mx, my) ->
                    new double[] {1.5 * fu.re(mx, my) - 0.7 * fv.re(mx, my), 1.5 * fu.im(mx, my) - 0.7 * fv.im(mx, my)};
            double size = norm(sum, grid) + 1.5 * norm(of(fu), grid) + 0.7 * norm(of(fv), grid);
            double bound = (accuracy(grid.nx(), grid.ny()) + 2 * EPS) * size;
            violations.atMost(bound, distance(fw, sum), "linearity", grid.nx() + "x" + grid.ny());
        }
        violations.assertNone(kernel().name() + ", linearity");
    }

    /** A cyclic shift by (a,b) turns û(mx,my) by e^{-2πi(mx·a/nx + my·b/ny)}: two transforms, and 3ε for the turn. */
    @Test
    default void shiftTurnsPhases() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            int a = 1 + grid.nx() / 3;
            int b = 2 + grid.ny() / 5;
            double[] u = Samples.random(grid.size(), 21);
            double[] shifted = rearranged(
                    grid, u, (i, j) -> Math.floorMod(j - b, grid.ny()) * grid.nx() + Math.floorMod(i - a, grid.nx()));
            CarefulPlan careful = new CarefulPlan(plan(grid));
            Spectrum2D fu = careful.spectrum(u);
            Coefficient wave = wave(grid, a % grid.nx(), b % grid.ny());
            Coefficient turned = (mx, my) -> times(of(fu).at(mx, my), wave.at(mx, my));
            double bound = (2 * accuracy(grid.nx(), grid.ny()) + 3 * EPS) * norm(of(fu), grid);
            violations.atMost(bound, distance(careful.spectrum(shifted), turned), "shift", grid.nx() + "x" + grid.ny());
        }
        violations.assertNone(kernel().name() + ", shift");
    }

    @Test
    default void evenFieldHasARealSpectrum() {
        Violations violations = new Violations();
        for (Grid2D grid : claimed()) {
            double[] u = Samples.random(grid.size(), 31);
            double[] mirrored = rearranged(
                    grid, u, (i, j) -> Math.floorMod(-j, grid.ny()) * grid.nx() + Math.floorMod(-i, grid.nx()));
            double[] even = new double[grid.size()];
            Arrays.setAll(even, k -> u[k] + mirrored[k]);
            Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(even);
            Coefficient real = (mx, my) -> new double[] {got.re(mx, my), 0};
            double bound = accuracy(grid.nx(), grid.ny()) * norm(of(got), grid);
            violations.atMost(bound, distance(got, real), "even field", grid.nx() + "x" + grid.ny());
        }
        violations.assertNone(kernel().name() + ", even field");
    }

    /** û(-m) = conj û(m) to the bit, and both ends of an even axis are one mode. */
    @Test
    default void coefficientsAreConjugateInPairs() {
        for (Grid2D grid : claimed()) {
            Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(Samples.random(grid.size(), 41));
            int mx = grid.nx() / 2;
            int my = grid.ny() / 2;
            for (int y = -my; y <= my; y++) {
                for (int x = -mx; x <= mx; x++) {
                    boolean pair = got.re(x, y) == got.re(-x, -y) && got.im(x, y) == -got.im(-x, -y);
                    assertThat(pair).as("mode (%d,%d) on %s", x, y, grid).isTrue();
                }
            }
            for (int y = -my; grid.nx() % 2 == 0 && y <= my; y++) {
                boolean same = got.re(mx, y) == got.re(-mx, y) && got.im(mx, y) == got.im(-mx, y);
                assertThat(same).as("Nyquist mode (%d,%d) on %s", mx, y, grid).isTrue();
            }
            for (int x = -mx; grid.ny() % 2 == 0 && x <= mx; x++) {
                boolean same = got.re(x, my) == got.re(x, -my) && got.im(x, my) == got.im(x, -my);
                assertThat(same).as("Nyquist mode (%d,%d) on %s", x, my, grid).isTrue();
            }
        }
    }

    @Test
    default void selfConjugateCoefficientsAreReal() {
        for (Grid2D grid : claimed()) {
            Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(Samples.random(grid.size(), 51));
            for (int mx : grid.nx() % 2 == 0 ? new int[] {0, grid.nx() / 2} : new int[] {0}) {
                for (int my : grid.ny() % 2 == 0 ? new int[] {0, grid.ny() / 2} : new int[] {0}) {
                    assertThat(got.im(mx, my) == 0)
                            .as("Im of mode (%d,%d) on %s", mx, my, grid)
                            .isTrue();
                }
            }
        }
    }

    /** Scaling by a power of two commutes with every rounding, so nothing but products of data can break it. */
    @Test
    default void hugeAndTinyDataLoseNothing() {
        for (Grid2D grid : claimed()) {
            CarefulPlan careful = new CarefulPlan(plan(grid));
            double[] u = Samples.random(grid.size(), 61);
            double[] expected = careful.coefficients(careful.forward(u));
            for (int exponent : new int[] {-800, 900}) {
                double[] scaled =
                        Arrays.stream(u).map(x -> Math.scalb(x, exponent)).toArray();
                double[] got = careful.coefficients(careful.forward(scaled));
                double[] back =
                        Arrays.stream(got).map(x -> Math.scalb(x, -exponent)).toArray();
                assertThat(Arrays.equals(back, expected))
                        .as("2^%d on %s", exponent, grid)
                        .isTrue();
            }
        }
    }

    @Test
    default void nanAndInfinitySpreadEverywhere() {
        for (Grid2D grid : claimed()) {
            for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
                double[] u = Samples.random(grid.size(), 71);
                u[grid.size() - 1] = poison;
                Spectrum2D got = new CarefulPlan(plan(grid)).spectrum(u);
                for (int my = -(grid.ny() / 2); my <= grid.ny() / 2; my++) {
                    for (int mx = -(grid.nx() / 2); mx <= grid.nx() / 2; mx++) {
                        assertThat(Double.isFinite(got.re(mx, my)) && Double.isFinite(got.im(mx, my)))
                                .as("mode (%d,%d) of %s on %s is finite", mx, my, poison, grid)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** A NaN mean reaches every sample. */
    @Test
    default void nanMeanSpreadsEverywhere() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            CarefulPlan careful = new CarefulPlan(plan);
            double[] spectrum = careful.forward(Samples.random(grid.size(), 81));
            spectrum[plan.layout().index(0, 0)] = Double.NaN;
            assertThat(Arrays.stream(careful.inverse(spectrum)).allMatch(Double::isNaN))
                    .as("%s", grid)
                    .isTrue();
        }
    }

    /** Fields and arrays are one transform in two dresses. */
    @Test
    default void fieldsGiveTheBitsOfArrays() {
        for (Grid2D grid : claimed()) {
            RealFft2D plan = plan(grid);
            Field2D u = Field2D.of(grid, Samples.random(grid.size(), 91));
            Spectrum2D got = plan.forward(u);
            CarefulPlan careful = new CarefulPlan(plan);
            double[] half = careful.forward(u.toArray());
            assertThat(distance(got, of(plan.spectrum(half)))).isZero();
            assertThat(plan.inverse(got)).isEqualTo(Field2D.of(grid, careful.inverse(half)));
        }
    }

    /** e^{-2πi(mx·a/nx + my·b/ny)}, within ε. */
    private static Coefficient wave(Grid2D grid, int a, int b) {
        Complexes alongX = new Dft(grid.nx()).twiddles();
        Complexes alongY = new Dft(grid.ny()).twiddles();
        return (mx, my) -> {
            int x = (int) Math.floorMod((long) mx * a, (long) grid.nx());
            int y = (int) Math.floorMod((long) my * b, (long) grid.ny());
            return times(new double[] {alongX.reHi[x], alongX.imHi[x]}, new double[] {alongY.reHi[y], alongY.imHi[y]});
        };
    }

    private static double[] times(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }

    private static double[] rearranged(Grid2D grid, double[] samples, IntBinaryOperator source) {
        double[] rearranged = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                rearranged[j * grid.nx() + i] = samples[source.applyAsInt(i, j)];
            }
        }
        return rearranged;
    }

    private static Coefficient of(Spectrum2D spectrum) {
        return (mx, my) -> new double[] {spectrum.re(mx, my), spectrum.im(mx, my)};
    }

    private static double norm(Coefficient a, Grid2D grid) {
        return distance(a, (mx, my) -> new double[2], grid);
    }

    private static double distance(Spectrum2D a, Coefficient b) {
        return distance(of(a), b, a.grid());
    }

    private static double distance(Coefficient a, Coefficient b, Grid2D grid) {
        double sum = 0;
        for (int row = 0; row < grid.ny(); row++) {
            for (int column = 0; column < grid.nx(); column++) {
                int mx = column > grid.nx() / 2 ? column - grid.nx() : column;
                int my = row > grid.ny() / 2 ? row - grid.ny() : row;
                double[] p = a.at(mx, my);
                double[] q = b.at(mx, my);
                sum += (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]);
            }
        }
        return Math.sqrt(sum);
    }
}
