package org.modewise.explorer.scene;

import java.util.List;
import java.util.Locale;
import org.modewise.core.Field2D;
import org.modewise.pde.Burgers;
import org.modewise.pde.BurgersSolution;
import org.modewise.pde.HamiltonJacobi;
import org.modewise.pde.HamiltonJacobiSolution;

/** u_t + u u_x = ν u_xx on each row, or Φ_t + |∇Φ|²/2 = ν ΔΦ for the potential of a velocity on the plane. */
record BurgersScene() implements SceneEquation {
    private static final String LINES = "lines";
    private static final String POTENTIAL = "potential";

    // What is painted has edges, and a potential with edges of height 1 has velocities of 100.
    private static final double POTENTIAL_UNIT = 0.02;

    @Override
    public String name() {
        return "burgers";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice("kind", "painted is", List.of(LINES, POTENTIAL), LINES),
                new Parameter.Slider("viscosity", "viscosity ν", "L²/T", 1e-3 / Math.PI, 0.1, 0.01 / Math.PI, true),
                new Parameter.Slider("amplitude", "painted times", "", 0.01, 2, 1, true));
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.NO;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        double viscosity = settings.number("viscosity");
        Field2D scaled = initial.times(factor(settings));
        return settings.name("kind").equals(LINES)
                ? new Lines(new Burgers(viscosity).solve(scaled))
                : new Potential(new HamiltonJacobi(viscosity).solve(scaled));
    }

    private static double factor(Settings settings) {
        double amplitude = settings.number("amplitude");
        return settings.name("kind").equals(LINES) ? amplitude : POTENTIAL_UNIT * amplitude;
    }

    @Override
    public String code(Settings settings, Moment moment) {
        String equation = settings.name("kind").equals(LINES) ? "Burgers" : "HamiltonJacobi";
        return "var solution = new " + equation + "(" + settings.number("viscosity") + ").solve(u.times("
                + factor(settings) + "));\nField2D shown = solution.at(" + moment.t() + ");";
    }

    private static String words(Enum<?> method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private record Lines(BurgersSolution solution) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.at(t, values);
        }

        @Override
        public double critical() {
            return solution.shockTime();
        }

        @Override
        public String criticalMeaning() {
            return "the first shock, if there were no viscosity";
        }

        @Override
        public String method(double t) {
            return words(solution.method(t));
        }

        @Override
        public String note(double t) {
            return "Each row is a line of its own, and moves to the right where it is positive.";
        }
    }

    private record Potential(HamiltonJacobiSolution solution) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.at(t, values);
        }

        @Override
        public double critical() {
            return solution.kinkTime();
        }

        @Override
        public String criticalMeaning() {
            return "the first kink, if there were no viscosity";
        }

        @Override
        public String method(double t) {
            return words(solution.method(t));
        }

        @Override
        public String note(double t) {
            return "Shown is the potential Φ, 0.02 times what is painted; its gradient is the velocity.";
        }
    }
}
