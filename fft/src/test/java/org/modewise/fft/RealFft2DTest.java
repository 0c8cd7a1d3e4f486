package org.modewise.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modewise.core.Grid2D;
import org.modewise.fft.contract.NoForcedKernel;

/** The choice of a kernel where only the library's own is there. */
@ExtendWith(NoForcedKernel.class)
class RealFft2DTest {
    @Test
    void everySizeNeedsNothingElse() {
        assertThat(RealFft2D.kernels()).contains("scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16, 2)).kernel()).isEqualTo("scalar");
        assertThat(RealFft2D.of(Grid2D.unit(131, 15)).kernel()).isEqualTo("scalar");
    }

    @Test
    void anUnknownNameNamesWhatIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16), "nope"))
                .withMessageContainingAll("nope", "scalar");
        System.setProperty(NoForcedKernel.PROPERTY, "nope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealFft2D.of(Grid2D.unit(16)))
                .withMessageContainingAll("-Dmodewise.kernel=nope", "scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16), "scalar").kernel()).isEqualTo("scalar");
    }

    @Test
    void anEmptyPropertyForcesNothing() {
        System.setProperty(NoForcedKernel.PROPERTY, "");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("scalar");
        System.setProperty(NoForcedKernel.PROPERTY, "scalar");
        assertThat(RealFft2D.of(Grid2D.unit(16)).kernel()).isEqualTo("scalar");
    }

    @Test
    void partsOfOnesOwnRunOnceEachOnThePlansThreads() {
        RealFft2D alone = RealFft2D.of(Grid2D.unit(4));
        assertThat(alone.workers().parallelism()).isOne();
        RealFft2D shared = alone.parallel(Runnable::run, 3);
        assertThat(shared.workers().parallelism()).isEqualTo(3);
        for (RealFft2D plan : new RealFft2D[] {alone, shared}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(10);
            plan.workers().run(10, runs::incrementAndGet);
            assertThat(runs).hasToString("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");
        }
    }
}
