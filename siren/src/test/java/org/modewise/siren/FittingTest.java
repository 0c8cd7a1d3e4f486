package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.siren.Trainings.OPTIMIZERS;
import static org.modewise.siren.Trainings.SMALL;
import static org.modewise.siren.Trainings.TARGET;
import static org.modewise.siren.Trainings.meanSquare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.Optimizer;

/** What trainings learn, what they tell, and what is refused. */
class FittingTest {
    @TempDir
    private Path folder;

    @Test
    void lossesAreMeanSquaresOfTheMisses() {
        for (Optimizer optimizer : OPTIMIZERS) {
            Fit fit = SMALL.optimizer(optimizer).run();
            assertThat(fit.status()).isEqualTo(FitStatus.COMPLETED);
            assertThat(fit.losses()).hasSize(26);
            Siren start = Siren.random(SMALL.architecture(), 3);
            assertThat(fit.losses().get(0) / meanSquare(start)).isCloseTo(1, within(1e-14));
            assertThat(fit.loss() / meanSquare(fit.model())).isCloseTo(1, within(1e-10));
            assertThat(fit.loss()).isLessThan(0.5 * fit.losses().get(0));
        }
    }

    @Test
    void aSecondOrderMethodGetsFurther() {
        Fit fit = SMALL.steps(60).run();
        assertThat(fit.relativeError(TARGET)).isLessThan(5e-3);
        assertThat(fit.error(TARGET).norm() / TARGET.norm()).isEqualTo(fit.relativeError(TARGET));
        // Between the nodes as well: the network is smooth.
        Field2D fine = Field2D.of(
                Grid2D.unit(51, 36), (x, y) -> Math.exp(-8 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));
        assertThat(fit.relativeError(fine)).isLessThan(1e-2);
    }

    /** Detail that a network of few sines just resolves: from some starts a bold first step loses it for good. */
    @Test
    void fromEveryStartTheDefaultFitGetsThere() {
        Field2D peak =
                Field2D.of(Grid2D.unit(32), (x, y) -> Math.exp(-30 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));
        for (int seed = 0; seed < 6; seed++) {
            Fit fit = Siren.fit(peak).hidden(16, 16).seed(seed).steps(50).run();
            assertThat(fit.relativeError(peak)).as("seed " + seed).isLessThan(2e-2);
        }
    }

    /** As if all of a band of units were in use, and all of a band of zeros. */
    @Test
    void targetsOfAnyUnitAreLearnedAlike() {
        for (double size : new double[] {0.05, 0.2, 0.9, 1.9, 8, 20, 50, 65}) {
            for (double offset : new double[] {0, 0.6, 3.2, 300}) {
                Field2D target = TARGET.plus(offset).times(size);
                for (int seed = 0; seed < 6; seed++) {
                    Fit fit = new Fitting(target, SMALL.architecture(), seed, SMALL.optimizer(), SMALL.training())
                            .steps(40)
                            .run();
                    assertThat(fit.error(target).norm() / size / TARGET.norm())
                            .as(size + " times the target and " + offset + ", seed " + seed)
                            .isLessThan(5e-3);
                }
            }
        }
    }

    /** The units of a field are the user's, and so is its zero. */
    @Test
    void targetsOfAnySizeAreLearnedAlike() throws IOException {
        Fitting fitting = SMALL.steps(60);
        for (double size : new double[] {1e-100, 1e-4, 100, 1e100}) {
            for (double offset : new double[] {0, -300}) {
                Field2D target = TARGET.plus(offset).times(size);
                List<Progress> heard = new ArrayList<>();
                Path file = folder.resolve("scaled");
                Fitting scaled = new Fitting(target, SMALL.architecture(), 3, SMALL.optimizer(), fitting.training())
                        .onStep(heard::add)
                        .checkpoint(file, 30);
                Fit fit = scaled.run();
                assertThat(fit.error(target).maxNorm() / size).isLessThan(0.05);
                double misses =
                        fit.error(target).times(1 / size).map(r -> r * r).mean();
                assertThat(Math.sqrt(fit.loss()) / size)
                        .isCloseTo(Math.sqrt(misses), within(1e-12 + 1e-9 * Math.sqrt(misses)));
                assertThat(heard)
                        .extracting(Progress::loss)
                        .isEqualTo(fit.losses().subList(1, 61));
                assertThat(scaled.resume(file)).isEqualTo(fit);
            }
        }
        Field2D constant = TARGET.times(0).plus(-40);
        Fitting flat = new Fitting(constant, SMALL.architecture(), 3, SMALL.optimizer(), fitting.training());
        assertThat(flat.run().error(constant).maxNorm()).isLessThan(1e-3);
    }

