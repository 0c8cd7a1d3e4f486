package org.modewise.examples;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.Domain;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/**
 * u_t = D u_xx + s(u - u³): a front from 1 to 0 that runs at 3√(sD/2), 1/(1 + e^{k(x - vt)}) with k = √(s/2D). Such fronts
 * are what is known of this equation in closed form.
 */
final class LearnedAllenCahn {
    private static final double DIFFUSIVITY = 0.01;
    private static final double RATE = 5;

    private LearnedAllenCahn() {}

    private static double front(double x, double t) {
        double k = Math.sqrt(RATE / (2 * DIFFUSIVITY));
        double v = 3 * Math.sqrt(RATE * DIFFUSIVITY / 2);
        return 1 / (1 + Math.exp(k * (x + 0.25 - v * t)));
    }

    static Comparison compare(Learning learning) {
        Domain strip = Domain.of("x", -1, 1).and("t", 0, 1);
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.allenCahn(DIFFUSIVITY, RATE), Points.sobol(strip, 1500));
            pinn = given(pinn, strip, new int[] {200, 1}, "t", 0, 100);
            pinn = given(pinn, strip, new int[] {1, 50}, "x", -1, 100);
            pinn = given(pinn, strip, new int[] {1, 50}, "x", 1, 100);
            pinn = pinn.hidden(20, 20)
                    .omega0(2)
                    .optimizer(SelfScaledBroyden.standard())
                    .seed(learning.seed());
            return learning.train(pinn, 5000);
        });
        Grid2D plane = new Grid2D(128, 65, -1, 0, 2, 65.0 / 64);
        Learning.Timed<Field2D> exact = Learning.Timed.of(() -> Field2D.of(plane, LearnedAllenCahn::front));
        return Comparison.of(
                "Allen-Cahn",
                List.of(fit.value().model().sample(plane)),
                List.of(exact.value()),
                fit.seconds(),
                exact.seconds());
    }

    /** The front's values at points of one edge. */
    private static Pinn given(Pinn pinn, Domain strip, int[] counts, String axis, double end, double weight) {
        Points edge = Points.grid(strip, counts).at(axis, end);
        double[] values = new double[edge.size()];
        for (int k = 0; k < values.length; k++) {
            double along = (k + 0.5) / values.length;
            values[k] = axis.equals("t") ? front(-1 + 2 * along, end) : front(end, along);
        }
        return pinn.data(edge, values, weight);
    }
}
