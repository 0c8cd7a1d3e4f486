package org.modewise.examples;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Heat;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.Unknown;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/** u_t = 0.015 Δu on a torus, from two waves. */
final class LearnedHeat {
    private static final double DIFFUSIVITY = 0.015;

    private LearnedHeat() {}

    static Comparison compare(Learning learning) {
        Domain torus = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.heat(DIFFUSIVITY), Points.sobol(torus, 2500))
                    .initial(LearnedHeat::waves, Points.sobol(torus, 500), 100)
                    .periodic("x", "y")
                    .omega0(1)
                    .optimizer(SelfScaledBroyden.standard())
                    .seed(learning.seed());
            return learning.train(pinn, 3000);
        });
        Grid2D grid = Grid2D.unit(64);
        Field2D initial = Field2D.of(
                grid,
                (x, y) -> Math.sin(2 * Math.PI * x) * Math.cos(2 * Math.PI * y) + 0.5 * Math.cos(2 * Math.PI * x));
        Learning.Timed<List<Field2D>> exact =
                Learning.Timed.of(() -> Learning.frames(new Heat(DIFFUSIVITY).solve(initial)::at, 1, 10));
        List<Field2D> network = Learning.frames(t -> fit.value().model().sample(grid, t), 1, 10);
        return Comparison.of("heat", network, exact.value(), fit.seconds(), exact.seconds());
    }

    private static Expression waves(Unknown u) {
        Expression x = u.coordinate("x").times(2 * Math.PI);
        Expression y = u.coordinate("y").times(2 * Math.PI);
        return x.sin().times(y.cos()).plus(x.cos().times(0.5));
    }
}
