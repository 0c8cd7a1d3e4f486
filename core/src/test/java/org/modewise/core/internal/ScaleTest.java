package org.modewise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Property(tries = 300)
    void ordinaryProductsKeepEveryBit(
            @ForAll @DoubleRange(min = -1e60, max = 1e60) double a,
            @ForAll @DoubleRange(min = 0.1, max = 10) double b,
            @ForAll @DoubleRange(min = 0.1, max = 10) double c) {
        assertThat(Scale.product(a, b, c)).isEqualTo(a * b * c);
    }

    @Test
    void stepsOutOfRangeDoNoHarm() {
        assertThat(Scale.product(0x1p1000, 0x1p1000, 3 * 0x1p-1074, 0x1p-926)).isEqualTo(3);
        assertThat(Scale.product(0x1p-1000, 0x1p-1000, -0x1p1000, 0x1p1001)).isEqualTo(-2);
        assertThat(Scale.product(0x1p1000, 0x1p1000)).isInfinite();
        assertThat(Scale.product(0x1p-1000, 0x1p-1000)).isZero();
        assertThat(Scale.product(0, 0x1p1000, 0x1p1000)).isZero();
        assertThat(Scale.product(2, Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Scale.product(2, Double.NaN)).isNaN();
        assertThat(Scale.product(0, Double.POSITIVE_INFINITY)).isNaN();
    }

    @Test
    void whatNoScaleChangesHasExponentZero() {
        assertThat(Scale.exponent(0x1.8p700)).isEqualTo(700);
        for (double value : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY, 1.5}) {
            assertThat(Scale.exponent(value)).isZero();
        }
    }
}
