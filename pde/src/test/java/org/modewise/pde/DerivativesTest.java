package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.assertAbsolute;
import static org.modewise.pde.Measure.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.VectorField2D;

class DerivativesTest {
    /** Extents and origins of its own on each axis; wavenumbers (2π/2.5)·2 and (2π/0.6)·1. */
    private static final Grid2D GRID = new Grid2D(24, 15, -1, 3, 2.5, 0.6);

    private static final double K = 2 * 2 * Math.PI / 2.5;
    private static final double L = 2 * Math.PI / 0.6;

    @Test
    void ofTrigonometricFields() {
        Field2D u = Field2D.of(GRID, (x, y) -> Math.sin(K * x) * Math.cos(L * y) + Math.cos(L * y + 0.3));
        Field2D ux = Field2D.of(GRID, (x, y) -> K * Math.cos(K * x) * Math.cos(L * y));
        Field2D uy = Field2D.of(GRID, (x, y) -> -L * Math.sin(K * x) * Math.sin(L * y) - L * Math.sin(L * y + 0.3));
        Field2D laplacian = Field2D.of(
                GRID, (x, y) -> -(K * K + L * L) * Math.sin(K * x) * Math.cos(L * y) - L * L * Math.cos(L * y + 0.3));
        VectorField2D gradient = Derivatives.gradient(u);
        assertRelative(gradient.x(), ux, 1e-14);
        assertRelative(gradient.y(), uy, 3e-14);
        // The samples of u are off by the rounding of Ly, 38·eps/2, which the largest |κ|² / (K² + L²) = 45 enlarges.
        assertRelative(Derivatives.laplacian(u), laplacian, 1e-13);
        assertRelative(Derivatives.divergence(gradient), laplacian, 1e-13);
    }

    @Test
    void ofAVortex() {
        VectorField2D v = new VectorField2D(
                Field2D.of(GRID, (x, y) -> Math.sin(L * y)),
                Field2D.of(GRID, (x, y) -> Math.sin(K * x) * Math.cos(L * y)));
        Field2D curl = Field2D.of(GRID, (x, y) -> K * Math.cos(K * x) * Math.cos(L * y) - L * Math.cos(L * y));
        Field2D divergence = Field2D.of(GRID, (x, y) -> -L * Math.sin(K * x) * Math.sin(L * y));
        assertRelative(Derivatives.curl(v), curl, 3e-14);
        assertRelative(Derivatives.divergence(v), divergence, 3e-14);
    }

    @ParameterizedTest
    @FieldSource("org.modewise.pde.Grids#SAMPLES")
    void gradientsDoNotTurnAndRotatedGradientsDoNotSpread(Grid2D grid) {
        VectorField2D gradient = Derivatives.gradient(Measure.noise(grid, 1));
        double scale = 1 + grid.kx(grid.nx() / 2) * grid.ky(grid.ny() / 2);
        assertAbsolute(Derivatives.curl(gradient).maxNorm(), 4e-15 * scale);
        VectorField2D rotated = new VectorField2D(gradient.y().times(-1), gradient.x());
        assertAbsolute(Derivatives.divergence(rotated).maxNorm(), 4e-15 * scale);
    }

    @Test
    void theNyquistWaveIsFlatAndYetCurved() {
        Grid2D grid = new Grid2D(8, 6, 0, 0, 1, 2);
        Field2D wave = InitialFields.mode(grid, 4, 1);
        VectorField2D gradient = Derivatives.gradient(wave);
        double k = grid.kx(4);
        double l = grid.ky(1);
        assertAbsolute(gradient.x().maxNorm(), 2e-15);
        assertRelative(gradient.y(), Field2D.of(grid, (x, y) -> -l * Math.cos(k * x) * Math.sin(l * y)), 2e-15);
        assertRelative(Derivatives.laplacian(wave), wave.times(-(k * k + l * l)), 2e-15);
        assertRelative(Derivatives.divergence(gradient), wave.times(-l * l), 2e-15);
    }

    @Test
    void ofAConstantAreZero() {
        for (Grid2D grid : Grids.SAMPLES) {
            Field2D constant = Field2D.of(grid, (x, y) -> 0.1);
            double scale = 1 + Waves.sq(grid.kx(grid.nx() / 2)) + Waves.sq(grid.ky(grid.ny() / 2));
            assertAbsolute(Derivatives.gradient(constant).magnitude().max(), 1e-16 * scale);
            assertAbsolute(Derivatives.laplacian(constant).maxNorm(), 1e-16 * scale);
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        Field2D bad = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0.5 && y == 0 ? Double.POSITIVE_INFINITY : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivatives.gradient(bad))
                .withMessage("u[2,0] is Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> Derivatives.laplacian(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> Derivatives.divergence(new VectorField2D(bad, bad)));
        assertThatIllegalArgumentException().isThrownBy(() -> Derivatives.curl(new VectorField2D(bad, bad)));
        assertThatNullPointerException()
                .isThrownBy(() -> Derivatives.gradient(null))
                .withMessage("u");
        assertThatNullPointerException()
                .isThrownBy(() -> Derivatives.divergence(null))
                .withMessage("v");
        assertThatNullPointerException()
                .isThrownBy(() -> Derivatives.curl(null))
                .withMessage("v");
        assertThatNullPointerException()
                .isThrownBy(() -> Derivatives.laplacian(null))
                .withMessage("u");
        assertThat(bad.max()).isInfinite();
    }
}
