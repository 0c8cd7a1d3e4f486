package org.modewise.explorer.scene;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.pde.DensitySolution;
import org.modewise.pde.OrnsteinUhlenbeck;

/** p_t = θ∇·((x - μ)p) + D Δp. */
record OrnsteinUhlenbeckScene() implements SceneEquation {
    @Override
    public String name() {
        return "ornstein-uhlenbeck";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Slider("rate", "rate θ", "1/T", 0, 5, 1, false),
                new Parameter.Slider("meanX", "mean μ along x", "L", 0, 1, 0.5, false),
                new Parameter.Slider("meanY", "mean μ along y", "L", 0, 1, 0.5, false),
                new Parameter.Slider("diffusivity", "diffusivity D", "L²/T", 1e-5, 0.05, 0.004, true));
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.NO;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        OrnsteinUhlenbeck equation = new OrnsteinUhlenbeck(
                settings.number("rate"),
                settings.number("meanX"),
                settings.number("meanY"),
                settings.number("diffusivity"));
        return new Density(equation, equation.solve(initial));
    }

    @Override
    public String code(Settings settings, Moment moment) {
        return "var solution = new OrnsteinUhlenbeck(" + settings.number("rate") + ", " + settings.number("meanX")
                + ", "
                + settings.number("meanY") + ", " + settings.number("diffusivity")
                + ").solve(u);\nField2D shown = solution.at(" + moment.t() + ");";
    }

    private record Density(OrnsteinUhlenbeck equation, DensitySolution solution) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.at(t, values);
        }

        @Override
        public double blur(double t) {
            return Math.sqrt(equation.transition(t).varianceX());
        }

        @Override
        public double critical() {
            return equation.rate() == 0 ? Double.NaN : 1 / equation.rate();
        }

        @Override
        public String criticalMeaning() {
            return "the way to the mean is down to 1/e";
        }

        @Override
        public double leaked(double t) {
            return solution.leakedMass(t);
        }

        @Override
        public String note(double t) {
            return "A density on the plane, of which the page shows a window: what leaves it does not come back round.";
        }
    }
}
