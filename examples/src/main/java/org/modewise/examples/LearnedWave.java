package org.modewise.examples;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Wave;
import org.modewise.pde.WaveState;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.Unknown;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/** u_tt = u_xx on a ring of length 1 for one period, from rest. */
final class LearnedWave {
    private LearnedWave() {}

    static Comparison compare(Learning learning) {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        Points beginning = Points.sobol(ring, 100);
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.wave(1), Points.sobol(ring, 1000))
                    .initial(LearnedWave::waves, beginning, 1000)
                    .condition(Unknown::t, beginning.at("t", 0), 100)
                    .periodic("x")
                    .hidden(20, 20)
                    .omega0(2)
                    .optimizer(SelfScaledBroyden.standard())
                    .seed(learning.seed());
            return learning.train(pinn, 5000);
        });
        Grid2D line = Grid2D.line(128, 0, 1);
        Field2D begin = Field2D.of(line, (x, y) -> Math.sin(2 * Math.PI * x) + 0.5 * Math.cos(4 * Math.PI * x));
        WaveState rest = new WaveState(begin, begin.times(0));
        Learning.Timed<List<Field2D>> exact = Learning.Timed.of(() -> {
            var solution = new Wave(1).solve(rest);
            return Learning.frames(t -> solution.at(t).displacement(), 1, 64);
        });
        Field2D plane = Comparison.stacked(exact.value(), 1);
        return Comparison.of(
                "wave",
                List.of(fit.value().model().sample(plane.grid())),
                List.of(plane),
                fit.seconds(),
                exact.seconds());
    }

    private static Expression waves(Unknown u) {
        Expression x = u.coordinate("x").times(2 * Math.PI);
        return x.sin().plus(x.times(2).cos().times(0.5));
    }
}
