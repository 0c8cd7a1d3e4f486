package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ComplexField2DTest {
    private static final Grid2D GRID = new Grid2D(12, 7, -1, 2, 3, 0.5);
    private static final Field2D A = Field2D.of(GRID, (x, y) -> 3 + x);
    private static final Field2D B = Field2D.of(GRID, (x, y) -> 4 * y - 9);
    private static final ComplexField2D PSI = new ComplexField2D(A, B);

    @Test
    void addsAndMultipliesNodeByNode() {
        ComplexField2D phi = new ComplexField2D(B, A.times(2));
        assertThat(PSI.plus(phi)).isEqualTo(new ComplexField2D(A.plus(B), B.plus(A.times(2))));
        assertThat(PSI.minus(phi)).isEqualTo(new ComplexField2D(A.minus(B), B.minus(A.times(2))));
        assertThat(PSI.times(-2)).isEqualTo(new ComplexField2D(A.times(-2), B.times(-2)));
        assertThat(PSI.times(A)).isEqualTo(new ComplexField2D(A.times(A), B.times(A)));
        assertThat(PSI.conjugate()).isEqualTo(new ComplexField2D(A, B.times(-1)));
        assertThat(PSI.grid()).isEqualTo(GRID);
    }

    @Test
    void hasModulusPhaseAndNorm() {
        ComplexField2D one = new ComplexField2D(Field2D.of(GRID, (x, y) -> 3), Field2D.of(GRID, (x, y) -> -4));
        assertThat(one.magnitude().min()).isEqualTo(5);
        assertThat(one.density().max()).isEqualTo(25);
        assertThat(one.phase().mean()).isCloseTo(Math.atan2(-4, 3), within(1e-15));
        assertThat(one.norm()).isCloseTo(5 * Math.sqrt(1.5), within(1e-14));
        assertThat(one.times(1e300).magnitude().max()).isEqualTo(5e300);
    }

    @Test
    void wavesTurnOnceAPeriod() {
        ComplexField2D wave = ComplexField2D.wave(GRID, 2, -3);
        for (int j = 0; j < 7; j++) {
            for (int i = 0; i < 12; i++) {
                double angle = GRID.kx(2) * (GRID.x(i) + 1) - GRID.ky(3) * (GRID.y(j) - 2);
                assertThat(wave.re().get(i, j)).isCloseTo(Math.cos(angle), within(2e-14));
                assertThat(wave.im().get(i, j)).isCloseTo(Math.sin(angle), within(2e-14));
            }
        }
        assertThat(wave.re()).isEqualTo(InitialFields.mode(GRID, 2, -3));
        assertThat(wave.magnitude().minus(1).maxNorm()).isLessThan(5e-16);
    }

    @Test
    void isASerializableValueOnOneLine() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(PSI);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(PSI);
        }
        assertThat(ComplexField2D.wave(GRID, 1, 0)).hasToString("ComplexField2D[12x7, max |psi| 1]");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Field2D other = Field2D.of(Grid2D.unit(4), (x, y) -> 0);
        assertThatIllegalArgumentException().isThrownBy(() -> new ComplexField2D(A, other));
        assertThatIllegalArgumentException().isThrownBy(() -> PSI.plus(new ComplexField2D(other, other)));
        assertThatNullPointerException()
                .isThrownBy(() -> new ComplexField2D(null, A))
                .withMessage("re");
        assertThatNullPointerException()
                .isThrownBy(() -> new ComplexField2D(A, null))
                .withMessage("im");
        assertThatNullPointerException().isThrownBy(() -> PSI.plus(null)).withMessage("other");
        assertThatNullPointerException().isThrownBy(() -> PSI.minus(null)).withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> PSI.times((Field2D) null))
                .withMessage("factor");
        assertThatNullPointerException()
                .isThrownBy(() -> ComplexField2D.wave(null, 1, 1))
                .withMessage("grid");
    }
}
