package org.modewise.siren;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.modewise.core.internal.Arguments;

/**
 * w·mean r² over points: something that should be zero there. An equation inside, an initial or a boundary condition, or
 * data.
 *
 * @param residual r, of the unknown function
 * @param points where
 * @param observed what was observed there, a number a point, or none
 * @param weight w, positive and finite
 * @param prescribed what values it gives at which ends of the domain, if it does
 */
record Requirement(
        Expression residual, Points points, List<Double> observed, double weight, Optional<Prescribed> prescribed) {
    Requirement {
        Objects.requireNonNull(residual, "residual");
        Objects.requireNonNull(points, "points");
        observed = List.copyOf(observed);
        Arguments.positive(weight, "weight");
    }

    static Requirement of(Function<Unknown, Expression> residual, Points points, double weight) {
        return of(trace(residual), points, weight);
    }

    static Requirement of(Expression residual, Points points, double weight) {
        return new Requirement(residual, points, List.of(), weight, Optional.empty());
    }

    static Requirement of(Function<Unknown, Expression> residual, Points points, double[] observed, double weight) {
        Expression traced = trace(residual);
        int expected = Objects.requireNonNull(points, "points").size();
        if (Objects.requireNonNull(observed, "observed").length != expected) {
            throw new IllegalArgumentException("observed must be " + expected + " numbers, got " + observed.length);
        }
        Double[] values = new Double[expected];
        for (int k = 0; k < expected; k++) {
            values[k] = Arguments.finite(observed[k], "observed[" + k + "]");
        }
        return new Requirement(traced, points, List.of(values), weight, Optional.empty());
    }

    private static Expression trace(Function<Unknown, Expression> residual) {
        return Objects.requireNonNull(residual, "residual").apply(Unknown.INSTANCE);
    }

    Requirement prescribed(Prescribed what) {
        return new Requirement(residual, points, observed, weight, Optional.of(what));
    }

    /** The same at other points, where nothing was observed. */
    Requirement at(Points where) {
        return new Requirement(residual, where, List.of(), weight, prescribed);
    }
}
