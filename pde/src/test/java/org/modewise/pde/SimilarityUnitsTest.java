package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/**
 * Boxes, data, times and viscosities of any size: with x = ℓx' and Φ = αΦ' the solution is that of moderate data at
 * t' = αt/ℓ² for ν' = ν/α, or there is a refusal. Units are powers of two, so that the data of both are the same digits.
 */
class SimilarityUnitsTest {
    private static final int N = 16;

    private static Grid2D grid(boolean line, int length) {
        double l = Math.scalb(1.0, length);
        return line ? Grid2D.line(N, 0, l) : new Grid2D(N, N, 0, 0, l, l);
    }

    private static Field2D scaled(Field2D field, Grid2D grid, int exponent) {
        return Field2D.of(grid, field.map(value -> Math.scalb(value, exponent)).toArray());
    }

    /** What a number of an exponent loses where numbers end, as a share. */
    private static double end(int exponent) {
        return Math.scalb(4.0, -1074 - exponent);
    }

    private static boolean isModerate(double value) {
        return value > 0x1p-850 && value < 0x1p850;
    }

    /** The exponents are those of the box, of Φ₀, of t' and of ν'; the largest make t or ν unlike any of them. */
    @Property(tries = 60)
    void potentials(
            @ForAll boolean line,
            @ForAll @IntRange(min = -498, max = 498) int length,
            @ForAll @IntRange(min = -1060, max = 1018) int size,
            @ForAll @IntRange(min = -900, max = 900) int later,
            @ForAll @IntRange(min = -900, max = 900) int thicker,
            @ForAll boolean isInviscid) {
        double t = Math.scalb(1.25, 2 * length - size + later);
        double viscosity = isInviscid ? 0 : Math.scalb(1.0, size + thicker);
        if (!(t > 0 && t < Double.POSITIVE_INFINITY && viscosity < Double.POSITIVE_INFINITY)) {
            return;
        }
        Field2D unit = Field2D.of(grid(line, 0), WavyPotential::at);
        Field2D phi0 = scaled(unit, grid(line, length), size);
        HamiltonJacobiSolution solution = new HamiltonJacobi(viscosity).solve(phi0);
        Field2D phi = scaled(solution.at(t), unit.grid(), -size);
        assertThat(phi.maxNorm()).isFinite();
        assertThat(solution.errorEstimate(t)).isBetween(0.0, 1.0);
        double moderateTime = Math.scalb(t, size - 2 * length);
        double moderateViscosity = Math.scalb(viscosity, -size);
        boolean compares = isModerate(moderateTime) && (isInviscid || isModerate(moderateViscosity));
        HamiltonJacobiSolution moderate = new HamiltonJacobi(moderateViscosity).solve(unit);
        if (compares) {
            assertAbsolute(Measure.distance(phi, moderate.at(moderateTime)), 1e-14 + end(size));
        }
        // Slopes are about as large as a potential on a box of 1.
        if (size - length > 1020) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.gradient(t))
                    .withMessageContaining("the gradient of phi0 must be < 2^1020 in modulus, got about 2^");
        }
        if (size - length > 1016) {
            return;
        }
        Field2D slope = scaled(solution.gradient(t).x(), unit.grid(), length - size);
        assertThat(slope.maxNorm()).isFinite();
        if (compares) {
            // The steepest wave has a slope of 16π.
            double tolerance = 1e-11 + 16 * Math.PI * end(size) + end(size - length);
            assertAbsolute(
                    Measure.distance(slope, moderate.gradient(moderateTime).x()), tolerance);
        }
    }

    @Property(tries = 60)
    void velocities(
            @ForAll boolean line,
            @ForAll @IntRange(min = -498, max = 498) int length,
            @ForAll @IntRange(min = -1060, max = 1017) int size,
            @ForAll @IntRange(min = -900, max = 900) int later,
            @ForAll @IntRange(min = -900, max = 900) int thicker,
            @ForAll boolean isInviscid) {
        double t = Math.scalb(1.25, length - size + later);
        double viscosity = isInviscid ? 0 : Math.scalb(1.0, size + length + thicker);
        // What the waves are off 0 in the mean, times t, is refused if it is infinite.
        boolean isRefused = length + later > 1000;
        if (!(t > 0 && t < Double.POSITIVE_INFINITY && viscosity < Double.POSITIVE_INFINITY) || isRefused) {
            return;
        }
        Field2D unit = Field2D.of(grid(line, 0), (x, y) -> Math.sin(2 * Math.PI * (x + y)));
        Field2D u0 = scaled(unit, grid(line, length), size);
        double moderateTime = Math.scalb(t, size - length);
        double moderateViscosity = Math.scalb(viscosity, -size - length);
        boolean compares = isModerate(moderateTime) && (isInviscid || isModerate(moderateViscosity));
        Field2D u = scaled(u(line, u0, viscosity, t), unit.grid(), -size);
        assertThat(u.maxNorm()).isFinite();
        if (compares) {
            // Of the two sides of a shock at a node either may be taken.
            Field2D expected = u(line, unit, moderateViscosity, moderateTime);
            assertAbsolute(Measure.distance(u, expected), 1e-11 + end(size));
        }
    }

    private static Field2D u(boolean line, Field2D u0, double viscosity, double t) {
        return line
                ? new Burgers(viscosity).solve(u0).at(t)
                : new PotentialBurgers(viscosity)
                        .solve(new VectorField2D(u0, u0))
                        .at(t)
                        .x();
    }

    /** A method that is forced is right or refuses, too. */
    @Property(tries = 60)
    void forcedMethods(
            @ForAll SolutionMethod method,
            @ForAll boolean line,
            @ForAll @IntRange(min = -498, max = 498) int length,
            @ForAll @IntRange(min = -900, max = 900) int size,
            @ForAll @IntRange(min = -30, max = 10) int later,
            @ForAll @IntRange(min = -10, max = 30) int thicker) {
        double t = Math.scalb(1.25, 2 * length - size + later);
        double viscosity = Math.scalb(1.0, size + thicker);
        if (!(t > 0 && t < Double.POSITIVE_INFINITY)) {
            return;
        }
        Field2D unit = Field2D.of(grid(line, 0), WavyPotential::at);
        Field2D phi0 = scaled(unit, grid(line, length), size);
        double[] actual = solved(phi0, viscosity, method, t);
        double[] expected = solved(unit, Math.scalb(viscosity, -size), method, Math.scalb(t, size - 2 * length));
        assertThat(actual == null).isEqualTo(expected == null);
        if (actual != null) {
            Field2D phi = scaled(Field2D.of(unit.grid(), actual), unit.grid(), -size);
            // A logarithm is rounded before it is multiplied by 2ν.
            double tolerance = 1e-14 + Math.scalb(1e-14, thicker);
            assertAbsolute(Measure.distance(phi, Field2D.of(unit.grid(), expected)), tolerance);
        }
    }

    private static double[] solved(Field2D phi0, double viscosity, SolutionMethod method, double t) {
        try {
            return new HamiltonJacobi(viscosity).solve(phi0, method).at(t).toArray();
        } catch (IllegalArgumentException refusal) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({"-498, -300", "498, 300", "300, -100", "-200, 700"})
    void shocksAndTheFirstTimeOfOne(int length, int size) {
        Field2D unit = Field2D.of(grid(true, 0), (x, y) -> Math.sin(2 * Math.PI * x + 0.3) + 0.1);
        Field2D u0 = scaled(unit, grid(true, length), size);
        BurgersSolution moderate = new Burgers(0).solve(unit);
        BurgersSolution solution = new Burgers(0).solve(u0);
        assertThat(Math.scalb(solution.shockTime(), size - length)).isEqualTo(moderate.shockTime());
        Shock expected = moderate.shocks(0.5, 0).get(0);
        Shock actual = solution.shocks(Math.scalb(0.5, length - size), 0).get(0);
        assertAbsolute(Math.abs(Math.scalb(actual.x(), -length) - expected.x()), 1e-15);
        assertAbsolute(Math.abs(Math.scalb(actual.left(), -size) - expected.left()), 1e-14);
        assertAbsolute(Math.abs(Math.scalb(actual.right(), -size) - expected.right()), 1e-14);
    }

    /** A mean goes with the rest, a surplus of viscosity without it. */
    @Test
    void aMeanAmongExtremes() {
        Field2D w = Field2D.of(Grid2D.line(N, 0, 0x1p200), (x, y) -> Math.sin(2 * Math.PI * x / 0x1p200));
        Field2D moved = Field2D.of(w.grid(), (x, y) -> Math.sin(2 * Math.PI * (x / 0x1p200 - 0.375)));
        // After 3/8 of a period, in which the wave has decayed by the power exp(-4π²·2^-4).
        double t = 0x3p197;
        double viscosity = 0x1p199 / 3;
        Field2D expected = moved.times(Math.exp(-Math.PI * Math.PI / 4)).plus(1);
        Field2D thick = new Burgers(viscosity).solve(w.times(1e-100).plus(1)).at(t);
        assertAbsolute(thick.minus(1).maxNorm(), 1e-16);
        Field2D thin = new Burgers(viscosity).solve(w.times(1e-8).plus(1)).at(t);
        assertAbsolute(Measure.distance(thin.minus(1).times(1e8), expected.minus(1)), 4e-8);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        Field2D huge = Field2D.of(Grid2D.unit(4), (x, y) -> x == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonJacobi(0).solve(huge))
                .withMessage("phi0 must be < 2^1020 in modulus, got 1.7976931348623157E308");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Burgers(0.1).solve(huge))
                .withMessage("u0 must be < 2^1020 in modulus, got 1.7976931348623157E308");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PotentialBurgers(0.1).solve(new VectorField2D(huge, huge)))
                .withMessage("u0 must be < 2^1020 in modulus, got 1.7976931348623157E308");
        Field2D flat = Field2D.of(new Grid2D(4, 4, 0, 0, 1e-150, 1e150), (x, y) -> 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonJacobi(0).solve(flat))
                .withMessage("lx and ly must be within a factor of 2^100, got 1.0E-150 and 1.0E150");
    }

    /** Two minima of one height, whose rounding a faint viscosity must not divide by. */
    @Test
    void tiesOfAFaintViscosity() {
        Field2D u = Field2D.of(Grid2D.unit(16), (x, y) -> Math.sin(2 * Math.PI * (x + y)));
        for (double viscosity : new double[] {1e-30, 1e-150}) {
            Field2D x = new PotentialBurgers(viscosity)
                    .solve(new VectorField2D(u, u))
                    .at(640)
                    .x();
            assertThat(x.maxNorm()).isBetween(1e-4, 1e-3);
        }
    }
}
