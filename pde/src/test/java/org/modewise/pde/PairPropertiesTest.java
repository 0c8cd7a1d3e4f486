package org.modewise.pde;

import static org.modewise.pde.Measure.EPS;
import static org.modewise.pde.Measure.assertAbsolute;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of waves and wave functions on every grid, for any data, Nyquist modes and all: their factors are even. */
class PairPropertiesTest {
    private static final int TRIES = 150;

    @Provide
    Arbitrary<Grid2D> grids() {
        return Grids.upTo(40).withoutEdgeCases();
    }

    private static ComplexField2D psi(Grid2D grid, long seed) {
        return new ComplexField2D(Measure.noise(grid, seed), Measure.noise(grid, ~seed));
    }

    private static WaveState state(Grid2D grid, long seed) {
        return new WaveState(Measure.noise(grid, seed), Measure.noise(grid, ~seed));
    }

    private static double distance(ComplexField2D psi, ComplexField2D phi) {
        return psi.minus(phi).magnitude().max();
    }

    /** The largest rate on a grid. */
    private static double highest(Grid2D grid) {
        return Math.hypot(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2));
    }

    @Property(tries = TRIES)
    void timesOfAWaveFunctionAddUp(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1, max = 1) double s,
            @ForAll @DoubleRange(min = -1, max = 1) double t) {
        Schroedinger equation = new Schroedinger(0.002);
        ComplexField2D inTwo =
                equation.solve(equation.solve(psi(grid, seed)).at(s)).at(t);
        ComplexField2D atOnce = equation.solve(psi(grid, seed)).at(s + t);
        double angle = 0.001 * Waves.sq(highest(grid)) * (Math.abs(s) + Math.abs(t));
        assertAbsolute(distance(inTwo, atOnce), 1e-14 + EPS * angle);
    }

    @Property(tries = TRIES)
    void aWaveFunctionGoesBackAndKeepsItsNorm(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = -9, max = 9) double t) {
        Schroedinger equation = new Schroedinger(0.002);
        ComplexField2D psi = psi(grid, seed);
        ComplexField2D later = equation.solve(psi).at(t);
        assertAbsolute(distance(equation.solve(later).at(-t), psi), 5e-15);
        assertAbsolute(Math.abs(later.norm() / psi.norm() - 1), 2e-15);
    }

    @Property(tries = TRIES)
    void timesOfAWaveAddUp(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -1, max = 1) double s,
            @ForAll @DoubleRange(min = -1, max = 1) double t,
            @ForAll @DoubleRange(min = 0, max = 2) double damping,
            @ForAll @DoubleRange(min = 0, max = 5) double mass) {
        DampedWave equation = new DampedWave(0.3, damping, mass);
        WaveState inTwo =
                equation.solve(equation.solve(state(grid, seed)).at(s)).at(t);
        WaveState atOnce = equation.solve(state(grid, seed)).at(s + t);
        double omega = 1 + Math.hypot(0.3 * highest(grid), mass);
        // Backward the rounding of the first part grows.
        double growth = Math.exp(2 * damping * (Math.max(0, -s) + Math.max(0, -t)));
        double rounding = (2e-15 + EPS * omega * (Math.abs(s) + Math.abs(t))) * growth;
        assertAbsolute(Measure.distance(inTwo.displacement(), atOnce.displacement()), rounding);
        assertAbsolute(Measure.distance(inTwo.velocity(), atOnce.velocity()), rounding * omega);
    }

    @Property(tries = TRIES)
    void aWaveGoesBackAndKeepsItsEnergy(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = -9, max = 9) double t) {
        Wave equation = new Wave(0.1);
        WaveState start = state(grid, seed);
        WaveSolution solution = equation.solve(start);
        WaveState back = equation.solve(solution.at(t)).at(-t);
        double omega = 1 + 0.1 * highest(grid);
        assertAbsolute(Measure.distance(back.displacement(), start.displacement()), 4e-15 * (1 + Math.abs(t)));
        assertAbsolute(Measure.distance(back.velocity(), start.velocity()), 4e-15 * omega);
        assertAbsolute(Math.abs(equation.solve(solution.at(t)).energy(0) / solution.energy(0) - 1), 4e-15);
    }

    @Property(tries = TRIES)
    void aDampedWavesEnergyNeverGrows(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 5) double t,
            @ForAll @DoubleRange(min = 0, max = 30) double damping) {
        WaveSolution solution = new DampedWave(0.3, damping, 1).solve(state(grid, seed));
        double excess = solution.energy(t + 0.1) / solution.energy(t) - 1;
        assertAbsolute(Math.max(0, excess), 1e-15);
    }

    @Property(tries = TRIES)
    void wavesAreLinearInTheData(@ForAll("grids") Grid2D grid, @ForAll long seed) {
        WaveState one = state(grid, seed);
        WaveState other = state(grid, seed + 1);
        DampedWave equation = new DampedWave(0.2, 0.4, 0.1);
        Field2D together = equation.solve(new WaveState(
                        one.displacement().plus(other.displacement()),
                        one.velocity().plus(other.velocity())))
                .displacement(0.7);
        Field2D apart =
                equation.solve(one).displacement(0.7).plus(equation.solve(other).displacement(0.7));
        assertAbsolute(Measure.distance(together, apart), 20 * EPS);
    }
}