    @Test
    void seedsAndThreadsChangeNoBit() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Optimizer optimizer : OPTIMIZERS) {
                Fitting fitting = SMALL.optimizer(optimizer).steps(6);
                Fit fit = fitting.run();
                assertThat(fitting.run()).isEqualTo(fit);
                assertThat(fitting.parallel(pool, 3).run()).isEqualTo(fit);
                assertThat(fitting.seed(4).run()).isNotEqualTo(fit);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Batches whose losses differ a lot: most of the field is flat. */
    @Test
    void batchesAreJudgedByTheWholeField() {
        Field2D peak =
                Field2D.of(Grid2D.unit(48), (x, y) -> Math.exp(-200 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5))));
        Fitting fitting = Siren.fit(peak)
                .hidden(6, 6)
                .seed(1)
                .optimizer(Adam.of(3e-3).batches(1, 1))
                .tolerance(4e-3)
                .steps(2000);
        Fit fit = fitting.run();
        assertThat(fit.status()).isEqualTo(FitStatus.REACHED);
        double meanSquare =
                fit.model().sample(peak.grid()).minus(peak).map(r -> r * r).mean();
        assertThat(meanSquare).isLessThanOrEqualTo(4e-3);
        assertThat(fit.loss() / meanSquare).isCloseTo(1, within(1e-10));
    }

    @Test
    void noStepIsTheStart() {
        Fit fit = SMALL.steps(0).run();
        assertThat(fit.model()).isEqualTo(Siren.random(SMALL.architecture(), 3));
        assertThat(fit.status()).isEqualTo(FitStatus.COMPLETED);
        assertThat(fit.losses()).hasSize(1);
    }

    @Test
    void listenersHearOfEveryStep() {
        List<Progress> heard = new ArrayList<>();
        Fit fit = SMALL.onStep(heard::add).run();
        assertThat(heard).extracting(Progress::step).containsExactly(numbers(25));
        assertThat(heard).extracting(Progress::loss).isEqualTo(fit.losses().subList(1, 26));
        assertThat(heard).allMatch(progress -> progress.steps() == 25 && progress.best() <= progress.loss());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SMALL.onStep(new ProgressPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), 10))
                .run();
        String[] lines = bytes.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
        assertThat(lines)
                .hasSize(3)
                .allMatch(line -> line.matches(
                        "step \\d+/25, loss \\d\\.\\d{3}e-\\d\\d, best \\d\\.\\d{3}e-\\d\\d, \\d+\\.\\d s"));
    }

    private static Integer[] numbers(int last) {
        Integer[] numbers = new Integer[last];
        Arrays.setAll(numbers, k -> k + 1);
        return numbers;
    }

    @Test
    void badSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Siren.fit(Field2D.of(Grid2D.unit(9), (x, y) -> x > 0.3 && y > 0.7 ? Double.NaN : 0)))
                .withMessage("target[3,7] is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.steps(-1))
                .withMessage("steps must be >= 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.patience(-1))
                .withMessage("patience must be >= 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.tolerance(Double.NaN))
                .withMessage("tolerance must be >= 0 and finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.parallel(Runnable::run, 0))
                .withMessage("parallelism must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.checkpoint(folder, 0))
                .withMessage("every must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProgressPrinter(System.out, 0))
                .withMessage("every must be >= 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fitting(
                        TARGET,
                        Architecture.of(new double[1], new double[] {1}, 3),
                        1,
                        Lbfgs.standard(),
                        Training.of(1)))
                .withMessage("architecture must read 2 coordinates, got 1");
        assertThatNullPointerException().isThrownBy(() -> Siren.fit(null)).withMessage("target");
        assertThatNullPointerException().isThrownBy(() -> SMALL.optimizer(null)).withMessage("optimizer");
        assertThatNullPointerException().isThrownBy(() -> SMALL.onStep(null)).withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> SMALL.parallel(null, 2))
                .withMessage("executor");
        assertThatNullPointerException().isThrownBy(() -> SMALL.resume(null)).withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> SMALL.checkpoint(null, 1))
                .withMessage("file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.optimizer(Adam.of(step -> -0.01)).run())
                .withMessage("rate of step 0 must be > 0 and finite, got -0.01");
    }

    @Test
    void saysWhatItIs() {
        assertThat(SMALL).hasToString("Fitting[2-6-5-1, LevenbergMarquardt, 25 steps, seed 3]");
        assertThat(SMALL.hidden(1000000, 12).seed(Long.MIN_VALUE).steps(2000000000))
                .hasToString("Fitting[2-1000000-12-1, 2000000000 steps]");
        assertThat(SMALL.optimizer(Adam.of(0.01))).isEqualTo(SMALL.optimizer(Adam.of(0.01)));
        assertThat(SMALL.steps(0).run().toString()).startsWith("Fit[COMPLETED after 0 steps, loss 0.");
    }
}
