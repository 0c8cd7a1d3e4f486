package org.modewise.explorer.scene;

import java.util.List;
import java.util.Locale;
import org.modewise.core.Field2D;
import org.modewise.pde.Poisson;

/** -Δu = f - mean(f). */
record PoissonScene() implements SceneEquation {
    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.STATIC;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        Field2D potential = Poisson.solve(Poisson.projectMean(initial));
        return new Potential(potential.toArray(), initial.mean());
    }

    @Override
    public String code(Settings settings, Moment moment) {
        return "Field2D shown = Poisson.solve(Poisson.projectMean(u));";
    }

    private record Potential(double[] samples, double mean) implements Motion {
        @Override
        public void at(double t, double[] values) {
            System.arraycopy(samples, 0, values, 0, values.length);
        }

        @Override
        public String note(double t) {
            return String.format(
                    Locale.ROOT,
                    "The mean of the painted field, %.4g, is taken off: a torus has no solution with it.",
                    mean);
        }
    }
}
