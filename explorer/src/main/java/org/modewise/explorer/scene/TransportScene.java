package org.modewise.explorer.scene;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.pde.SpectralSolution;
import org.modewise.pde.Transport;

/** u_t + c·∇u = 0. */
record TransportScene() implements SceneEquation {
    @Override
    public String name() {
        return "transport";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Slider("cx", "velocity c along x", "L/T", -2, 2, 1, false),
                new Parameter.Slider("cy", "velocity c along y", "L/T", -2, 2, 0.5, false));
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.YES;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        return new Drift(equation(settings).solve(initial), Math.hypot(settings.number("cx"), settings.number("cy")));
    }

    private static Transport equation(Settings settings) {
        return new Transport(settings.number("cx"), settings.number("cy"));
    }

    @Override
    public String code(Settings settings, Moment moment) {
        return "var solution = new Transport(" + settings.number("cx") + ", " + settings.number("cy")
                + ").solve(u);\nField2D shown = solution.at(" + moment.t() + ");";
    }

    private record Drift(SpectralSolution solution, double speed) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.at(t, values);
        }

        @Override
        public double slope(double effectiveSquare) {
            return 0;
        }

        @Override
        public double critical() {
            return speed == 0 ? Double.NaN : solution.grid().lx() / speed;
        }

        @Override
        public String criticalMeaning() {
            return "a length of the torus is covered";
        }
    }
}
