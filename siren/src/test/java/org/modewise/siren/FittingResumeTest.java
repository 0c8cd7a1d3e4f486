package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modewise.siren.Trainings.OPTIMIZERS;
import static org.modewise.siren.Trainings.SMALL;
import static org.modewise.siren.Trainings.TARGET;
import static org.modewise.siren.Trainings.resumed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;
import org.modewise.siren.optimizer.Schedule;

/** Trainings that go on from a checkpoint, and files that none goes on from. */
class FittingResumeTest {
    @TempDir
    private Path folder;

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

    @Test
    void resumedOnAnInterruptedThreadItIsCancelledAtOnce() {
        Path file = folder.resolve("checkpoint");
        Fitting fitting = SMALL.checkpoint(file, 5);
        Fit half = fitting.steps(8).run();
        Thread.currentThread().interrupt();
        Fit cancelled = resumed(fitting, folder.resolve("checkpoint"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cancelled).isEqualTo(new Fit(half.model(), half.losses(), FitStatus.CANCELLED, Map.of()));
        // It has written the file anew.
        assertThat(resumed(fitting, folder.resolve("checkpoint"))).isEqualTo(SMALL.run());
    }

    /** Other starts, and other orders of the samples, whose sums may round alike. */
    @Test
    void checkpointsOfOtherSeedsAreRefused() {
        SMALL.steps(2).checkpoint(folder.resolve("checkpoint"), 1).run();
        for (int seed = 4; seed < 40; seed++) {
            Fitting other = SMALL.seed(seed);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> resumed(other, folder.resolve("checkpoint")))
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
        assertThat(resumed(SMALL.optimizer(Adam.of(step -> 0.01)), file)).isNotNull();
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
}
