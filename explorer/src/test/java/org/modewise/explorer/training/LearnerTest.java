package org.modewise.explorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.siren.Siren;

/** Trainings in portions. */
class LearnerTest {
    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final BlockingQueue<LearnerProgress> heard = new LinkedBlockingQueue<>();
    private final List<Double> losses = new ArrayList<>();
    private volatile Siren model;
    private volatile int learnedFrom;

    private final Field2D target = InitialFields.gaussian(Grid2D.unit(16), 0.2);

    @AfterEach
    void stop() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Learner learner(Plan plan, Field2D field) throws IOException {
        return new Learner(plan, field, folder, executor, (progress, samples, fit) -> {
            learnedFrom = samples;
            losses.addAll(progress.losses());
            model = fit == null ? model : fit.model();
            heard.add(progress);
        });
    }

    private LearnerProgress waitForEnd() throws InterruptedException {
        while (true) {
            LearnerProgress progress = heard.poll(60, TimeUnit.SECONDS);
            assertThat(progress).isNotNull();
            if (progress.status() != LearnerStatus.RUNNING) {
                return progress;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Plan.Method.class)
    void portionsHaveTheBitsOfOneRun(Plan.Method method) throws IOException, InterruptedException {
        Plan plan = new Plan(new int[] {6, 5}, 10, method, 17, 3);
        Learner learner = learner(plan, target);
        learner.go(17);
        LearnerProgress first = waitForEnd();
        assertThat(first.status()).isEqualTo(LearnerStatus.FINISHED);
        learner.go(6);
        LearnerProgress second = waitForEnd();
        assertThat(second.step()).isEqualTo(23);
        var whole = plan.fitting(target).steps(23).run();
        assertThat(losses).isEqualTo(whole.losses());
        assertThat(model).isEqualTo(whole.model());
        learner.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void aStoppedTrainingGoesOn() throws IOException, InterruptedException {
        Learner learner = learner(new Plan(new int[] {24, 24}, 30, Plan.Method.ADAM, 20_000, 1), target);
        learner.go(20_000);
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isNotNull();
        learner.stop();
        LearnerProgress stopped = waitForEnd();
        assertThat(stopped.status()).isEqualTo(LearnerStatus.STOPPED);
        assertThat(stopped.step()).isBetween(1, 19_999);
        learner.go(3);
        assertThat(waitForEnd().step()).isEqualTo(stopped.step() + 3);
        learner.close();
    }

    @Test
    void aClosedTrainingSaysNothingAndLeavesNothing() throws IOException, InterruptedException {
        Learner learner = learner(new Plan(new int[] {24, 24}, 30, Plan.Method.LM, 1000, 1), target);
        learner.go(1000);
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isNotNull();
        learner.close();
        executor.shutdown();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void largeFieldsAreLearnedFromFewerSamples() throws IOException, InterruptedException {
        Field2D large = InitialFields.gaussian(Grid2D.unit(128), 0.2);
        Learner learner = learner(new Plan(new int[] {4}, 10, Plan.Method.LM, 2, 1), large);
        learner.go(2);
        waitForEnd();
        assertThat(learnedFrom).isEqualTo(64);
        Field2D every = InitialFields.gaussian(Grid2D.unit(64), 0.2);
        assertThat(model)
                .isEqualTo(new Plan(new int[] {4}, 10, Plan.Method.LM, 2, 1)
                        .fitting(every)
                        .steps(2)
                        .run()
                        .model());
        learner.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
