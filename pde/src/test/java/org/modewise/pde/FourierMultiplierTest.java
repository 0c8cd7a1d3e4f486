package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

class FourierMultiplierTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "0,1", "1,1", "2,0", "0,3", "4,0", "3,2", "1,6"})
    void derivativesOfWaves(int orderX, int orderY) {
        for (Grid2D grid : Grids.SAMPLES) {
            Waves waves = Waves.random(grid, 1);
            // (iκx)^a (iκy)^b: a quarter turn for each order, and the sign of a negative wavenumber.
            Waves expected = waves.multiplied(
                    grid,
                    (kx, ky) -> Math.pow(kx, orderX) * Math.pow(ky, orderY),
                    (kx, ky) -> (orderX + orderY) % 4 * 0.25);
            double largest = Math.pow(Math.max(grid.kx(grid.nx() / 2), 1), orderX)
                    * Math.pow(Math.max(grid.ky(grid.ny() / 2), 1), orderY);
            Field2D derivative = FourierMultiplier.derivative(orderX, orderY).apply(waves.sample(grid));
            // Rounding noise of size eps is multiplied by the largest wavenumbers.
            assertAbsolute(Measure.distance(derivative, expected.sample(grid)), 2e-15 * waves.bound() * largest);
        }
    }

    @Test
    void oddDerivativesOfTheNyquistWaveVanish() {
        // Of a power of two, whose transform of ±1 rounds nothing.
        Grid2D grid = new Grid2D(16, 8, 0, 0, 3, 1);
        Field2D wave = InitialFields.mode(grid, 8, 0);
        assertThat(FourierMultiplier.derivative(1, 0).apply(wave).maxNorm()).isZero();
        assertThat(FourierMultiplier.derivative(3, 0).apply(wave).maxNorm()).isZero();
        double k = grid.kx(8);
        assertRelative(FourierMultiplier.derivative(2, 0).apply(wave), wave.times(-k * k), 1e-15);
        assertRelative(FourierMultiplier.derivative(4, 0).apply(wave), wave.times(k * k * k * k), 1e-15);
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void factorsFuseBeforeTheNyquistMean(Grid2D grid) {
        Field2D u = Measure.noise(grid, 2);
        Transport transport = new Transport(0.3, -0.2);
        FourierMultiplier there = transport.multiplier(0.37);
        FourierMultiplier back = transport.multiplier(-0.37);
        assertRelative(there.times(back).apply(u), u, 4e-15);
        FourierMultiplier d = FourierMultiplier.derivative(1, 0);
        assertRelative(
                d.times(d).apply(u).plus(1),
                FourierMultiplier.derivative(2, 0).apply(u).plus(1),
                1e-15);
        if (grid.nx() % 2 == 0) {
            // One after the other the mean is taken twice, and the Nyquist wave is lost.
            Field2D nyquist = InitialFields.mode(grid, grid.nx() / 2, 0);
            assertAbsolute(d.apply(d.apply(nyquist)).maxNorm(), EPS * Waves.sq(grid.kx(grid.nx() / 2)));
            assertRelative(d.times(d).apply(nyquist), nyquist.times(-Waves.sq(grid.kx(grid.nx() / 2))), 4e-15);
        }
    }

    @Test
    void everyKindOfFactorMultipliesEveryOther() {
        Grid2D grid = new Grid2D(6, 5, 0, 0, 2, 1);
        Field2D u = Measure.noise(grid, 3);
        FourierMultiplier[] kinds = {
            FourierMultiplier.of((kx, ky) -> 1 / (1 + kx * kx + kx * ky + ky * ky)),
            FourierMultiplier.of((kx, ky) -> Math.cos(kx), (kx, ky) -> Math.sin(kx + ky)),
            FourierMultiplier.derivative(1, 0),
            FourierMultiplier.derivative(0, 2),
            new Transport(0.1, 0.2).multiplier(1),
            new Heat(0.01).multiplier(1),
            FourierMultiplier.exp(Symbol.of((kx, ky) -> -0.01 * kx * ky, (kx, ky) -> kx), 0.1)
        };
        for (FourierMultiplier a : kinds) {
            for (FourierMultiplier b : kinds) {
                Field2D expected = DirectMultiplier.apply(
                        u,
                        (kx, ky) -> a.re(kx, ky) * b.re(kx, ky) - a.im(kx, ky) * b.im(kx, ky),
                        (kx, ky) -> a.re(kx, ky) * b.im(kx, ky) + a.im(kx, ky) * b.re(kx, ky));
                double scale = 1 + expected.maxNorm();
                assertAbsolute(Measure.distance(a.times(b).apply(u), expected), 4e-15 * scale);
            }
        }
    }

    @Test
    void multipliersThatAreNotFiniteAreNamed() {
        Field2D u = Measure.noise(Grid2D.unit(8), 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.of((kx, ky) -> 1 / (kx * kx + ky * ky))
                        .apply(u))
                .withMessageContaining("must be finite")
                .withMessageContaining("Infinity")
                .withMessageContaining("(0.0, 0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.of((kx, ky) -> 1, (kx, ky) -> Double.NaN)
                        .apply(u))
                .withMessageContaining("must be finite")
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.derivative(400, 0).apply(u))
                .withMessageContaining("must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.derivative(-1, 0))
                .withMessage("orderX must be >= 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.derivative(0, -2))
                .withMessage("orderY must be >= 0, got -2");
    }

    @Test
    void finiteFactorsWithAnInfiniteProductAreRefused() {
        // k^100 is up to 1e230 along each axis.
        Field2D u = Measure.noise(Grid2D.unit(64), 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FourierMultiplier.derivative(100, 100).apply(u))
                .withMessageContaining("finite");
    }

    @Test
    void nullIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> FourierMultiplier.of(null))
                .withMessage("re");
        assertThatNullPointerException()
                .isThrownBy(() -> FourierMultiplier.of((a, b) -> 0, null))
                .withMessage("im");
        assertThatNullPointerException()
                .isThrownBy(() -> FourierMultiplier.exp(null, 1))
                .withMessage("symbol");
        FourierMultiplier identity = FourierMultiplier.derivative(0, 0);
        assertThatNullPointerException().isThrownBy(() -> identity.times(null)).withMessage("other");
        assertThatNullPointerException().isThrownBy(() -> identity.apply(null)).withMessage("u");
    }
}
