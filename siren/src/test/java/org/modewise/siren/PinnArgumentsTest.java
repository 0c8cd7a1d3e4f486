package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is refused of an equation, its points and its conditions, and in what words. */
class PinnArgumentsTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);
    private static final Domain SPACE = Domain.of("x", 0, 1).and("y", -1, 1).and("t", 0, 0.5);

    @Test
    void badArgumentsAreNamed() {
        Points points = Points.sobol(LINE, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::y, points))
                .withMessage("axis must be one of [x, t], got y");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Pinn.residual(Unknown::x, points).condition(Unknown::value, Points.sobol(SPACE, 3), 1))
                .withMessageStartingWith("points must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).condition(Unknown::value, points, 0))
                .withMessage("weight must be > 0 and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::laplacian, Points.sobol(Domain.of("t", 0, 1), 3)))
                .withMessage("a Laplacian or gradient needs an axis x, y or z, got [t]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).loss(PinnResidualTest.wave(SPACE, 1, 2, 3)))
                .withMessageContaining("siren must lie on the box");
        Domain turned = Domain.of("t", -1, 1).and("x", 0, 2);
        Fit ofTurned =
                Pinn.residual(Unknown::x, Points.sobol(turned, 3)).steps(0).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).loss(ofTurned.model()))
                .withMessageContaining("siren must lie on the box")
                .withMessageEndingWith("of [t, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, points).from(ofTurned))
                .withMessageContaining("siren must lie on the box");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(Unknown::x, Points.sobol(turned, 3))
                        .from(ofTurned)
                        .points(points))
                .withMessageContaining("siren must lie on the box");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("w", 0, 1))
                .withMessage("axes must be x, y, z or t, each once, got [w]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LINE.and("x", 0, 1))
                .withMessage("axes must be x, y, z or t, each once, got [x, t, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("x", 1, 1))
                .withMessage("upper end of x must be above 1.0 by a finite length, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.sobol(LINE, 0))
                .withMessage("count must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1}))
                .withMessage("coordinates[0] must be 2 numbers, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1, Double.NaN}))
                .withMessage("coordinates[0][1] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.of(LINE, new double[] {1, 0}, new double[] {-2, 1}))
                .withMessage("coordinates[1][0] must be in [-1.0, 1.0] of x, got -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> points.at("t", 50))
                .withMessage("value must be in [0.0, 2.0] of t, got 50.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Domain.of("x", -1e308, 1e308))
                .withMessageContaining("by a finite length");
        assertThat(Domain.of("x", -0.0, 1)).isEqualTo(Domain.of("x", 0.0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(u -> u.value().times(Double.NaN), points))
                .withMessage("number must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(u -> u.coordinate("x"), points))
                .withMessage("residual must depend on the unknown function or a coefficient");
        Pinn pinn = Pinn.residual(Unknown::x, points);
        Points places = Points.sobol(Domain.of("x", -1, 1), 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.initial(Unknown::value, places, 1))
                .withMessage("points must be of Domain[x in [-1, 1], t in [0, 2]], got some of Domain[x in [-1, 1]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.neumann("t", Unknown::value, places, 1))
                .withMessageStartingWith("points must be of Domain[x in [-1, 1], t in [0, 2]], ");
        assertThatNullPointerException()
                .isThrownBy(() -> pinn.initial(Unknown::value, null, 1))
                .withMessage("points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(points, new double[] {1, 2}, 1))
                .withMessage("observed must be 3 numbers, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(points, new double[] {1, 2, Double.NaN}, 1))
                .withMessage("observed[2] must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.condition(Unknown::observed, points, 1))
                .withMessage("a residual of observed values needs values at its points, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.periodic("y"))
                .withMessage("axis must be one of [x, t], got y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.neumann("z", Unknown::value, points, 1))
                .withMessage("axis must be one of [x, t], got z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.coefficient("alpha", Double.NaN))
                .withMessage("start must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.coefficient(" ", 1))
                .withMessage("name must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinn.residual(
                        u -> u.x().times(Expression.coefficient("c", 1)).plus(Expression.coefficient("c", 2)), points))
                .withMessage("coefficient c must have one start, got 1.0 and 2.0");
        Fit fit = pinn.steps(0).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.coefficient("alpha"))
                .withMessage("name must be one of [], got alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.redrawn(fit, Points.sobol(LINE, 2)))
                .withMessage("count must be <= 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.redrawn(fit, Points.sobol(SPACE, 20)))
                .withMessageStartingWith("points must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(LINE, 2), 3))
                .withMessage("count must be <= 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(LINE, 2), 0))
                .withMessage("count must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.refined(fit, Points.sobol(SPACE, 20), 1))
                .withMessageStartingWith("points must be of");
    }

    private static void nullIsNamed(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }

    @Test
    void nullsAreNamed() {
        Points points = Points.sobol(LINE, 3);
        Pinn pinn = Pinn.residual(Unknown::x, points);
        nullIsNamed("residual", () -> Pinn.residual(null, points));
        nullIsNamed("coordinates", () -> Points.of(LINE, (double[][]) null));
        nullIsNamed("coordinates[0]", () -> Points.of(LINE, (double[]) null));
        nullIsNamed("coordinates[1]", () -> Points.of(LINE, new double[] {0, 0}, null));
        nullIsNamed("others", () -> points.and(null));
        nullIsNamed("axis", () -> points.at(null, 1));
        nullIsNamed("axes", () -> pinn.periodic((String[]) null));
        nullIsNamed("axes[0]", () -> pinn.periodic((String) null));
        nullIsNamed("fit", () -> pinn.from(null));
        nullIsNamed("fit", () -> pinn.residuals(null, points));
        nullIsNamed("fit", () -> pinn.refined(null, points, 1));
        nullIsNamed("siren", () -> pinn.loss(null));
        nullIsNamed("g", () -> pinn.initial(null, points, 1));
        nullIsNamed("axis", () -> pinn.dirichlet(null, Unknown::value, points, 1));
        nullIsNamed("g", () -> pinn.dirichlet("x", null, points, 1));
        nullIsNamed("axis", () -> pinn.neumann(null, Unknown::value, points, 1));
        nullIsNamed("g", () -> pinn.neumann("x", null, points, 1));
        nullIsNamed("axis", () -> Pinn.residual(u -> u.x().plus(u.coordinate(null)), points));
        nullIsNamed("axis", () -> Pinn.residual(u -> u.first(null), points));
        nullIsNamed("axes", () -> new Domain(null, List.of(0.0), List.of(1.0)));
        nullIsNamed("lower", () -> new Domain(List.of("x"), null, List.of(1.0)));
        nullIsNamed("upper[0]", () -> new Domain(List.of("x"), List.of(0.0), Arrays.asList((Double) null)));
        nullIsNamed("axis", () -> Domain.of(null, 0, 1));
        nullIsNamed("axis", () -> LINE.and(null, 0, 1));
        Architecture two = pinn.hidden(3, 3).architecture();
        nullIsNamed(
                "hidden[1]",
                () -> new Architecture(
                        Arrays.asList(3, null), two.omega0(), two.activation(), two.lower(), two.upper(), two.axes()));
        nullIsNamed(
                "omega0[0]",
                () -> new Architecture(
                        two.hidden(),
                        Arrays.asList(null, 1.0),
                        two.activation(),
                        two.lower(),
                        two.upper(),
                        two.axes()));
        nullIsNamed("names[1]", () -> two.axes("x", null));
    }

    @Test
    void periodsComeOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Pinn.residual(Unknown::x, Points.sobol(LINE, 3)).periodic("x", "x"))
                .withMessage("axes must each come once, got [x, x]");
    }

    @Test
    void domainsInALineEndWithWholeNumbers() {
        assertThat(Domain.of("x", -1, 1).and("t", 0, 0.5)).hasToString("Domain[x in [-1, 1], t in [0, 0.5]]");
        Domain long4 = Domain.of("x", -1e-17, 0.1 + 0.2)
                .and("t", 0, 1 / 3.0)
                .and("y", 1e7, 2e7)
                .and("z", -1.23456789e-300, 1e300);
        assertThat(long4).hasToString("Domain[x in [-1.000e-17, 0.3000], t in [0, 0.3333], y in [1.000e+07, ..]");
        assertThat(long4.toString()).hasSizeLessThanOrEqualTo(80);
    }
}
