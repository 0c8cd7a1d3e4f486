package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertRelative;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** Velocities on the plane, where what comes in is 0: against closed forms. */
class VariableTransportOnPlaneTest {
    private static Field2D blob(Grid2D grid, double x, double y) {
        return Field2D.of(grid, (a, b) -> Math.exp(-(Waves.sq(a - x) + Waves.sq(b - y)) / (2 * Waves.sq(0.045))));
    }

    private static Velocity rotation() {
        return Velocity.steady((x, y) -> -2 * Math.PI * y, (x, y) -> 2 * Math.PI * x)
                .divergenceFree()
                .onPlane();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, -0.7})
    void turnsABlobAsARotationDoes(double t) {
        for (Grid2D grid : List.of(Grid2D.centered(64, 1), new Grid2D(67, 74, -0.5, -0.55, 1.1, 1.1))) {
            double angle = 2 * Math.PI * t;
            Field2D expected = blob(grid, 0.12 * Math.cos(angle), 0.12 * Math.sin(angle));
            double bound = t == 0.05 ? 2e-14 : 6e-12 * Math.abs(t);
            Field2D start = blob(grid, 0.12, 0);
            assertRelative(VariableTransport.of(rotation()).solve(start).at(t), expected, bound);
            assertRelative(ContinuityEquation.of(rotation()).solve(start).at(t), expected, bound);
        }
    }

    @Test
    void linesLieOnThePlaneToo() {
        Velocity inward = Velocity.steady((x, y) -> -x, (x, y) -> 0).onPlane();
        Grid2D line = Grid2D.line(96, -0.5, 1);
        Field2D expected = blob(line, 0, 0);
        for (double t : new double[] {-0.2, 0.4}) {
            Field2D start = Field2D.of(line, (x, y) -> Math.exp(-x * x * Math.exp(-2 * t) / (2 * Waves.sq(0.045))));
            assertRelative(VariableTransport.of(inward).solve(start).at(t), expected, 5e-13);
            Grid2D column = new Grid2D(1, 96, 0, -0.5, 1, 1);
            Velocity downward = Velocity.steady((x, y) -> 0, (x, y) -> -y).onPlane();
            Field2D downwards = VariableTransport.of(downward)
                    .solve(Field2D.of(column, start.toArray()))
                    .at(t);
            assertRelative(Field2D.of(line, downwards.toArray()), expected, 5e-13);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(inward).solve(Field2D.of(line, (x, y) -> 1)))
                .withMessageStartingWith("u0 must fall to 1.0E-8 on the outermost nodes, ");
    }

    /** A field on one node along y is constant along it: what drifts across stays in it. */
    @Test
    void linesOnThePlaneHaveNoEdgesAcross() {
        Grid2D line = Grid2D.line(96, -0.5, 1);
        Field2D u0 = blob(line, 0, 0);
        for (double drift : new double[] {0, 1e-9, -0.01, 3}) {
            Velocity velocity = Velocity.steady((x, y) -> 0.3 * (1 + y), (x, y) -> drift)
                    .divergenceFree()
                    .onPlane();
            for (double t : new double[] {0.3, -0.2}) {
                // Along the path to (x, 0), y = drift·(s - t).
                double moved = 0.3 * (t - 0.5 * drift * t * t);
                Field2D expected = blob(line, moved, 0);
                VariableTransportSolution solution =
                        VariableTransport.of(velocity).solve(u0);
                // Straight or parabolic paths, which the method follows exactly.
                assertRelative(solution.at(t), expected, 1.5e-14);
                assertThat(solution.certificate(t).error()).isLessThan(1e-8);
                assertRelative(ContinuityEquation.of(velocity).solve(u0).at(t), expected, 1.5e-14);
                Grid2D column = new Grid2D(1, 96, 0, -0.5, 1, 1);
                Velocity turned = Velocity.steady((x, y) -> drift, (x, y) -> 0.3 * (1 + x))
                        .onPlane();
                Field2D u = VariableTransport.of(turned)
                        .solve(Field2D.of(column, u0.toArray()))
                        .at(t);
                assertRelative(Field2D.of(line, u.toArray()), expected, 1.5e-14);
            }
        }
    }

    @Test
    void onThePlaneWhatComesInIsZero() {
        Grid2D grid = Grid2D.centered(64, 1);
        Field2D u0 = InitialFields.gaussian(grid, 0.06);
        Velocity wind = Velocity.steady((x, y) -> 1, (x, y) -> 0);
        assertRelative(VariableTransport.of(wind).solve(u0).at(1), u0, 2e-14);
        VariableTransportSolution solution =
                VariableTransport.of(wind.onPlane()).solve(u0);
        assertThat(solution.at(1).maxNorm()).isZero();
        Field2D half = solution.at(0.5);
        assertThat(half.get(63, 32)).isCloseTo(u0.get(31, 32), within(1e-14));
        assertThat(half.get(31, 32)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(wind.onPlane()).solve(u0.plus(1)))
                .withMessageStartingWith("u0 must fall to ");
    }
}
