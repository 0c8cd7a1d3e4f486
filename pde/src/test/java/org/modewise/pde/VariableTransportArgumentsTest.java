package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.VectorField2D;

/** What cannot be followed is refused, and why is said. */
class VariableTransportArgumentsTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNone(double none) {
        Grid2D grid = Grid2D.unit(16);
        Field2D u0 = Flows.hills(grid);
        VariableTransport equation = VariableTransport.of(Flows.cells(grid));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(u0).at(none))
                .withMessage("t must be finite, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.solve(u0.map(u -> u == u0.get(3, 7) ? none : u)))
                .withMessage("u0[3,7] is " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equation.tolerance(none))
                .withMessage("tolerance must be from 1.0E-14 to 0.01, got " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Velocity.steady((x, y) -> 0, (x, y) -> x > 0.5 ? none : 0))
                        .solve(u0))
                .withMessage("vy must be finite, got " + none + " at (0.5625, 0.0), t = 0.0");
        // Only at later times, and only between the nodes.
        VariableTransportSolution late = VariableTransport.of(
                        Velocity.of((x, y, t) -> t > 0.5 && t < 0.6 ? none : 1, (x, y, t) -> 0))
                .solve(u0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> late.at(1))
                .withMessageStartingWith("vx must be finite, got " + none + " at (");
    }

    @Test
    void refusesVelocitiesThatItCannotFollow() {
        Grid2D grid = Grid2D.unit(16);
        Field2D u0 = Flows.hills(grid);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Velocity.steady((x, y) -> -y, (x, y) -> x))
                        .solve(u0))
                .withMessage("the velocity must be periodic, got (-0.0, 1.0) at (1.0, 0.0) and (-0.0, 0.0) a period"
                        + " before, t = 0.0; Velocity.onPlane() takes any");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Velocity.of((x, y, t) -> t * y, (x, y, t) -> 0))
                        .solve(u0)
                        .at(2))
                .withMessageStartingWith("the velocity must be periodic, got (");
        // Periodic at 0 and at t.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Velocity.of((x, y, t) -> t * (2 - t) * y, (x, y, t) -> 0))
                        .solve(u0)
                        .at(2))
                .withMessageStartingWith("the velocity must be periodic, got (");
        // Backwards from x the particle comes from infinity in the time 1/x.
        Field2D spot = InitialFields.gaussian(Grid2D.centered(32, 2), 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(
                                Velocity.steady((x, y) -> -x * x, (x, y) -> 0).onPlane())
                        .solve(spot)
                        .at(30))
                .withMessageStartingWith("the velocity must be smooth enough for paths to the tolerance 1.0E-13, which"
                        + " failed from (")
                .withCauseInstanceOf(RuntimeException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Velocity.steady((x, y) -> 1e12, (x, y) -> 0))
                        .solve(u0)
                        .at(1))
                .withMessageStartingWith("paths must not be longer than 1.0E9 periods, got ");
    }

    @Test
    void passesOnWhatTheVelocityThrows() {
        Field2D u0 = Flows.hills(Grid2D.unit(16));
        IllegalStateException own = new IllegalStateException("mine");
        assertThat(catchThrowable(() -> VariableTransport.of(Velocity.steady(
                                (x, y) -> {
                                    throw own;
                                },
                                (x, y) -> 0))
                        .solve(u0)))
                .isSameAs(own);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-10, 9.9e-15, 0.011, 1})
    void refusesTolerancesThatAreSilly(double tolerance) {
        Velocity velocity = Flows.swirl();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VariableTransport(velocity, tolerance))
                .withMessage("tolerance must be from 1.0E-14 to 0.01, got " + tolerance);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContinuityEquation(velocity, tolerance))
                .withMessage("tolerance must be from 1.0E-14 to 0.01, got " + tolerance);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatNullPointerException()
                .isThrownBy(() -> VariableTransport.of(null))
                .withMessage("velocity");
        assertThatNullPointerException()
                .isThrownBy(() -> VariableTransport.of(Flows.swirl()).solve(null))
                .withMessage("u0");
        assertThatNullPointerException()
                .isThrownBy(() -> Velocity.of((SpaceTimeFunction) null, (x, y, t) -> 0))
                .withMessage("vx");
        assertThatNullPointerException()
                .isThrownBy(() -> Velocity.of((x, y, t) -> 0, null))
                .withMessage("vy");
        assertThatNullPointerException()
                .isThrownBy(() -> Velocity.steady(null, (x, y) -> 0))
                .withMessage("vx");
        assertThatNullPointerException()
                .isThrownBy(() -> Velocity.steady((x, y) -> 0, null))
                .withMessage("vy");
        assertThatNullPointerException().isThrownBy(() -> Velocity.of(null)).withMessage("v");
        assertThatNullPointerException()
                .isThrownBy(() -> Flows.swirl().divergence(null))
                .withMessage("divergence");
        Grid2D grid = Grid2D.unit(4);
        Field2D bad = Field2D.of(grid, (x, y) -> x == 0.25 && y == 0.5 ? Double.NaN : 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Velocity.of(new VectorField2D(Measure.noise(grid, 1), bad)))
                .withMessage("v.y[1,2] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariableTransport.of(Flows.swirl())
                        .solve(Measure.noise(grid, 1).times(1e308)))
                .withMessageStartingWith("u0 must have a finite spectrum, got max |u0| = ");
    }
}
