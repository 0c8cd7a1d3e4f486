package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/** Unknown numbers of an equation: how they move, and that data tell them. */
class PinnCoefficientTest {
    private static final Domain LINE = Domain.of("x", -1, 1).and("t", 0, 2);

    @TempDir
    private Path folder;

    /** A coefficient moves by shares of itself, whoever moves it. */
    @Test
    void coefficientsHaveUnitsForEveryOptimizer() {
        for (Optimizer optimizer : List.of(Adam.of(1e-2), Lbfgs.standard(), LevenbergMarquardt.standard())) {
            Pinn pinn = Pinn.residual(
                            u -> u.value().minus(u.coordinate("x").times(Expression.coefficient("slope", 1e-5))),
                            Points.sobol(LINE, 50))
                    .hidden(4)
                    .optimizer(optimizer)
                    .steps(1);
            assertThat(pinn.run().coefficient("slope") / 1e-5)
                    .as(optimizer.toString())
                    .isCloseTo(1, within(0.05));
        }
    }

    /** α is found from noisy samples of one wave that decays. */
    @Test
    void aDiffusivityIsFoundFromNoisyData() throws IOException {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        double alpha = 0.02;
        Points where = Points.latinHypercube(ring, 300, 5);
        double[] seen = new double[where.size()];
        Random noise = new Random(6);
        for (int k = 0; k < seen.length; k++) {
            double t = where.along(1)[k];
            seen[k] = Math.exp(-alpha * 4 * Math.PI * Math.PI * t) * Math.sin(2 * Math.PI * where.along(0)[k])
                    + 0.01 * Math.sqrt(0.5) * noise.nextGaussian();
        }
        Pinn pinn = Pinn.residual(PinnEquations.heat(Expression.coefficient("alpha", 0.1)), Points.sobol(ring, 200))
                .data(where, seen, 10)
                .periodic("x")
                .hidden(8, 8)
                .omega0(2)
                .seed(1)
                .steps(40);
        Fit fit = pinn.run();
        assertThat(fit.coefficient("alpha") / alpha).isCloseTo(1, within(0.01));
        // The same in two parts, to the bit: coefficients go on, too.
        Path file = folder.resolve("inverse");
        Fit part = pinn.steps(15).checkpoint(file, 15).run();
        assertThat(part.coefficients()).isNotEqualTo(fit.coefficients());
        Fit resumed = resume(pinn, file);
        assertThat(resumed).isEqualTo(fit);
        assertThat(pinn.from(fit).steps(0).run().coefficients()).isEqualTo(fit.coefficients());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinnPeriodicTest.ring().hidden(8, 8).omega0(2).resume(file))
                .withMessageContaining(", got one of LevenbergMarquardt[")
                .withMessageEndingWith(" for [alpha] from [0.1], periodic along [x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.data(where, seen, 20).resume(file))
                .withMessageContaining("expected a checkpoint of this target, whose loss is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinn.seed(2).resume(file))
                .withMessageContaining("] with seed 2 for [alpha]")
                .withMessageContaining("] with seed 1 for [alpha]");
        Checkpoint good = Checkpoint.read(file, 1);
        double[] lost = good.best().clone();
        lost[lost.length - 1] = Double.NaN;
        damaged(pinn, of(good, lost, good.state()), "coefficients must be finite");
        double[] network = Arrays.copyOf(good.best(), lost.length - 1);
        damaged(pinn, of(good, network, new double[1]), "too few numbers for twice 1 coefficients and the optimiser's");
    }

    /** The same but for what it was at its best, which may be without coefficients. */
    private static Checkpoint of(Checkpoint good, double[] best, double[] state) {
        return new Checkpoint(
                good.optimizer(),
                good.value(),
                good.converged(),
                good.architecture(),
                Arrays.copyOf(good.present(), best.length),
                best,
                good.bestLoss(),
                good.mark(),
                good.markedAt(),
                good.losses(),
                state);
    }

    private void damaged(Pinn pinn, Checkpoint checkpoint, String problem) throws IOException {
        Path file = folder.resolve("inverse");
        checkpoint.write(file);
        assertThatThrownBy(() -> pinn.resume(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageStartingWith(file + ": " + problem);
    }

    private static Fit resume(Pinn pinn, Path file) {
        try {
            return pinn.resume(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
