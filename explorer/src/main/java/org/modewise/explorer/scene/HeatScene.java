package org.modewise.explorer.scene;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.pde.BackwardReport;
import org.modewise.pde.Heat;
import org.modewise.pde.SpectralSolution;

/** u_t = α Δu. */
record HeatScene() implements SceneEquation {
    // Beyond it a wave's samples and their squares leave the doubles.
    private static final double RAW_AMPLIFICATION = 1e120;

    @Override
    public String name() {
        return "heat";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Slider("diffusivity", "diffusivity α", "L²/T", 1e-4, 0.2, 0.015, true));
    }

    @Override
    public Reversibility reversibility() {
        return Reversibility.REGULARIZED;
    }

    @Override
    public Motion solve(Field2D initial, Settings settings) {
        double diffusivity = settings.number("diffusivity");
        return new Diffusion(new Heat(diffusivity).solve(initial), diffusivity);
    }

    @Override
    public String code(Settings settings, Moment moment) {
        double t = moment.t();
        String solution = "var solution = new Heat(" + settings.number("diffusivity") + ").solve(u);\n";
        return t < 0
                ? solution + "Field2D shown = solution.backward(" + moment.amplification() + ").at(" + t + ");"
                : solution + "Field2D shown = solution.at(" + t + ");";
    }

    private record Diffusion(SpectralSolution solution, double diffusivity) implements Motion {
        @Override
        public void at(double t, double[] values) {
            solution.at(t, values);
        }

        @Override
        public Backward backward(double t, double amplification, double[] regularized, double[] raw) {
            var bounded = solution.backward(amplification);
            bounded.at(t, regularized);
            if (raw != null) {
                solution.backward(RAW_AMPLIFICATION).at(t, raw);
            }
            BackwardReport report = bounded.report(t);
            int known = within(-Math.log(Math.ulp(1.0)), t);
            double shortest =
                    Math.hypot(kx(solution.grid().nx() / 2), kx(solution.grid().nx() / 2));
            return new Backward(
                    known,
                    report.modes(),
                    report.modes() - report.cutModes(),
                    diffusivity * shortest * shortest * -t / Math.log(10),
                    report.largestAmplification(),
                    report.noiseGain(),
                    report.modes() - within(Math.log(RAW_AMPLIFICATION), t));
        }

        /** How many modes are amplified by e^exponent at most; the axes of the torus are alike. */
        private int within(double exponent, double t) {
            int n = solution.grid().nx();
            double[] parts = new double[n];
            for (int k = 0; k < n; k++) {
                parts[k] = diffusivity * kx(k - n / 2) * kx(k - n / 2) * -t;
            }
            int count = 0;
            for (double alongY : parts) {
                for (double alongX : parts) {
                    count += alongX + alongY <= exponent ? 1 : 0;
                }
            }
            return count;
        }

        private double kx(int mode) {
            return solution.grid().kx(mode);
        }

        @Override
        public double blur(double t) {
            return Math.sqrt(2 * diffusivity * t);
        }

        @Override
        public double slope(double effectiveSquare) {
            return -2 * diffusivity * effectiveSquare;
        }

        @Override
        public double critical() {
            double wavenumber = solution.grid().kx(1);
            return 1 / (diffusivity * wavenumber * wavenumber);
        }

        @Override
        public String criticalMeaning() {
            return "the wave of period 1 has fallen to 1/e";
        }
    }
}
