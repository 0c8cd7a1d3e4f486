package org.modewise.siren;

import java.util.function.Consumer;
import org.modewise.core.Field2D;

/**
 * v = offset + factor·u: from what a network learns best, numbers around 0 with a deviation from 1/4 to 1/2, to a target.
 * The last layer is linear, so it takes both over. Targets that are such numbers are left alone.
 */
record Scaling(double offset, double factor) {
    private static final Scaling NONE = new Scaling(0, 1);
    /** How far from 0 a mean may be, in deviations. */
    private static final double FAR = 4;

    static Scaling of(Field2D target) {
        // Before anything is squared, since that may overflow.
        int exponent = Math.getExponent(Math.max(target.maxNorm(), Double.MIN_NORMAL));
        Field2D near = target.map(value -> Math.scalb(value, -exponent));
        double mean = near.mean();
        double deviation =
                Math.sqrt(near.map(value -> (value - mean) * (value - mean)).mean());
        double size = Math.scalb(deviation, exponent);
        if (!(size > 0) || size == Double.POSITIVE_INFINITY) {
            return new Scaling(target.mean(), 1);
        }
        // A power of two, so that nothing but the offset rounds.
        double factor = Math.scalb(1.0, Math.min(Math.getExponent(size) + 2, Double.MAX_EXPONENT));
        return new Scaling(Math.abs(mean) < FAR * deviation ? 0 : Math.scalb(mean, exponent), factor);
    }

    Field2D normalized(Field2D target) {
        return equals(NONE) ? target : target.map(value -> value / factor - offset / factor);
    }

    Training normalized(Training training) {
        if (equals(NONE)) {
            return training;
        }
        Consumer<Progress> listener = training.listener();
        return training.tolerance(Math.min(training.tolerance() / factor / factor, Double.MAX_VALUE))
                .onStep(progress -> listener.accept(new Progress(
                        progress.step(),
                        progress.steps(),
                        loss(progress.loss()),
                        loss(progress.best()),
                        progress.elapsed())));
    }

    private double loss(double normalized) {
        return normalized * factor * factor;
    }

    Fit restored(Fit fit) {
        if (equals(NONE)) {
            return fit;
        }
        Architecture architecture = fit.model().architecture();
        double[] parameters = fit.model().parameters();
        int bias = parameters.length - 1;
        int width = architecture.hidden().get(architecture.hidden().size() - 1);
        for (int p = bias - width; p <= bias; p++) {
            parameters[p] *= factor;
        }
        parameters[bias] += offset;
        return new Fit(
                Siren.of(architecture, parameters),
                fit.losses().stream().map(this::loss).toList(),
                fit.status(),
                fit.coefficients());
    }
}
