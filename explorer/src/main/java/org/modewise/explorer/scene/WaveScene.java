package org.modewise.explorer.scene;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.pde.Wave;
import org.modewise.pde.WaveSolution;
import org.modewise.pde.WaveState;

/** u_tt = c²Δu, at rest at first. */
record WaveScene() implements SceneEquation {
    @Override
    public String name() {
        return "wave";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Slider("speed", "speed c", "L/T", 0.1, 2, 1, false));
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.YES;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        double speed = settings.number("speed");
        return new Membrane(new Wave(speed).solve(WaveState.atRest(initial)), speed);
    }

    @Override
    public String code(Settings settings, Moment moment) {
        return "var solution = new Wave(" + settings.number("speed")
                + ").solve(WaveState.atRest(u));\nField2D shown = solution.displacement(" + moment.t() + ");";
    }

    private record Membrane(WaveSolution solution, double speed) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.displacement(t, values);
        }

        @Override
        public double critical() {
            return solution.grid().lx() / speed;
        }

        @Override
        public String criticalMeaning() {
            return "a wave has gone round the torus";
        }

        @Override
        public String note(double t) {
            return "The membrane starts at rest. ‖u‖² swings; what is kept is ½∫(u_t² + c²|∇u|²).";
        }
    }
}
