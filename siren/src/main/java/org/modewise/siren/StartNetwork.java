package org.modewise.siren;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.modewise.siren.engine.Layers;

/**
 * What network a training of an equation starts from.
 *
 * <p>Along a periodic axis the first layer's angles are mπξ with integers m, which do not move: then every function of
 * these sines has the period of the box, whatever the other parameters are.
 *
 * @param layers its hidden layers
 * @param periodic the periodic axes
 * @param seed of the random numbers
 * @param fit what to go on from, in place of random numbers
 */
record StartNetwork(HiddenLayers layers, List<String> periodic, long seed, Optional<Fit> fit) {
    /** ω₀ of sines unless said otherwise: for derivatives, not for pictures. */
    private static final double DEFAULT_OMEGA0 = 5;

    StartNetwork {
        periodic = HiddenLayers.copy(periodic, "axes");
        if (periodic.stream().distinct().count() < periodic.size()) {
            throw new IllegalArgumentException("axes must each come once, got " + periodic);
        }
    }

    static StartNetwork of(long seed) {
        return new StartNetwork(HiddenLayers.sines(DEFAULT_OMEGA0, 24, 24), List.of(), seed, Optional.empty());
    }

    StartNetwork layers(UnaryOperator<HiddenLayers> change) {
        return new StartNetwork(change.apply(layers), periodic, seed, Optional.empty());
    }

    StartNetwork periodic(String... axes) {
        Objects.requireNonNull(axes, "axes");
        return new StartNetwork(layers, Arrays.asList(axes), seed, Optional.empty());
    }

    StartNetwork seed(long other) {
        return new StartNetwork(layers, periodic, other, Optional.empty());
    }

    StartNetwork from(Fit other) {
        Architecture its = Objects.requireNonNull(other, "fit").model().architecture();
        HiddenLayers found = HiddenLayers.of(its.hidden(), its.omega0(), its.activation(), layers.frequency());
        return new StartNetwork(found, periodic, seed, Optional.of(other));
    }

    Architecture architecture(Domain domain) {
        return new Architecture(
                layers.widths(), layers.omega0(), layers.activation(), domain.lower(), domain.upper(), domain.axes());
    }

    Siren siren(Domain domain) {
        if (fit.isPresent()) {
            return fit.get().model();
        }
        Architecture architecture = architecture(domain);
        Siren random = Siren.random(architecture, seed);
        if (periodic.isEmpty()) {
            return random;
        }
        double omega = architecture.omega0().get(0);
        long most = Math.max(1, Math.round(omega / (architecture.inputs() * Math.PI)));
        SplittableRandom integers = new SplittableRandom(seed).split();
        double[] parameters = random.parameters();
        for (String axis : periodic) {
            int[] along = weights(domain, axis);
            boolean constant = true;
            for (int p : along) {
                long m = integers.nextLong(-most, most + 1);
                parameters[p] = m * Math.PI / omega;
                constant &= m == 0;
            }
            if (constant) {
                parameters[along[0]] = Math.PI / omega;
            }
        }
        return Siren.of(architecture, parameters);
    }

    /** Checks that the axes are those of the domain, and that what a training goes on from lies there and is as periodic. */
    void check(Domain domain) {
        frozen(domain);
        Activation first = layers.activation().get(0);
        if (!periodic.isEmpty() && first != Activation.SINE) {
            throw new IllegalArgumentException("activation of the first layer must be SINE for periodic axes, got "
                    + first + "; layers of other kinds may follow one of sines");
        }
        fit.ifPresent(found -> check(domain, found.model()));
    }

    private void check(Domain domain, Siren siren) {
        Architecture own = siren.architecture();
        if (!own.equals(architecture(domain))) {
            throw new IllegalArgumentException("siren must lie on the box of " + domain + ", got one on " + own.lower()
                    + " to " + own.upper() + " of " + own.axes());
        }
        double[] parameters = siren.parameters();
        for (String axis : periodic) {
            for (int p : weights(domain, axis)) {
                double halfTurns = own.omega0().get(0) * parameters[p] / Math.PI;
                double rounding = 4 * Math.ulp(Math.max(1, Math.abs(halfTurns)));
                if (!(Math.abs(halfTurns - Math.rint(halfTurns)) <= rounding)) {
                    throw new IllegalArgumentException("siren must be periodic along " + axis
                            + " to stay so, got one of " + halfTurns / 2 + " turns");
                }
            }
        }
    }

    /** What coefficients have been found to be. */
    Map<String, Double> known() {
        return fit.map(Fit::coefficients).orElse(Map.of());
    }

    /** Where each coefficient starts, in its unit. */
    double[] coefficients(Coefficients unknown) {
        double[] starts = unknown.starts();
        double[] units = unknown.units();
        Map<String, Double> known = known();
        for (int k = 0; k < starts.length; k++) {
            starts[k] = known.getOrDefault(unknown.name(k), starts[k]) / units[k];
        }
        return starts;
    }

    /** The numbers of the parameters that do not move. */
    int[] frozen(Domain domain) {
        return IntStream.concat(
                        periodic.stream().flatMapToInt(axis -> Arrays.stream(weights(domain, axis))),
                        Arrays.stream(architecture(domain).frozen()))
                .distinct()
                .toArray();
    }

    /** The numbers of the first layer's weights along an axis. */
    private int[] weights(Domain domain, String axis) {
        Layers all = architecture(domain).layers();
        int first = all.weights(0) + domain.index(axis);
        return IntStream.range(0, all.outputs(0))
                .map(j -> first + j * all.inputs(0))
                .toArray();
    }
}
