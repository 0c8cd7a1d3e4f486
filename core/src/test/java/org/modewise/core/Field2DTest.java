package org.modewise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.internal.FieldAccess;

class Field2DTest {
    private static final Grid2D GRID = new Grid2D(3, 2, 0, 10, 3, 4);
    private static final Field2D FIELD = Field2D.of(GRID, 1, 2, 3, 4, 5, 6);

    @Test
    void samplesLieRowByRowFromTheBottom() {
        assertThat(FIELD.get(2, 0)).isEqualTo(3);
        assertThat(FIELD.get(0, 1)).isEqualTo(4);
        assertThat(Field2D.of(GRID, (x, y) -> 100 * x + y).toArray()).containsExactly(10, 110, 210, 12, 112, 212);
        assertThat(FIELD.grid()).isEqualTo(GRID);
    }

    @Test
    void arithmeticIsPointwise() {
        assertThat(FIELD.plus(FIELD).toArray()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(FIELD.plus(1).toArray()).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(FIELD.minus(FIELD.times(2)).toArray()).containsExactly(-1, -2, -3, -4, -5, -6);
        assertThat(FIELD.minus(1).toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(FIELD.times(FIELD).toArray()).containsExactly(1, 4, 9, 16, 25, 36);
        assertThat(FIELD.map(u -> -u).toArray()).containsExactly(-1, -2, -3, -4, -5, -6);
        assertThat(FIELD.toArray()).as("the field itself").containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void reductions() {
        Field2D field = FIELD.minus(5);
        assertThat(field.min()).isEqualTo(-4);
        assertThat(field.max()).isEqualTo(1);
        assertThat(field.maxNorm()).isEqualTo(4);
        assertThat(field.mean()).isEqualTo(-1.5);
        assertThat(field.integral()).isEqualTo(-18);
        // Σu² = 16+9+4+1+0+1 = 31, each over a cell of area 2; three roundings.
        assertThat(field.norm()).isCloseTo(Math.sqrt(62), within(4 * Math.ulp(8.0)));
    }

    @Test
    void theMeanOfManySamplesLosesNothing() {
        Field2D field = Field2D.of(Grid2D.unit(1000), (x, y) -> 0.1);
        assertThat(field.mean()).isCloseTo(0.1, within(Math.ulp(0.1)));
        assertThat(Field2D.of(GRID, 1e100, 1, -1e100, 0, 0, 0).mean()).isEqualTo(1 / 6.0);
    }

    @Test
    void theMeanOfHugeSamplesDoesNotOverflow() {
        Grid2D unit = Grid2D.unit(2);
        Field2D balanced = Field2D.of(unit, 1e308, 1e308, -1e308, -1e308);
        assertThat(balanced.mean()).isZero();
        assertThat(balanced.integral()).isZero();
        Field2D odd = Field2D.of(Grid2D.line(3, 0, 1), 1.5e308, 1.5e308, 0);
        assertThat(odd.mean()).isCloseTo(1e308, within(Math.ulp(1e308)));
        for (int n : new int[] {1, 2, 3, 5, 7, 1000}) {
            Field2D largest = Field2D.of(Grid2D.line(n, 0, 1), (x, y) -> -Double.MAX_VALUE);
            assertThat(largest.mean()).isCloseTo(-Double.MAX_VALUE, within(Math.ulp(Double.MAX_VALUE)));
        }
        assertThat(Field2D.of(unit, 1e308, 1e308, Double.POSITIVE_INFINITY, 0).mean())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Field2D.of(unit, 1e308, 1e308, Double.NaN, 0).mean()).isNaN();
        Grid2D vast = new Grid2D(2, 1, 0, 0, 1e200, 1e200);
        assertThat(Field2D.of(vast, 1e-300, 1e-300).integral()).isCloseTo(1e100, within(4 * Math.ulp(1e100)));
    }

    @Test
    void theSamplesStayTheSameOnAnotherGrid() {
        Grid2D other = new Grid2D(3, 2, -1, 0, 9, 8);
        Field2D moved = FIELD.on(other);
        assertThat(moved).isEqualTo(Field2D.of(other, FIELD.toArray()));
        assertThat(FIELD.grid()).isEqualTo(GRID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIELD.on(Grid2D.unit(2, 3)))
                .withMessage("expected a grid of 3x2, got 2x3");
    }

    @Test
    void theNormNeitherOverflowsNorUnderflows() {
        Grid2D unit = Grid2D.unit(2);
        for (double scale : new double[] {1e300, 1, 1e-300, Double.MIN_VALUE}) {
            assertThat(Field2D.of(unit, (x, y) -> -scale).norm()).isEqualTo(scale);
        }
        assertThat(Field2D.of(unit, (x, y) -> 0).norm()).isZero();
        assertThat(Field2D.of(unit, 1, 2, Double.NEGATIVE_INFINITY, 0).norm()).isInfinite();
    }

    @Test
    void nanIsPassedOn() {
        Field2D field = Field2D.of(GRID, 1, 2, Double.NaN, 4, 5, 6);
        assertThat(new double[] {field.min(), field.max(), field.mean(), field.norm(), field.maxNorm()})
                .containsOnly(Double.NaN);
        assertThat(field.plus(1).get(2, 0)).isNaN();
    }

    @Test
    void neitherTheGivenNorTheReturnedArrayIsTheFieldsOwn() {
        double[] given = {1, 2, 3, 4, 5, 6};
        Field2D field = Field2D.of(GRID, given);
        given[0] = 99;
        field.toArray()[1] = 99;
        assertThat(field).isEqualTo(FIELD);
    }

    @Test
    void friendsReadWithoutACopy() {
        assertThat(FieldAccess.values(FIELD))
                .isSameAs(FieldAccess.values(FIELD))
                .containsExactly(1, 2, 3, 4, 5, 6);
        double[] given = {1, 2, 3, 4, 5, 6};
        assertThat(FieldAccess.values(FieldAccess.wrap(GRID, given))).isSameAs(given);
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                Arguments.of("grid", (ThrowingCallable) () -> Field2D.of(null, 1, 2)),
                Arguments.of("grid", (ThrowingCallable) () -> Field2D.of(null, (x, y) -> x)),
                Arguments.of("f", (ThrowingCallable) () -> Field2D.of(GRID, (DoubleBinaryOperator) null)),
                Arguments.of("values", (ThrowingCallable) () -> Field2D.of(GRID, (double[]) null)),
                Arguments.of("other", (ThrowingCallable) () -> FIELD.plus(null)),
                Arguments.of("other", (ThrowingCallable) () -> FIELD.on(null)),
                Arguments.of("other", (ThrowingCallable) () -> FIELD.minus(null)),
                Arguments.of("other", (ThrowingCallable) () -> FIELD.times(null)),
                Arguments.of("f", (ThrowingCallable) () -> FIELD.map(null)),
                Arguments.of("colormap", (ThrowingCallable) () -> FIELD.show(null)),
                Arguments.of("colormap", (ThrowingCallable) () -> FIELD.toImage(null)),
                Arguments.of("file", (ThrowingCallable) () -> FIELD.save(null)));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void nullIsNamed(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field2D.of(GRID, 1, 2, 3))
                .withMessageContaining("takes 6 values, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIELD.plus(Field2D.of(Grid2D.unit(1), 1)))
                .withMessageContaining("3x2")
                .withMessageContaining("1x1");
        assertThatThrownBy(() -> FIELD.get(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> FIELD.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> FIELD.get(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(FIELD::window)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("save(Path)");
    }

    @Test
    void equalMeansTheSameBitsOnTheSameGrid() {
        Field2D same = Field2D.of(GRID, FIELD.toArray());
        assertThat(same).isEqualTo(FIELD).hasSameHashCodeAs(FIELD);
        assertThat(FIELD).isNotEqualTo(FIELD.plus(1)).isNotEqualTo("FIELD");
        assertThat(Field2D.of(new Grid2D(3, 2, 0, 10, 3, 5), FIELD.toArray())).isNotEqualTo(FIELD);
        assertThat(FIELD.times(0.0)).isNotEqualTo(FIELD.times(-0.0));
        Field2D nan = FIELD.map(u -> Double.NaN);
        assertThat(nan).isEqualTo(FIELD.map(u -> Double.NaN));
    }

    @Test
    void toStringSaysSizeRangeAndMean() {
        assertThat(FIELD).hasToString("Field2D[3x2, min 1, max 6, mean 3.5]");
    }

    @Property(tries = 300)
    void toStringIsOneShortAsciiLine(@ForAll double a, @ForAll double b) {
        Field2D field = Field2D.of(Grid2D.unit(2, 1), a, b);
        assertThat(field.toString()).hasSizeLessThanOrEqualTo(80).matches("[ -~]+");
        double[] samples = new double[46000];
        samples[0] = -1.2345e-300;
        samples[1] = a;
        assertThat(Field2D.of(Grid2D.line(46000, 0, 1), samples).toString()).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void serializationKeepsEveryBit() throws IOException, ClassNotFoundException {
        Field2D field = Field2D.of(GRID, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 0.1, 1e300);
        VectorField2D vectors = new VectorField2D(field, FIELD);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(vectors);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(vectors);
        }
    }

    @Test
    void vectorFieldsJoinTwoComponentsOfOneGrid() {
        VectorField2D v = new VectorField2D(FIELD.map(u -> 3e200), FIELD.map(u -> -4e200));
        // Math.hypot is good to one ulp.
        assertThat(v.magnitude().max()).isCloseTo(5e200, within(Math.ulp(5e200)));
        assertThat(v.grid()).isEqualTo(GRID);
        VectorField2D w = new VectorField2D(FIELD, FIELD.times(2));
        assertThat(v.plus(w)).isEqualTo(new VectorField2D(v.x().plus(w.x()), v.y().plus(w.y())));
        assertThat(v.minus(w)).isEqualTo(new VectorField2D(v.x().minus(w.x()), v.y().minus(w.y())));
        assertThat(w.times(-2)).isEqualTo(new VectorField2D(FIELD.times(-2), FIELD.times(-4)));
        assertThatNullPointerException().isThrownBy(() -> v.plus(null)).withMessage("other");
        assertThatNullPointerException().isThrownBy(() -> v.minus(null)).withMessage("other");
        assertThat(v).hasToString("VectorField2D[3x2, max |v| 5e+200]");
        assertThatNullPointerException()
                .isThrownBy(() -> new VectorField2D(null, FIELD))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> new VectorField2D(FIELD, null))
                .withMessage("y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VectorField2D(FIELD, Field2D.of(Grid2D.unit(1), 1)))
                .withMessageContaining("1x1");
    }
}
