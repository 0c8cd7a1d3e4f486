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
import org.modewise.siren.optimizer.Schedule;
import org.modewise.siren.optimizer.SelfScaledBroyden;

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
            SelfScaledBroyden.standard(),
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
            assertThat(fit.losses().get(0) / meanSquare(start)).isCloseTo(1, within(1e-14));
            assertThat(fit.loss() / meanSquare(fit.model())).isCloseTo(1, within(1e-10));
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

    @Test
    void resumedTrainingsHaveTheSameBits() throws IOException {
        for (Optimizer optimizer : OPTIMIZERS) {
            Path file = folder.resolve("checkpoint");
            Fitting fitting = SMALL.optimizer(optimizer).steps(12);
            Fit whole = fitting.run();
            Fit half = fitting.checkpoint(file, 5).steps(8).run();
            assertThat(half.losses()).isEqualTo(whole.losses().subList(0, 9));
            // The file is of step 8, the last.
            assertThat(fitting.resume(file)).isEqualTo(whole);
            Fitting broken = fitting.checkpoint(file, 5).onStep(progress -> {
                if (progress.step() == 7) {
                    throw new IllegalStateException("as if the machine went down");
                }
            });
            assertThatThrownBy(broken::run).isInstanceOf(IllegalStateException.class);
            // The file is of step 5.
            assertThat(fitting.resume(file)).isEqualTo(whole);
        }
    }

    @Test
    void whatHasConvergedStaysSoHoweverOftenItIsResumed() throws IOException {
        Path file = folder.resolve("checkpoint");
        for (Optimizer optimizer : List.of(LevenbergMarquardt.standard(), Lbfgs.standard())) {
            Fitting fitting = SMALL.hidden(1).optimizer(optimizer).steps(3000).checkpoint(file, 1000);
            Fit whole = fitting.run();
            assertThat(whole.status()).isEqualTo(FitStatus.CONVERGED);
            assertThat(fitting.resume(file)).isEqualTo(whole);
            assertThat(fitting.resume(file)).isEqualTo(whole);
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
        assertThat(resumed(SMALL)).isEqualTo(SMALL.run());
        assertThat(fit.losses()).hasSize(8);
        Thread.currentThread().interrupt();
        Fit none = SMALL.run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(none.model()).isEqualTo(Siren.random(SMALL.architecture(), 3));
        assertThat(none.status()).isEqualTo(FitStatus.CANCELLED);
    }

    @Test
    void resumedOnAnInterruptedThreadItIsCancelledAtOnce() {
        Path file = folder.resolve("checkpoint");
        Fitting fitting = SMALL.checkpoint(file, 5);
        Fit half = fitting.steps(8).run();
        Thread.currentThread().interrupt();
        Fit cancelled = resumed(fitting);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cancelled).isEqualTo(new Fit(half.model(), half.losses(), FitStatus.CANCELLED, Map.of()));
        // It has written the file anew.
        assertThat(resumed(fitting)).isEqualTo(SMALL.run());
    }

    /** Other starts, and other orders of the samples, whose sums may round alike. */
    @Test
    void checkpointsOfOtherSeedsAreRefused() {
        SMALL.steps(2).checkpoint(folder.resolve("checkpoint"), 1).run();
        for (int seed = 4; seed < 40; seed++) {
            Fitting other = SMALL.seed(seed);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> resumed(other))
                    .withMessageContaining("] with seed " + seed + ", got one of LevenbergMarquardt[")
                    .withMessageEndingWith("] with seed 3");
        }
    }

    /** In files whose checksums are right. */
    @Test
    void statesThatNoOptimiserHasLeftAreDamage() throws IOException {
        Path file = folder.resolve("checkpoint");
        for (Optimizer optimizer : OPTIMIZERS) {
            Fitting fitting = SMALL.optimizer(optimizer).steps(3);
            fitting.checkpoint(file, 1).run();
            Checkpoint good = Checkpoint.read(file, 0);
            for (int k = 0; k < good.state().length; k += 1 + k / 3) {
                double[] state = good.state().clone();
                state[k] = Double.NaN;
                damaged(fitting, withState(good, state));
            }
            damaged(fitting, withState(good, Arrays.copyOf(good.state(), good.state().length - 1)));
            damaged(fitting, withState(good, new double[0]));
            withState(good, good.state()).write(file);
            assertThat(fitting.steps(5).resume(file)).isEqualTo(fitting.steps(5).run());
        }
    }

    private static Checkpoint withState(Checkpoint good, double[] state) {
        return new Checkpoint(
                good.optimizer(),
                good.value(),
                good.converged(),
                good.architecture(),
                good.present(),
                good.best(),
                good.bestLoss(),
                good.mark(),
                good.markedAt(),
                good.losses(),
                state);
    }

    private void damaged(Fitting fitting, Checkpoint checkpoint) throws IOException {
        Path file = folder.resolve("checkpoint");
        checkpoint.write(file);
        assertThatThrownBy(() -> fitting.resume(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageStartingWith(file + ": nothing goes on from the optimiser's state: state");
    }

    private Fit resumed(Fitting fitting) {
        try {
            return fitting.resume(folder.resolve("checkpoint"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                .withMessageStartingWith("expected a checkpoint of Adam[")
                .withMessageContaining("got one of LevenbergMarquardt[");
        // As long a state, and as plausible.
        SMALL.optimizer(Lbfgs.standard()).steps(1).checkpoint(file, 1).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.optimizer(Adam.of(1)).resume(file))
                .withMessageContaining("got one of Lbfgs[");
        // What the short text of an optimiser leaves out.
        Adam adam = Adam.of(0.01);
        SMALL.optimizer(adam).steps(2).checkpoint(file, 1).run();
        for (Adam unlike : List.of(
                new Adam(Schedule.cosine(0.01, 20), 0.9, 0.999, 1e-8, 0, 0),
                new Adam(Schedule.constant(0.01), 0.1, 0.999, 1e-8, 0, 0),
                new Adam(Schedule.constant(0.01), 0.9, 0.999, 1e-3, 0, 0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SMALL.optimizer(unlike).resume(file))
                    .withMessageStartingWith("expected a checkpoint of Adam[");
        }
        LevenbergMarquardt straight = LevenbergMarquardt.standard();
        SMALL.optimizer(straight.geodesic(true)).steps(2).checkpoint(file, 1).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMALL.optimizer(straight).resume(file))
                .withMessageContaining("got one of LevenbergMarquardt[1.0, 4000, GAIN, bent] with seed 3");
        SMALL.optimizer(Adam.of(step -> 0.01)).steps(2).checkpoint(file, 1).run();
        assertThat(resumed(SMALL.optimizer(Adam.of(step -> 0.01)))).isNotNull();
        SMALL.steps(2).checkpoint(file, 1).run();
        List<Progress> first = new ArrayList<>();
        assertThatThrownBy(() -> SMALL.checkpoint(folder.resolve("no/file"), 100)
                        .onStep(first::add)
                        .resume(file))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(first).isEmpty();
        Fitting other = new Fitting(TARGET.times(1e-3), SMALL.architecture(), 3, SMALL.optimizer(), SMALL.training());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.resume(file))
                .withMessageStartingWith("expected a checkpoint of this target, whose loss is ")
                .withMessageEndingWith(
                        ": of another target, other points, another version or another kind of processor");
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SMALL.resume(file)).isInstanceOf(CorruptFileException.class);
        }
        Siren.random(SMALL.architecture(), 1).save(file);
        assertThatThrownBy(() -> SMALL.resume(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("kind must be 2, got 1");
        List<Progress> heard = new ArrayList<>();
        assertThatThrownBy(() -> SMALL.checkpoint(folder.resolve("no/file"), 100)
                        .onStep(heard::add)
                        .run())
                .isInstanceOf(UncheckedIOException.class);
        assertThat(heard).isEmpty();
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
