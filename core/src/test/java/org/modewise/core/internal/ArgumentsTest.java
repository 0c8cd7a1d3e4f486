package org.modewise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class ArgumentsTest {
    private static org.junit.jupiter.params.provider.Arguments row(String message, ThrowingCallable call) {
        return org.junit.jupiter.params.provider.Arguments.of(message, call);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> bad() {
        Grid2D grid = Grid2D.unit(3, 2);
        Field2D field = Field2D.of(grid, 0, 0, 0, 0, 0, Double.NaN);
        return Stream.of(
                row("a must be finite, got NaN", () -> Arguments.finite(Double.NaN, "a")),
                row("a must be finite, got -Infinity", () -> Arguments.finite(Double.NEGATIVE_INFINITY, "a")),
                row("a must be >= 0 and finite, got -1.0", () -> Arguments.nonNegative(-1, "a")),
                row("a must be >= 0 and finite, got NaN", () -> Arguments.nonNegative(Double.NaN, "a")),
                row("a must be > 0 and finite, got 0.0", () -> Arguments.positive(0, "a")),
                row("a must be > 0 and finite, got Infinity", () -> Arguments.positive(Double.POSITIVE_INFINITY, "a")),
                row("n must be >= 1, got 0", () -> Arguments.atLeastOne(0, "n")),
                row("u0[2,1] is NaN", () -> Arguments.finite(field, "u0")),
                row("v.length must be >= 3, got 2", () -> Arguments.length(new double[2], 3, "v")),
                row(
                        "expected lx = 1.0, got 1.000000001",
                        () -> Arguments.sameGrid(grid, new Grid2D(3, 2, 0, 0, 1.000000001, 1))),
                row(
                        "expected ly = 1.0, got 1.000000001",
                        () -> Arguments.sameGrid(grid, new Grid2D(3, 2, 0, 0, 1, 1.000000001))),
                row(
                        "expected x0 = 1.0, got 1.00000001",
                        () -> Arguments.sameGrid(new Grid2D(3, 2, 1, 1, 1, 1), new Grid2D(3, 2, 1.00000001, 1, 1, 1))),
                row(
                        "expected y0 = 1.0, got 1.00000001",
                        () -> Arguments.sameGrid(new Grid2D(3, 2, 1, 1, 1, 1), new Grid2D(3, 2, 1, 1.00000001, 1, 1))),
                row("expected " + grid + ", got " + Grid2D.unit(2), () -> Arguments.sameGrid(grid, Grid2D.unit(2))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theMessageHasTheValueAndTheRule(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.allocatable(1L << 31, "samples"))
                .withMessageContaining("samples need 1.7179869184E10 bytes");
        long tooMany = Runtime.getRuntime().maxMemory() / 8 + 1;
        if (tooMany < Integer.MAX_VALUE - 8) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Arguments.allocatable(tooMany, "samples"))
                    .withMessageContaining("the heap holds at most");
        }
        assertThat(Arguments.allocatable(10, "samples")).isEqualTo(10);
    }

    @Test
    void whatATransformTakesMayBeMoreThanOneArrayButNotMoreThanTheHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.requireHeap(3, 2, heap / 8 + 1))
                .withMessage(
                        "samples, spectrum and scratch of 3x2 samples need %d bytes, the heap holds at most %d",
                        8 * (heap / 8 + 1), heap);
        assertThatCode(() -> Arguments.requireHeap(3, 2, heap / 8)).doesNotThrowAnyException();
    }

    @Test
    void goodValuesPass() {
        assertThat(Arguments.finite(-1, "a")).isEqualTo(-1);
        assertThat(Arguments.nonNegative(0, "a")).isZero();
        assertThat(Arguments.positive(Double.MIN_VALUE, "a")).isEqualTo(Double.MIN_VALUE);
        assertThat(Arguments.atLeastOne(1, "n")).isEqualTo(1);
        assertThatCode(() -> Arguments.length(new double[3], 3, "v")).doesNotThrowAnyException();
        assertThatNullPointerException()
                .isThrownBy(() -> Arguments.length(null, 3, "v"))
                .withMessage("v");
        assertThatNullPointerException()
                .isThrownBy(() -> Arguments.finite(null, "u"))
                .withMessage("u");
    }
}
