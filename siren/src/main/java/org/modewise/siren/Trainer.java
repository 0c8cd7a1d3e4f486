package org.modewise.siren;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modewise.core.CorruptFileException;
import org.modewise.siren.optimizer.LeastSquares;
import org.modewise.siren.optimizer.Minimization;
import org.modewise.siren.optimizer.Optimizer;

/** Steps until one of the reasons to end, and what is remembered on the way. For one training. */
final class Trainer {
    /** What counts as progress for the patience. */
    private static final double PROGRESS = 1 - 1e-3;

    private final Architecture architecture;
    private final Coefficients coefficients;
    private final List<String> periodic;
    private final long seed;
    private final LeastSquares function;
    private final Optimizer optimizer;
    private final Training training;
    private final List<Double> losses = new ArrayList<>();
    private double[] theta;
    private double[] before;
    private double[] best;
    private Divergence divergence;
    private double bestLoss;
    private double mark;
    private int markedAt;
    private boolean converged;
    private int savedAt = -1;
    private long started;

    Trainer(
            Architecture architecture,
            Coefficients coefficients,
            List<String> periodic,
            long seed,
            LeastSquares function,
            Optimizer optimizer,
            Training training) {
        this.architecture = architecture;
        this.coefficients = coefficients;
        this.periodic = periodic;
        this.seed = seed;
        this.function = function;
        this.optimizer = optimizer;
        this.training = training;
    }

    Fit run(Siren start, double[] startCoefficients) {
        theta = Checkpoint.joined(start.parameters(), startCoefficients);
        Minimization run = optimizer.start(function, theta);
        double loss = run.stepsPerPass() == 1 ? run.value() : function.value(theta);
        losses.add(loss);
        best = theta.clone();
        bestLoss = loss;
        mark = loss;
        return train(run);
    }

    Fit resume(Path file) throws IOException {
        Minimization run = restored(file, Checkpoint.read(file, coefficients.count()));
        return converged ? fit(FitStatus.CONVERGED) : train(run);
    }

    /** Nothing else holds the checkpoint during the training: its state may fill half of the heap. */
    private Minimization restored(Path file, Checkpoint checkpoint) throws CorruptFileException {
        checkpoint.expect(architecture, name());
        if (checkpoint.present().length != function.parameters()) {
            throw new CorruptFileException(
                    file,
                    "too few numbers for twice " + coefficients.count() + " coefficients and the optimiser's state");
        }
        if (!isFinite(checkpoint.present()) || !isFinite(checkpoint.best())) {
            throw new CorruptFileException(file, "coefficients must be finite");
        }
        theta = checkpoint.present();
        losses.addAll(checkpoint.losses());
        best = checkpoint.best();
        bestLoss = checkpoint.bestLoss();
        mark = checkpoint.mark();
        markedAt = checkpoint.markedAt();
        converged = checkpoint.converged();
        // The same settings give the same bits, so another number means another target or other points.
        double value = function.value(theta);
        if (Double.compare(value, checkpoint.value()) != 0) {
            throw new IllegalArgumentException("expected a checkpoint of this target, whose loss is " + value
                    + " here, got one with " + checkpoint.value()
                    + ": of another target, other points, another version or another kind of processor");
        }
        try {
            return converged ? null : optimizer.resume(function, theta, checkpoint.state());
        } catch (IllegalArgumentException e) {
            throw new CorruptFileException(file, "nothing goes on from the optimiser's state: " + e.getMessage(), e);
        }
    }

    private Siren siren(double[] all) {
        return Siren.of(architecture, Arrays.copyOf(all, all.length - coefficients.count()));
    }

    private int step() {
        return losses.size() - 1;
    }

    /** The network that is 0, with the coefficients where they start. */
    private double[] zero() {
        double[] zero = new double[theta.length];
        double[] starts = coefficients.starts();
        double[] units = coefficients.units();
        for (int k = 0; k < starts.length; k++) {
            zero[theta.length - starts.length + k] = starts[k] / units[k];
        }
        return zero;
    }

    private Fit train(Minimization run) {
        started = System.nanoTime();
        before = theta.clone();
        divergence = new Divergence(losses, function.value(zero()));
        try {
            FitStatus status = status(run);
            if (status != FitStatus.DIVERGED) {
                // At once, since a file that cannot be written should not cost a training.
                save(run);
            }
            while (status == null) {
                System.arraycopy(theta, 0, before, 0, theta.length);
                double loss = loss(run, run.step());
                record(loss);
                training.listener().accept(new Progress(step(), training.steps(), loss, bestLoss, elapsed()));
                status = status(run);
                converged = status == FitStatus.CONVERGED;
                if (status != FitStatus.DIVERGED && (status != null || step() % training.every() == 0)) {
                    save(run);
                }
            }
            return fit(status);
        } catch (ClosedByInterruptException e) {
            // Files of the default file system are written all the same, those of others may not be.
            return fit(FitStatus.CANCELLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole loss: where steps look at some blocks each, that of the last pass over all of them. */
    private double loss(Minimization run, double value) {
        int pass = run.stepsPerPass();
        if (pass == 1 || !Double.isFinite(value)) {
            return value;
        }
        return losses.size() % pass == 0 ? function.value(theta) : losses.get(losses.size() - 1);
    }

    private void record(double loss) {
        losses.add(loss);
        if (loss < bestLoss && isFinite(theta)) {
            bestLoss = loss;
            System.arraycopy(theta, 0, best, 0, theta.length);
        }
        if (loss < PROGRESS * mark) {
            mark = loss;
            markedAt = step();
        }
    }

    private static boolean isFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** Why to end now, or null to go on. */
    private FitStatus status(Minimization run) {
        if (!Double.isFinite(run.value())
                || !Double.isFinite(losses.get(step()))
                || !isFinite(theta)
                || divergence.isThere()) {
            return FitStatus.DIVERGED;
        }
        if (bestLoss <= training.tolerance()) {
            return FitStatus.REACHED;
        }
        if (run.finished()) {
            return FitStatus.CONVERGED;
        }
        if (training.patience() > 0 && step() - markedAt >= training.patience()) {
            return FitStatus.STALLED;
        }
        if (step() >= training.steps()) {
            return FitStatus.COMPLETED;
        }
        return Thread.currentThread().isInterrupted() ? FitStatus.CANCELLED : null;
    }

    /** The optimiser and its settings, the seed, and what the parameters are, in words. */
    private String name() {
        String words = optimizer.settings() + " with seed " + seed;
        if (coefficients.count() > 0) {
            words += " for " + coefficients;
        }
        return periodic.isEmpty() ? words : words + ", periodic along " + periodic;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void save(Minimization run) throws IOException {
        if (training.checkpoint().isEmpty() || savedAt == step()) {
            return;
        }
        savedAt = step();
        new Checkpoint(
                        name(),
                        function.value(theta),
                        converged,
                        architecture,
                        theta,
                        best,
                        bestLoss,
                        mark,
                        markedAt,
                        losses,
                        run.state())
                .write(training.checkpoint().get());
    }

    private Fit fit(FitStatus status) {
        boolean lost = status == FitStatus.DIVERGED && !(isFinite(theta) && Double.isFinite(losses.get(step())));
        double[] parameters = lost ? before : best;
        return new Fit(siren(parameters), losses, status, coefficients.values(parameters));
    }
}
