package org.modewise.explorer.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.Fit;
import org.modewise.siren.FitStatus;
import org.modewise.siren.Fitting;

/**
 * One training, in portions of about a quarter of a second, so that many can share a thread and each can be stopped: a portion ends
 * with a checkpoint, from which the next goes on with the bits that one run would have had.
 */
public final class Learner {
    private static final double PORTION_SECONDS = 0.25;
    private static final int LARGEST_TARGET = 64;

    private final Plan plan;
    private final Field2D exact;
    private final Fitting fitting;
    private final Path checkpoint;
    private final Executor executor;
    private final Listener listener;
    private boolean scheduled;
    private boolean stopped;
    private boolean closed;
    private int wanted;
    private int done;
    private int reported;
    private int portion = 1;
    private double seconds;

    /** Who hears of a training, from its thread. */
    public interface Listener {
        /**
         * A portion is done.
         *
         * @param progress how far it is
         * @param fit the network as it is, null if there is none yet
         * @param exact what it is to be
         */
        void progressed(LearnerProgress progress, Fit fit, Field2D exact);
    }

    /**
     * Prepares a training; {@link #go} starts it.
     *
     * @param plan its network and its optimiser
     * @param exact the field to learn; every second, fourth or eighth sample of large ones, at most 64²
     * @param folder where its checkpoint may lie
     * @param executor lends its threads, a portion at a time
     * @param listener hears of it
     * @throws IOException if the folder takes no file
     */
    public Learner(Plan plan, Field2D exact, Path folder, Executor executor, Listener listener) throws IOException {
        this.plan = plan;
        this.exact = exact;
        this.fitting = plan.fitting(thinned(exact));
        this.executor = executor;
        this.listener = listener;
        this.checkpoint = Files.createTempFile(folder, "training", ".checkpoint");
    }

    private static Field2D thinned(Field2D field) {
        int n = field.grid().nx();
        int stride = Math.max(1, n / LARGEST_TARGET);
        int fewer = n / stride;
        double[] values = new double[fewer * fewer];
        for (int j = 0; j < fewer; j++) {
            for (int i = 0; i < fewer; i++) {
                values[j * fewer + i] = field.get(i * stride, j * stride);
            }
        }
        return Field2D.of(Grid2D.unit(fewer), values);
    }

    /**
     * Trains on.
     *
     * @param steps how many more
     * @throws RejectedExecutionException if the executor takes no more
     */
    public synchronized void go(int steps) {
        stopped = false;
        wanted += steps;
        if (!scheduled) {
            schedule();
        }
    }

    private void schedule() {
        try {
            executor.execute(this::portion);
            scheduled = true;
        } catch (RejectedExecutionException e) {
            wanted = 0;
            scheduled = false;
            throw e;
        }
    }

    /** Stops after the portion that runs. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Stops, says nothing any more, and removes the checkpoint. */
    public synchronized void close() {
        closed = true;
        stopped = true;
        if (!scheduled) {
            discard();
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void portion() {
        int steps = nextSteps();
        Fit fit = null;
        LearnerStatus status = LearnerStatus.STOPPED;
        String note = "";
        if (steps > 0) {
            long start = System.nanoTime();
            try {
                Fitting next = fitting.steps(done + steps).checkpoint(checkpoint, done + steps);
                fit = done == 0 ? next.run() : next.resume(checkpoint);
                status = status(fit.status());
                note = fit.status().toString();
            } catch (IOException | RuntimeException e) {
                status = LearnerStatus.FAILED;
                note = String.valueOf(e.getMessage());
            }
            double elapsed = (System.nanoTime() - start) * 1e-9;
            seconds += elapsed;
            portion = elapsed < PORTION_SECONDS / 2 ? 2 * portion : portion;
        }
        finish(fit, status, note);
    }

    private synchronized int nextSteps() {
        return stopped ? 0 : Math.min(portion, wanted);
    }

    private synchronized void finish(Fit fit, LearnerStatus status, String note) {
        List<Double> losses = List.of();
        if (fit != null) {
            losses = fit.losses().subList(reported, fit.losses().size());
            wanted -= fit.losses().size() - 1 - done;
            done = fit.losses().size() - 1;
            reported = fit.losses().size();
        }
        LearnerStatus now = status;
        scheduled = false;
        if (status == LearnerStatus.FINISHED && wanted > 0 && !closed) {
            now = LearnerStatus.RUNNING;
            try {
                schedule();
            } catch (RejectedExecutionException e) {
                now = LearnerStatus.STOPPED;
            }
        } else {
            wanted = 0;
        }
        if (closed) {
            discard();
        } else {
            listener.progressed(new LearnerProgress(plan, now, done, done + wanted, losses, seconds, note), fit, exact);
        }
    }

    private static LearnerStatus status(FitStatus status) {
        return switch (status) {
            case COMPLETED -> LearnerStatus.FINISHED;
            case DIVERGED -> LearnerStatus.DIVERGED;
            case CANCELLED -> LearnerStatus.STOPPED;
            case REACHED, CONVERGED, STALLED -> LearnerStatus.CONVERGED;
        };
    }
}
