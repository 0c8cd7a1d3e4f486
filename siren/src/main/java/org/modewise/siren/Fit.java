package org.modewise.siren;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.modewise.core.Field2D;

/**
 * What came of a training. Immutable, safe to share between threads.
 *
 * @param model the network with the smallest loss on the way; if the loss is no finite number any more, the last one whose
 *     loss was
 * @param losses the loss before the first step, and after every step; where a step looks at some of the points only, the
 *     loss over all of them is taken whenever they have all been looked at, and stays until then
 * @param status why it ended
 * @param coefficients by their names the unknown numbers of an equation as they were when the model was
 */
public record Fit(Siren model, List<Double> losses, FitStatus status, Map<String, Double> coefficients) {
    /**
     * Takes the results.
     *
     * @param model the network
     * @param losses copied
     * @param status why it ended
     * @param coefficients copied
     */
    public Fit {
        Objects.requireNonNull(model, "model");
        losses = List.copyOf(losses);
        Objects.requireNonNull(status, "status");
        coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
    }

    /**
     * The value of an unknown number.
     *
     * @param name what {@link Expression#coefficient} called it
     * @return its value
     * @throws IllegalArgumentException if there was none of that name
     */
    public double coefficient(String name) {
        Double value = coefficients.get(Objects.requireNonNull(name, "name"));
        if (value == null) {
            throw new IllegalArgumentException("name must be one of " + coefficients.keySet() + ", got " + name);
        }
        return value;
    }

    /**
     * The smallest loss.
     *
     * @return the smallest of {@link #losses()} that is a number
     */
    public double loss() {
        return losses.stream()
                .mapToDouble(Double::doubleValue)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.NaN);
    }

    /**
     * u - v at the nodes of a field, such as the exact solution: a map of the error.
     *
     * @param exact v, on any grid
     * @param others the coordinates after the first two, such as t: none for a network of two
     * @return the network less the field
     * @throws IllegalArgumentException as {@link Siren#sample}
     */
    public Field2D error(Field2D exact, double... others) {
        return model.sample(Objects.requireNonNull(exact, "exact").grid(), others)
                .minus(exact);
    }

    /**
     * ‖u - v‖ / ‖v‖, the error's root mean square as a share of the field's, off the training grid if v is.
     *
     * @param exact v, on any grid, not zero everywhere
     * @param others the coordinates after the first two, such as t: none for a network of two
     * @return the relative error
     * @throws IllegalArgumentException as {@link Siren#sample}
     */
    public double relativeError(Field2D exact, double... others) {
        return error(exact, others).norm() / exact.norm();
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Fit[COMPLETED after 300 steps, loss 1.234e-08]}.
     *
     * @return the status, the number of steps and the smallest loss
     */
    @Override
    public String toString() {
        return "Fit[" + status + " after " + (losses.size() - 1) + " steps, loss " + Numbers.brief(loss()) + "]";
    }
}
