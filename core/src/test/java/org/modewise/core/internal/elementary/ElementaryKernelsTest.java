package org.modewise.core.internal.elementary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The choice among kernels that are there, are not, or say that they cannot run. */
class ElementaryKernelsTest {
    private static ElementaryKernel simd(Optional<String> unavailable) {
        return (ElementaryKernel) Proxy.newProxyInstance(
                ElementaryKernelsTest.class.getClassLoader(),
                new Class<?>[] {ElementaryKernel.class},
                (proxy, method, arguments) -> method.getName().equals("unavailable") ? unavailable : "simd");
    }

    private final ElementaryKernel good = simd(Optional.empty());
    private final ElementaryKernel broken = simd(Optional.of("no vectors"));

    @Test
    void theFirstThatRunsIsChosen() {
        assertThat(ElementaryKernels.choose("", List.of())).isSameAs(ScalarElementaryKernel.INSTANCE);
        assertThat(ElementaryKernels.choose("", List.of(broken))).isSameAs(ScalarElementaryKernel.INSTANCE);
        assertThat(ElementaryKernels.choose("", List.of(broken, good)).unavailable())
                .isEmpty();
        assertThat(ElementaryKernels.choose("", List.of(good)).name()).isEqualTo("simd");
    }

    @Test
    void anotherForcedKernelMeansPlainJava() {
        assertThat(ElementaryKernels.choose("scalar", List.of(good))).isSameAs(ScalarElementaryKernel.INSTANCE);
        assertThat(ElementaryKernels.choose("jtransforms", List.of(good))).isSameAs(ScalarElementaryKernel.INSTANCE);
    }

    @Test
    void forcedVectorCodeRunsOrFailsLoudly() {
        assertThat(ElementaryKernels.choose("simd", List.of(good)).name()).isEqualTo("simd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementaryKernels.choose("simd", List.of()))
                .withMessageContainingAll("-Dmodewise.kernel=simd", "org.modewise:modewise-simd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElementaryKernels.choose("simd", List.of(broken)))
                .withMessage("-Dmodewise.kernel=simd: no vectors");
    }
}
