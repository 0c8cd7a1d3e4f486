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
         * @param samples how many samples along each axis are learned from
         * @param fit the network as it is, null if there is none yet
         */
        void progressed(LearnerProgress progress, int samples, Fit fit);
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
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                status = LearnerStatus.FAILED;
                note = String.valueOf(e.getMessage());
            }
            double elapsed = (System.nanoTime() - start) * 1e-9;
            seconds += elapsed;
            portion = elapsed < PORTION_SECONDS / 2 ? 2 * portion : portion;
        }
        LearnerProgress progress = finish(fit, status, note);
        if (progress == null) {
            discard();
            return;
        }
        // Outside of the lock, and before the next portion, so that reports come in their order.
        report(progress, fit);
        if (progress.status() == LearnerStatus.RUNNING && !next()) {
            report(finish(null, LearnerStatus.STOPPED, "no thread is free"), null);
        }
    }

    private void report(LearnerProgress progress, Fit fit) {
        if (progress != null) {
            listener.progressed(progress, fitting.target().grid().nx(), fit);
        }
    }

    private synchronized int nextSteps() {
        return stopped ? 0 : Math.min(portion, wanted);
    }

    /** Counts what is done; null if nobody listens any more. */
    private synchronized LearnerProgress finish(Fit fit, LearnerStatus status, String note) {
        List<Double> losses = List.of();
        if (fit != null) {
            losses = fit.losses().subList(reported, fit.losses().size());
            wanted -= fit.losses().size() - 1 - done;
            done = fit.losses().size() - 1;
            reported = fit.losses().size();
        }
        boolean more = status == LearnerStatus.FINISHED && wanted > 0;
        if (!more) {
            wanted = 0;
            scheduled = false;
        }
        LearnerStatus now = more ? LearnerStatus.RUNNING : status;
        return closed ? null : new LearnerProgress(plan, now, done, done + wanted, losses, seconds, note);
    }

    /** Whether the next portion has a thread, or is not wanted any more. */
    private synchronized boolean next() {
        if (closed) {
            scheduled = false;
            discard();
            return true;
        }
        try {
            schedule();
            return true;
        } catch (RejectedExecutionException e) {
            return false;
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
