package org.modewise.examples;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.HamiltonJacobi;
import org.modewise.siren.Domain;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/** Φ_t + Φ_x²/2 = 0.02 Φ_xx on a ring of length 2, from cos(πx)/π: a hill whose top sharpens to a kink. */
final class LearnedHamiltonJacobi {
    private static final double VISCOSITY = 0.02;

    private LearnedHamiltonJacobi() {}

    static Comparison compare(Learning learning) {
        Domain ring = Domain.of("x", -1, 1).and("t", 0, 1);
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.hamiltonJacobi(VISCOSITY), Points.sobol(ring, 1500))
                    .initial(
                            u -> u.coordinate("x").times(Math.PI).cos().times(1 / Math.PI),
                            Points.sobol(ring, 100),
                            100)
                    .periodic("x")
                    .hidden(20, 20)
                    .omega0(2)
                    .optimizer(SelfScaledBroyden.standard())
                    .seed(learning.seed());
            return learning.train(pinn, 5000);
        });
        Field2D begin = Field2D.of(Grid2D.line(256, -1, 2), (x, y) -> Math.cos(Math.PI * x) / Math.PI);
        Learning.Timed<List<Field2D>> exact =
                Learning.Timed.of(() -> Learning.frames(new HamiltonJacobi(VISCOSITY).solve(begin)::at, 1, 64));
        Field2D plane = Comparison.stacked(exact.value(), 1);
        return Comparison.of(
                "Hamilton-Jacobi",
                List.of(fit.value().model().sample(plane.grid())),
                List.of(plane),
                fit.seconds(),
                exact.seconds());
    }
}
