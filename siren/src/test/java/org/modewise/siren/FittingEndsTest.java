package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.siren.Trainings.SMALL;
import static org.modewise.siren.Trainings.meanSquare;
import static org.modewise.siren.Trainings.resumed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Schedule;

/** How trainings end: by tolerance, patience, divergence, interrupt, or because nothing improves them. */
class FittingEndsTest {
    @TempDir
    private Path folder;

    @Test
    void lossesThatGoUpForGoodAreDivergence() {
        Fit soon = SMALL.optimizer(Adam.of(1e5)).steps(1000).run();
        assertThat(soon.status()).isEqualTo(FitStatus.DIVERGED);
        assertThat(soon.losses()).allMatch(Double::isFinite).hasSizeLessThan(50);
        Fit slowly = SMALL.optimizer(Adam.of(step -> 0.01 * StrictMath.pow(1.05, step)))
                .steps(1000)
                .run();
        assertThat(slowly.status()).isEqualTo(FitStatus.DIVERGED);
        assertThat(slowly.losses()).allMatch(Double::isFinite).hasSizeBetween(101, 400);
        // The best network on the way, from long before.
        assertThat(slowly.loss()).isLessThan(0.01 * slowly.losses().get(0));
        assertThat(meanSquare(slowly.model()) / slowly.loss()).isCloseTo(1, within(1e-10));
        // What goes up at first and then comes down is none.
        Fit recovered =
                SMALL.optimizer(Adam.of(Schedule.halving(1, 20))).steps(400).run();
        assertThat(recovered.losses().stream().mapToDouble(x -> x).max().orElseThrow())
                .isGreaterThan(10 * recovered.losses().get(0));
        assertThat(recovered.status()).isEqualTo(FitStatus.COMPLETED);
    }

    @Test
    void interruptsEndWithTheBestSoFar() {
        Fitting interrupted = SMALL.onStep(progress -> {
            if (progress.step() == 7) {
                Thread.currentThread().interrupt();
            }
        });
        Fit fit = interrupted.checkpoint(folder.resolve("checkpoint"), 1).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fit.status()).isEqualTo(FitStatus.CANCELLED);
        assertThat(fit).isEqualTo(new Fit(SMALL.steps(7).run().model(), fit.losses(), FitStatus.CANCELLED, Map.of()));
        assertThat(resumed(SMALL, folder.resolve("checkpoint"))).isEqualTo(SMALL.run());
        assertThat(fit.losses()).hasSize(8);
        Thread.currentThread().interrupt();
        Fit none = SMALL.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(none.model()).isEqualTo(Siren.random(SMALL.architecture(), 3));
        assertThat(none.status()).isEqualTo(FitStatus.CANCELLED);
    }

    /** Where there is little to lose, a step that loses it is none that goes astray. */
    @Test
    void aGoodStartIsNoYardstick() {
        Domain square = Domain.of("x", 0, 1).and("t", 0, 1);
        Pinn sine = Pinn.residual(u -> u.value().minus(u.coordinate("x").sin()), Points.sobol(square, 100))
                .hidden(6, 6)
                .steps(300);
        Fit good = sine.run();
        Fit further = sine.from(good).optimizer(Adam.of(1e-3)).steps(300).run();
        assertThat(further.losses().get(1)).isGreaterThan(1e6 * good.loss());
        assertThat(further.status()).isEqualTo(FitStatus.COMPLETED);
        Fit lost = sine.from(good).optimizer(Adam.of(1e5)).steps(300).run();
        assertThat(lost.status()).isEqualTo(FitStatus.DIVERGED);
    }

    @Test
    void divergenceLeavesTheLastFiniteNetwork() {
        Fit fit = SMALL.optimizer(Adam.of(1e160)).run();
        assertThat(fit.status()).isEqualTo(FitStatus.DIVERGED);
        assertThat(fit.losses().subList(0, fit.losses().size() - 1)).allMatch(Double::isFinite);
        assertThat(fit.losses().get(fit.losses().size() - 1)).isNotFinite();
        Fit last =
                SMALL.optimizer(Adam.of(1e160)).steps(fit.losses().size() - 2).run();
        assertThat(last.losses()).isEqualTo(fit.losses().subList(0, fit.losses().size() - 1));
        assertThat(fit.model().value(0.5, 0.5)).isFinite();
    }

    @Test
    void toleranceAndPatienceEndIt() {
        Fit reached = SMALL.tolerance(1e-3).run();
        assertThat(reached.status()).isEqualTo(FitStatus.REACHED);
        assertThat(reached.loss()).isLessThanOrEqualTo(1e-3);
        assertThat(reached.losses().subList(0, reached.losses().size() - 1)).allMatch(loss -> loss > 1e-3);
        Fit stalled = SMALL.optimizer(Adam.of(1e-9)).patience(4).run();
        assertThat(stalled.status()).isEqualTo(FitStatus.STALLED);
        assertThat(stalled.losses()).hasSize(5);
    }

    @Test
    void whatCannotBeImprovedHasConverged() {
        for (int width = 1; width <= 2; width++) {
            for (int seed = 0; seed < 8; seed++) {
                Fit fit = SMALL.hidden(width).seed(seed).steps(3000).run();
                assertThat(fit.status()).as("seed " + seed).isEqualTo(FitStatus.CONVERGED);
                List<Double> losses = fit.losses();
                for (int k = 1; k < losses.size() - 1; k++) {
                    assertThat(losses.get(k)).isLessThan(losses.get(k - 1));
                }
                assertThat(fit.loss()).isEqualTo(losses.get(losses.size() - 1));
            }
        }
    }
}
