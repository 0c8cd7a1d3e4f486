package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumLayout.Axis;
import org.modewise.fft.spi.SpectrumMultiplier;

/** Every factor of every way to tabulate e^{t·s} against the definition: exponential, sine and cosine, mean over ±k_N. */
class PropagatorTest {
    private static final double EPS = Measure.EPS;

    /** Sums over the axes; even, radial, mixed, degenerate, and complex in one part or the other; and sums of them. */
    private static final List<LinearEquation> EQUATIONS = List.of(
            new FokkerPlanck(0.3, -0.2, 0.01),
            new HyperDiffusion(1e-5, 2),
            new FractionalHeat(0.1, 0.3),
            new AnisotropicHeat(0.015, 0.006, 0.01),
            AnisotropicHeat.along(-0.7, 0.02, 0),
            new AdvectionDiffusion(0.3, -0.2, 0.01, 0.006, 0.015),
            new AdvectionDiffusion(0.3, -0.2, 0.01, -0.01, 0.01).plus(new Heat(0.001)),
            new Transport(0.3, -0.2).plus(new HyperDiffusion(1e-5, 2)),
            new AnisotropicHeat(0.015, 0.006, 0.01).plus(new AnisotropicHeat(0.01, -0.01, 0.01)),
            () -> Symbol.of(
                    (kx, ky) -> -0.001 * (kx * kx + kx * ky + ky * ky), (kx, ky) -> 0.001 * kx * (kx - ky) * ky),
            () -> Symbol.of((kx, ky) -> -0.001 * kx * kx * ky * ky, (kx, ky) -> 0));

    /** Shapes of every parity, either axis halved, with lines enough for {@link LineSteps}. */
    static List<Grid2D> grids() {
        List<Grid2D> grids = new ArrayList<>(Grids.SAMPLES);
        grids.add(new Grid2D(48, 20, 0, 0, 2, 1));
        grids.add(new Grid2D(45, 33, 0, 0, 2, 1));
        return grids;
    }

    private static List<SpectrumLayout> layouts(Grid2D grid) {
        int nx = grid.nx();
        int ny = grid.ny();
        int half = nx / 2 + 1;
        return List.of(RealFft2D.of(grid).layout(), new SpectrumLayout(nx, ny, Axis.X, 2, 2 * half, 1, 2 * half * ny));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void isTheExponentialOfTheSymbol(Grid2D grid) {
        for (SpectrumLayout layout : layouts(grid)) {
            for (LinearEquation equation : EQUATIONS) {
                Symbol symbol = equation.symbol();
                SymbolTable table = new SymbolTable(symbol, new KeptModes(grid, layout));
                Propagator propagator = table.propagator();
                for (double t : new double[] {0, 1e-4, 0.01, 0.1, 1, 30, 1e-3}) {
                    table.grows(t);
                    SpectrumMultiplier factors = propagator.at(t, Double.NEGATIVE_INFINITY);
                    assertThat(error(factors, symbol, t, grid))
                            .as("%s at %s on %s", equation, t, layout)
                            .isLessThanOrEqualTo(40 * EPS);
                }
            }
        }
    }

    /** The largest error of a factor, as multiples of what one EPS of its exponent makes of it. */
    private static double error(SpectrumMultiplier factors, Symbol symbol, double t, Grid2D grid) {
        SpectrumLayout layout = factors.layout();
        double worst = 0;
        for (int p = 0; p < layout.columns(); p++) {
            for (int q = 0; q < layout.rows(); q++) {
                int mx = layout.modeX(p);
                int my = layout.modeY(q);
                double re = 0;
                double im = 0;
                double unit = 0;
                for (int signX = 1; signX >= -1; signX -= 2) {
                    for (int signY = 1; signY >= -1; signY -= 2) {
                        double kx = 2 * mx == grid.nx() ? signX * grid.kx(mx) : grid.kx(mx);
                        double ky = 2 * my == grid.ny() ? signY * grid.ky(my) : grid.ky(my);
                        double modulus = Math.exp(t * symbol.re(kx, ky));
                        re += modulus * Math.cos(t * symbol.im(kx, ky)) / 4;
                        im += modulus * Math.sin(t * symbol.im(kx, ky)) / 4;
                        double rounded = Math.abs(symbol.re(kx, ky))
                                + Math.abs(symbol.im(kx, ky))
                                + Math.abs(symbol.im(kx, 0))
                                + Math.abs(symbol.im(0, ky));
                        unit += modulus * (1 + Math.abs(t) * rounded) / 4;
                    }
                }
                double error = Math.hypot(factors.re(p, q) - re, factors.im(p, q) - im);
                // Subnormal products lose more.
                worst = Math.max(worst, error / (unit + Double.MIN_NORMAL / EPS));
            }
        }
        return worst;
    }

    @Test
    void theOrderOfTimesChangesNoBit() {
        Grid2D grid = Grid2D.unit(48);
        for (LinearEquation equation : EQUATIONS) {
            SpectralSolution solution = equation.solve(Measure.noise(grid, 4));
            for (double t : new double[] {1, 0, 1e-4, 0.1, 0.01}) {
                assertThat(solution.at(t))
                        .isEqualTo(equation.solve(Measure.noise(grid, 4)).at(t));
            }
        }
    }

    @Test
    void equalNumbersAreKeptOnce() {
        double[] numbers = {-3, 0, -3 * (1 + EPS), -1, -0.0, -1, -3, 0, -1 - 1e-12, -1};
        SharedValues shared = SharedValues.of(numbers);
        assertThat(shared.values()).hasSize(4).isSorted();
        double[] spread = new double[numbers.length];
        shared.spread(shared.values(), spread);
        for (int place = 0; place < numbers.length; place++) {
            assertThat(Math.abs(spread[place] - numbers[place]))
                    .isLessThanOrEqualTo(4 * EPS * Math.abs(numbers[place]));
        }
        assertThat(SharedValues.of(new double[] {1, 2, 3})).isNull();
    }
}
