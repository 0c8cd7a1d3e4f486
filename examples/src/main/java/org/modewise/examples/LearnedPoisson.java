package org.modewise.examples;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Box;
import org.modewise.pde.Poisson;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.Unknown;

/** -Δu = 2π²·sin πx·sin πy, u = 0 on the walls. */
final class LearnedPoisson {
    private static final Expression ZERO = Expression.constant(0);

    private LearnedPoisson() {}

    static Comparison compare(Learning learning) {
        Domain square = Domain.of("x", 0, 1).and("y", 0, 1);
        Points walls = Points.sobol(square, 50);
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.poisson(LearnedPoisson::charge), Points.sobol(square, 500))
                    .dirichlet("x", u -> ZERO, walls, 100)
                    .dirichlet("y", u -> ZERO, walls, 100)
                    .hidden(16, 16)
                    .omega0(2)
                    .seed(learning.seed());
            return learning.train(pinn, 80);
        });
        Box box = Box.dirichlet();
        Grid2D grid = box.grid(64);
        Learning.Timed<Field2D> exact = Learning.Timed.of(() -> Poisson.solve(
                Field2D.of(grid, (x, y) -> 2 * Math.PI * Math.PI * Math.sin(Math.PI * x) * Math.sin(Math.PI * y)),
                box));
        Field2D network = fit.value().model().sample(grid);
        return Comparison.of("Poisson", List.of(network), List.of(exact.value()), fit.seconds(), exact.seconds());
    }

    private static Expression charge(Unknown u) {
        Expression sines = u.coordinate("x")
                .times(Math.PI)
                .sin()
                .times(u.coordinate("y").times(Math.PI).sin());
        return sines.times(2 * Math.PI * Math.PI);
    }
}
