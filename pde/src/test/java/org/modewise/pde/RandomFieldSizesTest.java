package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.assertAbsolute;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.fft.GaussianRandomField;

/** Random fields on the sizes that take the kernel for any size, which the module of the fields does not have. */
class RandomFieldSizesTest {
    @ParameterizedTest
    @CsvSource({"3,3", "15,9", "30,21", "37,1", "1,12", "97,64"})
    void haveMeanZeroAndUnitSpread(int nx, int ny) {
        Grid2D grid = new Grid2D(nx, ny, 1, 2, 3, 0.7);
        Field2D u = new GaussianRandomField(2, 5).sample(grid);
        assertAbsolute(Math.abs(u.mean()), 3e-16);
        assertAbsolute(Math.abs(u.norm() / Math.sqrt(3 * 0.7) - 1), 1e-15);
        assertThat(new GaussianRandomField(2, 5).sample(grid)).isEqualTo(u);
    }
}
