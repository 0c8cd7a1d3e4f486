package org.modewise.fft.jtransforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.DominantMode;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.contract.NoForcedKernel;
import org.modewise.fft.contract.Samples;

/** Two kernels on one class path: which is chosen, and that they speak of the same spectrum. */
@ExtendWith(NoForcedKernel.class)
class KernelChoiceTest {
    @Test
    void bothAreFoundThePreferredFirst() {
        assertThat(RealFft2D.kernels()).containsSubsequence("scalar", "jtransforms");
    }

    @Test
    void jtransformsIsASecondOpinionAtEverySize() {
        for (Grid2D grid : List.of(Grid2D.unit(16, 64), Grid2D.unit(1), Grid2D.unit(16, 63), Grid2D.unit(127, 1))) {
            assertThat(RealFft2D.of(grid).kernel()).isEqualTo("scalar");
            assertThat(RealFft2D.of(grid, "jtransforms").kernel()).isEqualTo("jtransforms");
        }
    }

    @Test
    void thePropertyForcesAKernel() {
        System.setProperty(NoForcedKernel.PROPERTY, "jtransforms");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("jtransforms");
        assertThat(RealFft2D.of(Grid2D.unit(16), "scalar").kernel()).isEqualTo("scalar");
        System.setProperty(NoForcedKernel.PROPERTY, "");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("scalar");
    }

    @Test
    void theForcedKernelIsNeverReplacedByAnother() {
        System.setProperty(NoForcedKernel.PROPERTY, "nope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16)))
                .withMessageContainingAll("-Dmodewise.kernel=nope", "scalar", "jtransforms");
    }

    /** Whatever half they keep, and whatever rounding makes of waves of one energy. */
    @Test
    void kernelsNameOneDominantMode() {
        int[][] modes = {{3, -2}, {-3, 2}, {0, -5}, {-5, 0}, {16, -3}, {-3, 8}, {16, 8}};
        Grid2D grid = Grid2D.unit(32, 16);
        for (int[] m : modes) {
            Field2D wave = InitialFields.mode(grid, m[0], m[1]);
            agreeOnTheDominantMode(wave);
            agreeOnTheDominantMode(wave.plus(InitialFields.mode(grid, 2, 1)).plus(InitialFields.mode(grid, 1, 2)));
        }
        agreeOnTheDominantMode(InitialFields.ring(Grid2D.unit(64), 0.3, 0.1));
        agreeOnTheDominantMode(InitialFields.checkerboard(Grid2D.unit(64), 4));
        agreeOnTheDominantMode(Field2D.of(grid, Samples.random(grid.size(), 3)));
    }

    private static void agreeOnTheDominantMode(Field2D u) {
        DominantMode a = RealFft2D.of(u.grid(), "scalar").forward(u).dominantMode();
        DominantMode b = RealFft2D.of(u.grid(), "jtransforms").forward(u).dominantMode();
        assertThat(b.mx()).isEqualTo(a.mx());
        assertThat(b.my()).isEqualTo(a.my());
        assertThat(b.share()).isEqualTo(a.share(), within(1e-14));
    }

    @Test
    void kernelsAgreeAndReadEachOthersSpectra() {
        int[][] shapes = {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {64, 1}, {1, 64}, {8, 32}, {32, 8}, {64, 64}};
        for (int[] shape : shapes) {
            Grid2D grid = Grid2D.unit(shape[0], shape[1]);
            Field2D u = Field2D.of(grid, Samples.random(grid.size(), 1));
            RealFft2D scalar = RealFft2D.of(grid, "scalar");
            RealFft2D jtransforms = RealFft2D.of(grid, "jtransforms");
            Spectrum2D a = scalar.forward(u);
            Spectrum2D b = jtransforms.forward(u);
            // Each is within 0.8·√log₂N·ε of the exact one.
            double bound = 2 * Math.max(1, 0.8 * Math.sqrt(Math.log(grid.size()) / Math.log(2))) * 0x1p-52;
            double error = 0;
            double norm = 0;
            for (int my = -(grid.ny() / 2); my <= grid.ny() / 2; my++) {
                for (int mx = -(grid.nx() / 2); mx <= grid.nx() / 2; mx++) {
                    error += Math.pow(a.re(mx, my) - b.re(mx, my), 2) + Math.pow(a.im(mx, my) - b.im(mx, my), 2);
                    norm += Math.pow(b.re(mx, my), 2) + Math.pow(b.im(mx, my), 2);
                }
            }
            assertThat(Math.sqrt(error / norm)).as("%s", grid).isLessThanOrEqualTo(bound);
            assertThat(jtransforms.inverse(a).minus(u).norm() / u.norm()).isLessThanOrEqualTo(2e-15);
            assertThat(scalar.inverse(b).minus(u).norm() / u.norm()).isLessThanOrEqualTo(2e-15);
        }
    }
}
