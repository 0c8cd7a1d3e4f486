package org.modewise.examples;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Transport;
import org.modewise.siren.Domain;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/**
 * u_t + u_x = 0 on a ring of length 1. Smooth waves are easy for a network as long as they turn a few times;
 * many turns and edges are not.
 */
final class LearnedTransport {
    private static final int NODES = 128;
    private static final int BEGINNING = 100;

    private LearnedTransport() {}

    /** Two waves, once around. */
    static Comparison compare(Learning learning) {
        return compare("transport", learning, LearnedTransport::waves, 1);
    }

    /** The same for longer, and edges: 4 turns are easy, 16 and edges too much. */
    static List<Comparison> limits(Learning learning) {
        return List.of(
                compare("4 turns", learning, LearnedTransport::waves, 4),
                compare("16 turns", learning, LearnedTransport::waves, 16),
                compare("edges", learning, x -> x > 0.25 && x < 0.75 ? 1 : 0, 1));
    }

    private static double waves(double x) {
        return Math.sin(2 * Math.PI * x) + 0.5 * Math.cos(4 * Math.PI * x);
    }

    private static Comparison compare(String name, Learning learning, DoubleUnaryOperator initial, double end) {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, end);
        Grid2D line = Grid2D.line(NODES, 0, 1);
        // The middles of cells, where edges are not.
        Points beginning = Points.grid(ring, BEGINNING, 1).at("t", 0);
        double[] values = new double[BEGINNING];
        for (int k = 0; k < BEGINNING; k++) {
            values[k] = initial.applyAsDouble((k + 0.5) / BEGINNING);
        }
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> {
            Pinn pinn = Pinn.residual(PinnEquations.transport(1), Points.sobol(ring, 1000))
                    .data(beginning, values, 100)
                    .periodic("x")
                    .hidden(20, 20)
                    .omega0(2)
                    .optimizer(SelfScaledBroyden.standard())
                    .seed(learning.seed());
            return learning.train(pinn, 5000);
        });
        Field2D begin = Field2D.of(line, (x, y) -> initial.applyAsDouble(x));
        Learning.Timed<List<Field2D>> exact =
                Learning.Timed.of(() -> Learning.frames(new Transport(1, 0).solve(begin)::at, end, 64));
        Field2D plane = Comparison.stacked(exact.value(), end);
        return Comparison.of(
                name,
                List.of(fit.value().model().sample(plane.grid())),
                List.of(plane),
                fit.seconds(),
                exact.seconds());
    }
}
