package org.modewise.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.pde.Burgers;
import org.modewise.siren.Activation;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/** u_t + u u_x = (0.01/π) u_xx from -sin πx: the usual benchmark, with 100 points at the beginning and the walls. */
final class LearnedBurgers {
    private static final double VISCOSITY = 0.01 / Math.PI;
    private static final Domain STRIP = Domain.of("x", -1, 1).and("t", 0, 1);

    private LearnedBurgers() {}

    /** Writes pictures of both solutions, x to the right and t upwards, of what lies between them, and of the losses. */
    static Comparison compare(Learning learning, Path folder) throws IOException {
        List<Double> losses = new ArrayList<>();
        Learning.Timed<Fit> fit = Learning.Timed.of(() -> learn(learning, losses));
        Field2D begin = Field2D.of(Grid2D.line(256, -1, 2), (x, y) -> -Math.sin(Math.PI * x));
        Learning.Timed<List<Field2D>> exact =
                Learning.Timed.of(() -> Learning.frames(new Burgers(VISCOSITY).solve(begin)::at, 1, 100));
        Field2D whole = Comparison.stacked(exact.value(), 1);
        Field2D network = fit.value().model().sample(whole.grid());
        Images.write(whole, Colormap.COOLWARM, -1, 1, folder.resolve("exact.png"));
        Images.write(network, Colormap.COOLWARM, -1, 1, folder.resolve("learned.png"));
        Field2D misses = network.minus(whole);
        double most = misses.maxNorm();
        Images.write(misses, Colormap.COOLWARM, -most, most, folder.resolve("error.png"));
        LossChart.draw(
                Map.of("Burgers", losses),
                "A shock, more points every 1000 steps",
                "loss: weighted mean squares of residuals",
                folder.resolve("losses.png"));
        return Comparison.of("Burgers", List.of(network), List.of(whole), fit.seconds(), exact.seconds());
    }

    private static Fit learn(Learning learning, List<Double> losses) {
        Expression zero = Expression.constant(0);
        Pinn pinn = Pinn.residual(PinnEquations.burgers(VISCOSITY), Points.sobol(STRIP, 4000))
                .initial(u -> u.coordinate("x").times(-Math.PI).sin(), Points.sobol(STRIP, 50), 50)
                .dirichlet("x", u -> zero, Points.sobol(STRIP, 25), 50)
                .hidden(20, 20, 20)
                .activation(Activation.TANH)
                .optimizer(SelfScaledBroyden.standard())
                .seed(learning.seed());
        Fit fit = learning.train(pinn, 1000);
        losses.addAll(fit.losses());
        // A shock would hide between even points; in the end there are 10000.
        for (int round = 1; round <= 3; round++) {
            Points candidates = Points.latinHypercube(STRIP, 50000, learning.seed() + round);
            pinn = pinn.refined(fit, candidates, 2000);
            fit = learning.train(pinn, round < 3 ? 1000 : 3000);
            losses.addAll(fit.losses());
        }
        return fit;
    }
}
