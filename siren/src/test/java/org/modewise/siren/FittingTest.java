package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/** Trainings, how they end, and how they go on. */
class FittingTest {
    private static final Field2D TARGET =
            Field2D.of(Grid2D.unit(17, 12), (x, y) -> Math.exp(-8 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));
    private static final Fitting SMALL =
            Siren.fit(TARGET).hidden(6, 5).omega0(4).seed(3).steps(25);
    private static final List<Optimizer> OPTIMIZERS = List.of(
            Adam.of(0.01),
            Adam.of(0.01).batches(1, 4),
            Lbfgs.standard(),
            LevenbergMarquardt.standard(),
            new LevenbergMarquardt(1e-3, 10));

    @TempDir
    private Path folder;

    @Test
    void lossesAreMeanSquaresOfTheMisses() {
        for (Optimizer optimizer : OPTIMIZERS) {
            Fit fit = SMALL.optimizer(optimizer).run();
            assertThat(fit.status()).isEqualTo(FitStatus.COMPLETED);
            assertThat(fit.losses()).hasSize(26);
            Siren start = Siren.random(SMALL.architecture(), 3);
            if (!(optimizer instanceof Adam adam && adam.blocks() > 0)) {
                assertThat(fit.losses().get(0) / meanSquare(start)).isCloseTo(1, within(1e-14));
                assertThat(fit.loss() / meanSquare(fit.model())).isCloseTo(1, within(1e-10));
            }
            assertThat(fit.loss()).isLessThan(0.5 * fit.losses().get(0));
        }
    }

    private static double meanSquare(Siren siren) {
        return siren.sample(TARGET.grid()).minus(TARGET).map(r -> r * r).mean();
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

    @Test
    void resumedTrainingsHaveTheSameBits() throws IOException {
        for (Optimizer optimizer : OPTIMIZERS) {
            Path file = folder.resolve("checkpoint");
            Fitting fitting = SMALL.optimizer(optimizer).steps(12);
            Fit whole = fitting.run();
            Fit half = fitting.checkpoint(file, 5).steps(8).run();
            assertThat(half.losses()).isEqualTo(whole.losses().subList(0, 9));
            // The file is of step 5.
            assertThat(fitting.resume(file)).isEqualTo(whole);
        }
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
        assertThat(fit.losses()).hasSize(8);
        Thread.currentThread().interrupt();
        Fit none = SMALL.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(none.model()).isEqualTo(Siren.random(SMALL.architecture(), 3));
        assertThat(none.status()).isEqualTo(FitStatus.CANCELLED);
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
        Fit fit = SMALL.hidden(1).steps(3000).run();
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.losses()).hasSizeLessThan(500);
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
    void checkpointsOfOthersAndDamagedOnesAreRefused() throws IOException {
        Path file = folder.resolve("checkpoint");
        SMALL.steps(2).checkpoint(file, 1).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.hidden(6, 6).resume(file))
                .withMessageContaining("expected a checkpoint of Architecture[2-6-6-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.optimizer(Adam.of(1)).resume(file))
                .withMessageStartingWith("state");
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SMALL.resume(file)).isInstanceOf(CorruptFileException.class);
        }
        Siren.random(SMALL.architecture(), 1).save(file);
        assertThatThrownBy(() -> SMALL.resume(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("kind must be 2, got 1");
        assertThatThrownBy(() -> SMALL.checkpoint(folder.resolve("no/file"), 1).run())
                .isInstanceOf(UncheckedIOException.class);
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
    }

    @Test
    void saysWhatItIs() {
        assertThat(SMALL).hasToString("Fitting[2-6-5-1, LevenbergMarquardt, 25 steps, seed 3]");
        assertThat(SMALL.steps(0).run().toString()).startsWith("Fit[COMPLETED after 0 steps, loss 0.");
    }
}
