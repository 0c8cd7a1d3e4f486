package org.modewise.siren;

import java.util.Objects;
import java.util.function.Function;
import org.modewise.core.internal.Arguments;

/**
 * w·mean r² over points: something that should be zero there. An equation inside, an initial or a boundary condition, or
 * data.
 *
 * @param residual r, of the unknown function
 * @param points where
 * @param weight w, positive and finite
 */
record Requirement(Expression residual, Points points, double weight) {
    Requirement {
        Objects.requireNonNull(residual, "residual");
        Objects.requireNonNull(points, "points");
        Arguments.positive(weight, "weight");
    }

    static Requirement of(Function<Unknown, Expression> residual, Points points, double weight) {
        return new Requirement(Objects.requireNonNull(residual, "residual").apply(Unknown.INSTANCE), points, weight);
    }
}
