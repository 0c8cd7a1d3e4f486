package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;

/** The choice of a kernel where only the library's own is there. */
class RealFft2DTest {
    private static final String PROPERTY = "modewise.kernel";
    private String before;

    @BeforeEach
    void clearProperty() {
        before = System.clearProperty(PROPERTY);
    }

    @AfterEach
    void restoreProperty() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void powersOfTwoNeedNothingElse() {
        assertThat(RealFft2D.kernels()).contains("scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16, 2)).kernel()).isEqualTo("scalar");
    }

    @Test
    void otherSizesNameTheModuleThatTakesThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16, 15)))
                .withMessageContainingAll("16x15", "scalar", "modewise-fft-jtransforms");
    }

    @Test
    void anUnknownNameNamesWhatIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16), "nope"))
                .withMessageContainingAll("nope", "scalar");
        System.setProperty(PROPERTY, "nope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16)))
                .withMessageContainingAll("-Dmodewise.kernel=nope", "scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16), "scalar").kernel()).isEqualTo("scalar");
    }

    @Test
    void anEmptyPropertyForcesNothing() {
        System.setProperty(PROPERTY, "");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("scalar");
        System.setProperty(PROPERTY, "scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("scalar");
    }
}
