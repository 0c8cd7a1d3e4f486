package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of every equation of the first order in time: its symbol, wave by wave on every grid, and what it keeps. */
class CatalogueTest {
    /** An equation, and its symbol written down once more. */
    private record Member(LinearEquation equation, DoubleBinaryOperator growth, DoubleBinaryOperator frequency) {
        boolean isReversible() {
            return growth == NONE;
        }
    }

    private static final DoubleBinaryOperator NONE = (kx, ky) -> 0;

    private static final List<Member> MEMBERS = List.of(
            new Member(
                    new AnisotropicHeat(0.004, 0.001, 0.003),
                    (kx, ky) -> -0.004 * kx * kx - 0.002 * kx * ky - 0.003 * ky * ky,
                    NONE),
            new Member(
                    new AnisotropicHeat(0.001, -0.0015, 0.004),
                    (kx, ky) -> -0.001 * kx * kx + 0.003 * kx * ky - 0.004 * ky * ky,
                    NONE),
            new Member(new AnisotropicHeat(0.004, 0, 0), (kx, ky) -> -0.004 * kx * kx, NONE),
            new Member(
                    new AdvectionDiffusion(0.3, -0.8, 0.002, -0.001, 0.003),
                    (kx, ky) -> -0.002 * kx * kx + 0.002 * kx * ky - 0.003 * ky * ky,
                    (kx, ky) -> -0.3 * kx + 0.8 * ky),
            new Member(new Dispersion(1e-5, -3e-5), NONE, (kx, ky) -> 1e-5 * kx * kx * kx - 3e-5 * ky * ky * ky),
            new Member(new HyperDiffusion(0.002, 1), (kx, ky) -> -0.002 * (kx * kx + ky * ky), NONE),
            new Member(new HyperDiffusion(1e-6, 2), (kx, ky) -> -1e-6 * Waves.sq(kx * kx + ky * ky), NONE),
            new Member(
                    new HyperDiffusion(1e-10, 3),
                    (kx, ky) -> -1e-10 * (kx * kx + ky * ky) * Waves.sq(kx * kx + ky * ky),
                    NONE),
            new Member(new FractionalHeat(0.05, 0.5), (kx, ky) -> -0.05 * Math.hypot(kx, ky), NONE),
            new Member(new FractionalHeat(0.1, 0.25), (kx, ky) -> -0.1 * Math.sqrt(Math.hypot(kx, ky)), NONE),
            new Member(new FractionalHeat(0.002, 1), (kx, ky) -> -0.002 * (kx * kx + ky * ky), NONE),
            new Member(
                    new FractionalHeat(1e-4, 1.5),
                    (kx, ky) -> -1e-4 * Waves.sq(Math.hypot(kx, ky)) * Math.hypot(kx, ky),
                    NONE));

    static Stream<Arguments> membersAndGrids() {
        return MEMBERS.stream().flatMap(member -> Grids.SAMPLES.stream().map(grid -> Arguments.of(member, grid)));
    }

    static List<Member> members() {
        return MEMBERS;
    }

