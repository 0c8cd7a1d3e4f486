package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What residuals are of functions that are known. */
class PinnResidualTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);
    private static final Domain UNIT = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
    private static final Domain SPACE = Domain.of("x", 0, 1).and("y", -1, 1).and("t", 0, 0.5);

    /** u = 0.25 + 2·sin(3(0.5ξ₁ - 0.25ξ₂ + 0.1)): a wave that is a solution of many equations. */
    static Siren wave(Domain domain, double... direction) {
        Architecture one = Architecture.of(
                        domain.lower().stream().mapToDouble(x -> x).toArray(),
                        domain.upper().stream().mapToDouble(x -> x).toArray(),
                        1)
                .axes(domain.axes().toArray(String[]::new))
                .omega0(3);
        double[] parameters = new double[direction.length + 3];
        System.arraycopy(direction, 0, parameters, 0, direction.length);
        parameters[direction.length] = 0.1;
        parameters[direction.length + 1] = 2;
        parameters[direction.length + 2] = 0.25;
        return Siren.of(one, parameters);
    }

    private static double rms(Function<Unknown, Expression> residual, Siren siren, Domain domain) {
        return Math.sqrt(Pinn.residual(residual, Points.sobol(domain, 300)).loss(siren));
    }

    @Test
    void exactSolutionsLeaveRounding() {
        // On a box of sides 2 and 2: ξ = x, and ξ = t - 1.
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(u -> u.t().plus(u.x().times(0.5)), line, LINE)).isLessThan(1e-14);
        assertThat(rms(u -> u.tt().minus(u.xx().times(0.25)), line, LINE)).isLessThan(1e-14);
        // -Δu = k²(u - 0.25) with k = 3·0.5.
        assertThat(rms(
                        u -> u.laplacian()
                                .plus(u.value().minus(Expression.constant(0.25)).times(2.25)),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // ½(u²)_x = u·u_x, so u_t + u·u_x is u_x(u - 0.5) here.
        assertThat(rms(
                        u -> u.t().plus(u.value().times(u.x()))
                                .minus(u.x().times(u.value().plus(-0.5))),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // dξ/dx = 2, dξ/dy = 1, dξ/dt = 4.
        Siren space = wave(SPACE, 0.25, 0.3, 0.1);
        double k2 = 9 * (0.25 + 0.09);
        assertThat(rms(u -> u.laplacian().plus(u.value().plus(-0.25).times(k2)), space, SPACE))
                .isLessThan(1e-13);
        assertThat(rms(u -> u.tt().times(0.34).minus(u.laplacian().times(0.16)), space, SPACE))
                .isLessThan(1e-13);
    }

    @Test
    void anEquationAloneLiesOnTheUnitBox() {
        Pinn heat = Pinn.residual(u -> u.t().minus(u.laplacian().times(0.015)));
        assertThat(heat.architecture())
                .isEqualTo(Pinn.residual(Unknown::value, Points.sobol(UNIT, 1)).architecture());
        Pinn moved = heat.points(Points.sobol(SPACE, 300));
        Siren space = wave(SPACE, 0.25, 0.3, 0.1);
        assertThat(moved.loss(space))
                .isEqualTo(Pinn.residual(u -> u.t().minus(u.laplacian().times(0.015)), Points.sobol(SPACE, 300))
                        .loss(space));
        Pinn begun = heat.condition(Unknown::value, Points.sobol(UNIT, 10).at("t", 0), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begun.points(Points.sobol(SPACE, 10)))
                .withMessageStartingWith("points must be of ");
        assertThat(begun.points(Points.sobol(UNIT, 10))).hasToString("Pinn[3-24-24-1, 2 residuals, 20 points]");
    }

    @Test
    void coordinatesSinesAndExponentialsAreThoseOfThePoints() {
        Siren line = wave(LINE, 0.5, -0.25);
        // sin(3(0.5x - 0.25(t - 1) + 0.1)) from the coordinates alone.
        assertThat(rms(
                        u -> u.coordinate("x")
                                .times(1.5)
                                .plus(u.coordinate("t").times(-0.75))
                                .plus(1.05)
                                .sin()
                                .times(2)
                                .plus(0.25)
                                .minus(u.value()),
                        line,
                        LINE))
                .isLessThan(1e-14);
        // (e^u)_x = u_x·e^u, whatever u is: e^{u}·e^{-u} = 1.
        assertThat(rms(u -> u.value().exp().times(u.value().times(-1).exp()).plus(-1), line, LINE))
                .isLessThan(1e-15);
    }

    @Test
    void whatIsNoSolutionShows() {
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(u -> u.t().plus(u.x()), line, LINE)).isGreaterThan(0.1);
    }

    @Test
    void cosinesAndDifferences() {
        Siren line = wave(LINE, 0.5, -0.25);
        assertThat(rms(
                        u -> u.value()
                                .minus(0.25)
                                .times(0.5)
                                .square()
                                .plus(u.coordinate("x")
                                        .times(1.5)
                                        .plus(u.coordinate("t").times(-0.75))
                                        .plus(1.05)
                                        .cos()
                                        .square())
                                .minus(1),
                        line,
                        LINE))
                .isLessThan(2e-15);
    }

    @Test
    void wallsAndObservationsAreConditions() {
        Siren line = wave(LINE, 0.5, -0.25);
        Points edge = Points.sobol(LINE, 20);
        Function<Unknown, Expression> itself = u -> u.coordinate("x")
                .times(1.5)
                .plus(u.coordinate("t").times(-0.75))
                .plus(1.05)
                .sin()
                .times(2)
                .plus(0.25);
        Function<Unknown, Expression> slope = u -> u.coordinate("x")
                .times(1.5)
                .plus(u.coordinate("t").times(-0.75))
                .plus(1.05 + Math.PI / 2)
                .sin()
                .times(3);
        double[] seen = new double[20];
        for (int k = 0; k < 20; k++) {
            seen[k] = line.value(edge.along(0)[k], edge.along(1)[k]);
        }
        Pinn exact = Pinn.residual(u -> u.t().plus(u.x().times(0.5)), edge)
                .initial(itself, edge, 1)
                .dirichlet("x", itself, edge, 1)
                .neumann("x", slope, edge, 1)
                .data(edge, seen, 1);
        assertThat(Math.sqrt(exact.loss(line))).isLessThan(1e-14);
        assertThat(exact.dirichlet("x", u -> itself.apply(u).plus(1), edge, 3).loss(line))
                .isCloseTo(6, within(1e-13));
        assertThat(exact.neumann("x", u -> slope.apply(u).plus(1), edge, 3).loss(line))
                .isCloseTo(6, within(1e-13));
        seen[3] += 2;
        assertThat(exact.data(edge, seen, 5).loss(line)).isCloseTo(1, within(1e-13));
    }

    /** A formula that is used twice is no longer for it, and a long one not deep. */
    @Test
    void expressionsShareTheirParts() {
        Points points = Points.sobol(LINE, 3);
        Pinn squares = Pinn.residual(
                u -> {
                    Expression power = u.value();
                    for (int k = 0; k < 200; k++) {
                        power = power.square();
                    }
                    return power;
                },
                points);
        // (±1)^(2^200)
        Siren one = wave(LINE, 0, 0);
        double[] parameters = one.parameters();
        parameters[3] = 0;
        parameters[4] = -1;
        assertThat(squares.loss(Siren.of(one.architecture(), parameters))).isCloseTo(1, within(1e-15));
        Pinn sum = Pinn.residual(
                u -> {
                    Expression terms = u.value();
                    for (int k = 0; k < 20000; k++) {
                        terms = terms.plus(1);
                    }
                    return terms;
                },
                points);
        assertThat(sum).hasToString("Pinn[2-24-24-1, 1 residuals, 3 points]");
    }
}
