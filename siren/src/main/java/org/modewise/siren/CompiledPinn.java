package org.modewise.siren;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.PartRunner;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Term;
import org.modewise.siren.engine.TiledLoss;
import org.modewise.siren.engine.Weights;
import org.modewise.siren.optimizer.Optimizer;

/** Requirements as functions of a network's parameters, and of the coefficients that they name: for one training. */
final class CompiledPinn {
    /** How far apart values at the two ends of a period may be for rounding's sake, as a share of the largest. */
    private static final double ROUNDING = 1e-9;

    private final Requirements requirements;
    private final StartNetwork start;
    private final Training training;
    private final Architecture architecture;
    private final Coefficients unknown = new Coefficients();
    private final List<Term> terms;

    CompiledPinn(Requirements requirements, StartNetwork start, Training training) {
        this.requirements = requirements;
        this.start = start;
        this.training = training;
        this.architecture = start.architecture(requirements.domain());
        requireHeap();
        this.terms = requirements.all().stream()
                .map(requirement -> compile(requirement, OptionalLong.of(start.seed())))
                .toList();
    }

    /** Checks that the heap can hold the network and the points, before any of these is copied. */
    private void requireHeap() {
        Weights.requireHeap(architecture.layers());
        int inputs = architecture.inputs();
        // The equation's points as they are and as the network reads them on their way into tiles, and their order.
        int most = requirements.equation().points().size();
        long doubles = 2L * inputs * most + most / 2;
        for (Requirement requirement : requirements.all()) {
            doubles += PointTiles.size(requirement.points().size(), inputs);
        }
        // A quarter more: no heap can be filled to the brim.
        Arguments.requireHeap(doubles + doubles / 4, "tiles of " + requirements.points() + " points");
    }

    private Term compile(Requirement requirement, OptionalLong seed) {
        return ResidualCompiler.compile(requirement, architecture, ElementaryFunctions.preferred(), seed, unknown);
    }

    private TiledLoss function(List<Term> some) {
        return new TiledLoss(
                architecture.layers(),
                new Weights(architecture.layers(), architecture.factors(), start.frozen(requirements.domain())),
                unknown.units(),
                some,
                ElementaryFunctions.preferred(),
                PartRunner.of(training.executor(), training.parallelism()));
    }

    private double[] parameters(Siren siren) {
        return Checkpoint.joined(siren.parameters(), start.coefficients(unknown));
    }

    /** Σ w·mean r² at the start. */
    double loss() {
        return function(terms).value(parameters(start.siren(requirements.domain())));
    }

    /** The equation's residual at points, at the start. */
    double[] residuals(Points points) {
        return residuals(requirements.equation().at(points), start.siren(requirements.domain()));
    }

    /** Some of the candidates, with chances p ∝ |r|/mean |r| + 1, r the equation's residual at the start. */
    Points drawn(Points candidates, int count, long seed) {
        double[] shares = residuals(candidates);
        double mean = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = Math.abs(shares[k]);
            mean += shares[k] / shares.length;
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] = mean > 0 ? shares[k] / mean + 1 : 1;
        }
        return candidates.drawn(count, shares, seed);
    }

    private double[] residuals(Requirement requirement, Siren siren) {
        int count = requirement.points().size();
        // Times √(w/N), so this weight makes that 1.
        Requirement plain = Requirement.of(requirement.residual(), requirement.points(), count);
        double[] r = new double[count];
        function(List.of(compile(plain, OptionalLong.empty()))).residuals(parameters(siren), r);
        return r;
    }

    /**
     * Checks that the network to start from fits, and that what is prescribed at ends of the domain has the period that
     * the network will have.
     */
    void check() {
        start.check(requirements.domain());
        for (String axis : start.periodic()) {
            for (Requirement requirement : requirements.all()) {
                requirement
                        .prescribed()
                        .filter(what -> what.runsAlong(axis))
                        .ifPresent(what -> checkPeriod(requirement, what, axis));
            }
        }
    }

    private void checkPeriod(Requirement requirement, Prescribed what, String axis) {
        Domain domain = requirements.domain();
        int index = domain.index(axis);
        Siren zero = Siren.of(architecture, new double[architecture.parameters()]);
        // With u = 0 a residual u - g is -g. Its scale is that at the equation's points, too: at the ends g may be 0 to
        // rounding.
        double[] inside = residuals(requirement.at(requirements.equation().points()), zero);
        double[] left = residuals(
                requirement.at(requirement.points().at(axis, domain.lower().get(index))), zero);
        double[] right = residuals(
                requirement.at(requirement.points().at(axis, domain.upper().get(index))), zero);
        double most = Stream.of(inside, left, right)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int k = 0; k < left.length; k++) {
            if (Math.abs(left[k] - right[k]) > ROUNDING * most) {
                throw new IllegalArgumentException(what.condition() + " and periodic along " + axis
                        + " contradict each other: what is prescribed must be the same at both ends of " + axis
                        + ", got " + (0 - left[k]) + " and " + (0 - right[k]));
            }
        }
    }

    Trainer trainer(Optimizer optimizer) {
        return new Trainer(architecture, unknown, start.periodic(), start.seed(), function(terms), optimizer, training);
    }

    Fit run(Optimizer optimizer) {
        return trainer(optimizer).run(start.siren(requirements.domain()), start.coefficients(unknown));
    }
}
