package org.modewise.siren;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.modewise.siren.engine.Layers;

/**
 * What network a training of an equation starts from.
 *
 * <p>Along a periodic axis the first layer's angles are mπξ with integers m, which do not move: then every function of
 * these sines has the period of the box, whatever the other parameters are.
 *
 * @param hidden the widths
 * @param omega0 ω₀ of each layer, or one for all
 * @param periodic the periodic axes
 * @param seed of the random numbers
 * @param fit what to go on from, in place of random numbers
 */
record StartNetwork(List<Integer> hidden, List<Double> omega0, List<String> periodic, long seed, Optional<Fit> fit) {
    StartNetwork {
        hidden = List.copyOf(hidden);
        omega0 = List.copyOf(omega0);
        periodic = List.copyOf(periodic);
    }

    static StartNetwork of(long seed) {
        return new StartNetwork(List.of(24, 24), List.of(5.0), List.of(), seed, Optional.empty());
    }

    StartNetwork hidden(int... widths) {
        return new StartNetwork(Arrays.stream(widths).boxed().toList(), omega0, periodic, seed, Optional.empty());
    }

    StartNetwork omega0(double... values) {
        return new StartNetwork(hidden, Arrays.stream(values).boxed().toList(), periodic, seed, Optional.empty());
    }

    StartNetwork periodic(String... axes) {
        return new StartNetwork(hidden, omega0, List.of(axes), seed, Optional.empty());
    }

    StartNetwork seed(long other) {
        return new StartNetwork(hidden, omega0, periodic, other, Optional.empty());
    }

    StartNetwork from(Fit other) {
        Architecture architecture = other.model().architecture();
        return new StartNetwork(architecture.hidden(), architecture.omega0(), periodic, seed, Optional.of(other));
    }

    Architecture architecture(Domain domain) {
        return Architecture.of(
                        domain.lower().stream().mapToDouble(x -> x).toArray(),
                        domain.upper().stream().mapToDouble(x -> x).toArray(),
                        hidden.stream().mapToInt(n -> n).toArray())
                .axes(domain.axes().toArray(String[]::new))
                .omega0(omega0.stream().mapToDouble(omega -> omega).toArray());
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
        for (int p : frozen(domain)) {
            parameters[p] = integers.nextLong(-most, most + 1) * Math.PI / omega;
        }
        return Siren.of(architecture, parameters);
    }

    /** What coefficients have been found to be. */
    Map<String, Double> known() {
        return fit.map(Fit::coefficients).orElse(Map.of());
    }

    /** Where each coefficient starts. */
    double[] coefficients(Coefficients unknown) {
        double[] starts = unknown.starts();
        Map<String, Double> known = known();
        for (int k = 0; k < starts.length; k++) {
            starts[k] = known.getOrDefault(unknown.name(k), starts[k]);
        }
        return starts;
    }

    /** Whether a network is what the periodic axes ask for; what does not move could never become so. */
    void checkPeriodic(Siren siren, Domain domain) {
        double omega = siren.architecture().omega0().get(0);
        double[] parameters = siren.parameters();
        for (int p : frozen(domain)) {
            double halfTurns = omega * parameters[p] / Math.PI;
            if (!(Math.abs(halfTurns - Math.rint(halfTurns)) <= 1e-12 * Math.max(1, Math.abs(halfTurns)))) {
                throw new IllegalArgumentException("siren must be periodic along " + periodic
                        + ", whose angles in its first layer must be multiples of pi, got " + halfTurns + " of them");
            }
        }
    }

    /** The numbers of the parameters that do not move. */
    int[] frozen(Domain domain) {
        Layers layers = architecture(domain).layers();
        int inputs = layers.inputs(0);
        int[] frozen = new int[periodic.size() * layers.outputs(0)];
        int next = 0;
        for (String name : periodic) {
            int axis = domain.index(name);
            for (int j = 0; j < layers.outputs(0); j++) {
                frozen[next++] = layers.weights(0) + j * inputs + axis;
            }
        }
        return frozen;
    }
}