    @ParameterizedTest
    @MethodSource("membersAndGrids")
    void evolvesWavesAsItsSymbolSays(Member member, Grid2D grid) {
        Waves waves = Waves.random(grid, 1);
        SpectralSolution solution = member.equation.solve(waves.sample(grid));
        double highest = Math.abs(member.frequency.applyAsDouble(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2)));
        for (double t : new double[] {0, 0.003, 0.4}) {
            Field2D expected = waves.multiplied(
                            grid,
                            (kx, ky) -> Math.exp(t * member.growth.applyAsDouble(kx, ky)),
                            (kx, ky) -> t * member.frequency.applyAsDouble(kx, ky) / (2 * Math.PI))
                    .sample(grid);
            // Transforms, and the rounding of the largest angle.
            assertAbsolute(Measure.distance(solution.at(t), expected), (4e-15 + 2 * EPS * highest * t) * waves.bound());
        }
    }

    @ParameterizedTest
    @MethodSource("membersAndGrids")
    void keepsTheMean(Member member, Grid2D grid) {
        Field2D u = Measure.noise(grid, 2);
        SpectralSolution solution = member.equation.solve(u);
        for (double t : new double[] {1e-3, 1, 1e4}) {
            assertAbsolute(Math.abs(solution.at(t).mean() - u.mean()), 2 * EPS * u.maxNorm());
        }
    }

    @ParameterizedTest
    @MethodSource("membersAndGrids")
    void actsOnEveryModeOfNoiseNyquistTooByTheMeanOverItsSigns(Member member, Grid2D grid) {
        if (grid.size() > 1000) {
            return;
        }
        Field2D u = Measure.noise(grid, 3);
        double t = 0.07;
        Field2D expected = DirectMultiplier.apply(
                u,
                (kx, ky) -> Math.exp(t * member.growth.applyAsDouble(kx, ky))
                        * Math.cos(t * member.frequency.applyAsDouble(kx, ky)),
                (kx, ky) -> Math.exp(t * member.growth.applyAsDouble(kx, ky))
                        * Math.sin(t * member.frequency.applyAsDouble(kx, ky)));
        double highest = Math.max(
                Math.abs(member.frequency.applyAsDouble(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2))),
                Math.abs(member.frequency.applyAsDouble(grid.kx(grid.nx() / 2), -grid.ky(grid.ny() / 2))));
        assertAbsolute(Measure.distance(member.equation.solve(u).at(t), expected), 4e-15 + EPS * t * highest);
    }

    @ParameterizedTest
    @MethodSource("members")
    void runsBackOnlyIfNothingDecays(Member member) {
        Grid2D grid = new Grid2D(20, 15, -1, 3, 2, 1);
        Field2D u = Waves.random(grid, 4).sample(grid);
        SpectralSolution solution = member.equation.solve(u);
        if (member.isReversible()) {
            Measure.assertRelative(member.equation.solve(solution.at(0.3)).at(-0.3), u, 2e-15);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.at(-0.3))
                    .withMessageStartingWith("t must be >= 0, got -0.3");
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void refusesBadDataAndTimes(Member member) {
        Grid2D grid = Grid2D.unit(8);
        Field2D bad = Field2D.of(grid, (x, y) -> x == 0.375 && y == 0.875 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> member.equation.solve(bad))
                .withMessage("u0[3,7] is NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> member.equation.solve(null))
                .withMessage("u0");
        SpectralSolution solution = member.equation.solve(Measure.noise(grid, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.at(Double.NaN))
                .withMessage("t must be finite, got NaN");
    }

    /** Equations that hold their numbers and nothing else. */
    static List<?> values() {
        return Stream.concat(
                        MEMBERS.stream().map(Member::equation),
                        Stream.of(
                                new Wave(1.5),
                                new DampedWave(1, 0.5, 2),
                                new Schroedinger(0.1),
                                new Helmholtz(21),
                                new ScreenedPoisson(10)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("values")
    void isASerializableValueOnOneLine(Object equation) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(equation);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(equation).hasSameHashCodeAs(equation);
        }
        Measure.assertOneLine(equation).startsWith(equation.getClass().getSimpleName());
    }

    @Test
    void manyDigitsStillFitOnALine() {
        double wide = 1.2345678901234567e-100;
        Measure.assertOneLine(new AnisotropicHeat(wide, -wide, wide)).contains("1.235e-100");
        Measure.assertOneLine(new AdvectionDiffusion(-wide, -wide, wide, -wide, wide));
        Measure.assertOneLine(new Dispersion(-wide, -wide));
        Measure.assertOneLine(new HyperDiffusion(wide, Integer.MAX_VALUE));
        Measure.assertOneLine(new FractionalHeat(wide, wide));
        Measure.assertOneLine(new DampedWave(wide, wide, wide)).contains("1.235e-100");
        Measure.assertOneLine(new Wave(wide));
        Measure.assertOneLine(new Schroedinger(wide));
        Measure.assertOneLine(new Helmholtz(wide));
        Measure.assertOneLine(new ScreenedPoisson(wide));
        Measure.assertOneLine(TimeChange.by(t -> t));
        Measure.assertOneLine(TimeChange.by(t -> t).of(new AdvectionDiffusion(-wide, -wide, wide, -wide, wide)));
    }
}
