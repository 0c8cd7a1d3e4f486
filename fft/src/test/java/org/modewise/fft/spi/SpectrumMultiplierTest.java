package org.modewise.fft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.modewise.fft.spi.SpectrumLayout.Axis;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

class SpectrumMultiplierTest {
    /** Columns 0 1 2 3 -2 -1 of 3 rows, then columns 0 1 2 3 of 5 rows, parts interleaved. */
    private static final SpectrumLayout[] LAYOUTS = {
        new SpectrumLayout(6, 5, Axis.Y, 8, 1, 4, 48), new SpectrumLayout(6, 5, Axis.X, 2, 8, 1, 40)
    };

    private final Random random = new Random(3);

    private double[] numbers(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private SpectrumMultiplier filled(SpectrumMultiplier factors) {
        double[][] parts = {factors.xRe(), factors.xIm(), factors.yRe(), factors.yIm()};
        for (double[] part : parts) {
            if (part != null) {
                System.arraycopy(numbers(part.length), 0, part, 0, part.length);
            }
        }
        return factors;
    }

    @Test
    void columnsHaveTheirLines() {
        SpectrumMultiplier one = SpectrumMultiplier.real(LAYOUTS[0], Lines.ONE);
        assertThat(one.lines()).containsOnly(0);
        assertThat(one.xRe()).containsOnly(1);
        assertThat(one.lineLength()).isGreaterThanOrEqualTo(3);
        int length = one.lineLength();
        assertThat(SpectrumMultiplier.real(LAYOUTS[0], Lines.EVEN).lines())
                .containsExactly(0, length, 2 * length, 3 * length, 2 * length, length);
        assertThat(SpectrumMultiplier.complex(LAYOUTS[0], Lines.ALL).lines())
                .containsExactly(0, length, 2 * length, 3 * length, 4 * length, 5 * length);
        int other = SpectrumMultiplier.real(LAYOUTS[1], Lines.ONE).lineLength();
        assertThat(SpectrumMultiplier.complex(LAYOUTS[1], Lines.EVEN).lines())
                .containsExactly(0, other, 2 * other, 3 * other);
    }

    @Test
    void shortLinesAreNotPadded() {
        for (int rows = 1; rows < 20; rows++) {
            SpectrumLayout layout = new SpectrumLayout(6, 2 * rows - 1, Axis.Y, rows, 1, 6 * rows, 12 * rows);
            SpectrumMultiplier all = SpectrumMultiplier.complex(layout, Lines.ALL);
            assertThat(all.lineLength()).isBetween(rows, rows < 8 ? rows : rows + 7);
            assertThat(all.yRe()).hasSize(6 * all.lineLength());
            assertThat(all.yIm()).hasSize(6 * all.lineLength());
        }
    }

    @Test
    void refusesMoreThanTheHeapHolds() {
        int nx = (1 << 27) - 1;
        Assumptions.assumeTrue(Runtime.getRuntime().maxMemory() < 32L * nx * Double.BYTES);
        SpectrumLayout layout = new SpectrumLayout(nx, 15, Axis.Y, 16, 1, 8, 16 * nx);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectrumMultiplier.complex(layout, Lines.ALL))
                .withMessageContaining(" bytes, the heap holds at most ");
    }

    @Test
    void coefficientsAreMultiplied() {
        for (SpectrumLayout layout : LAYOUTS) {
            for (Lines lines : Lines.values()) {
                SpectrumMultiplier real = filled(SpectrumMultiplier.real(layout, lines));
                SpectrumMultiplier complex = filled(SpectrumMultiplier.complex(layout, lines));
                double[] u = numbers(layout.length());
                double[] v = numbers(layout.length());
                double[] product = new double[layout.length()];
                complex.multiply(u, product);
                SpectrumMultiplier term = SpectrumMultiplier.real(layout, Lines.ONE);
                term.yRe()[0] = 1;
                double[] ofRow0 = u.clone();
                real.plus(v, term).multiply(ofRow0, ofRow0);
                for (int p = 0; p < layout.columns(); p++) {
                    for (int q = 0; q < layout.rows(); q++) {
                        int at = layout.index(p, q);
                        int im = at + layout.imOffset();
                        int line = complex.lines()[p] + q;
                        double a = complex.xRe()[p] * complex.yRe()[line] - complex.xIm()[p] * complex.yIm()[line];
                        double b = complex.xRe()[p] * complex.yIm()[line] + complex.xIm()[p] * complex.yRe()[line];
                        assertThat(product[at]).isEqualTo(u[at] * a - u[im] * b);
                        assertThat(product[im]).isEqualTo(u[at] * b + u[im] * a);
                        double factor = real.xRe()[p] * real.yRe()[line];
                        assertThat(ofRow0[at]).isEqualTo(u[at] * factor + (q == 0 ? v[at] : 0));
                        assertThat(ofRow0[im]).isEqualTo(u[im] * factor + (q == 0 ? v[im] : 0));
                        assertThat(real.im(p, q)).isZero();
                    }
                }
            }
        }
    }

    @Test
    void sumsThatKernelsDoNotKnowAreRefused() {
        SpectrumMultiplier real = SpectrumMultiplier.real(LAYOUTS[0], Lines.ONE);
        double[] v = new double[LAYOUTS[0].length()];
        SpectrumMultiplier complex = SpectrumMultiplier.complex(LAYOUTS[0], Lines.ONE);
        SpectrumMultiplier other = SpectrumMultiplier.real(LAYOUTS[1], Lines.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> real.plus(v, other))
                .withMessage("multiplier must be for " + LAYOUTS[0] + ", got one for " + LAYOUTS[1]);
        assertThatIllegalArgumentException().isThrownBy(() -> real.plus(v, complex));
        assertThatIllegalArgumentException().isThrownBy(() -> complex.plus(v, real));
        assertThatIllegalArgumentException().isThrownBy(() -> real.plus(v, real).plus(v, real));
        assertThatNullPointerException().isThrownBy(() -> real.plus(null, real)).withMessage("spectrum");
        assertThatNullPointerException().isThrownBy(() -> real.plus(v, null)).withMessage("multiplier");
    }
}
