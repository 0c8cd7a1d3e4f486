package org.modewise.siren;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.modewise.core.internal.Arguments;

/**
 * n₁, …, n_L: the hidden layers of a network, their kinds and their ω₀.
 *
 * <p>Of two kinds ω₀ is no setting: layers of tanh have 1, and features πσ. So what is said of all layers at once leaves
 * these as they are, and the order in which settings are made does not matter as long as there is a layer that each of them
 * is about. Of what was said of layers that are gone, ω₀ of sines alone is remembered, and not even that by an
 * {@link Architecture}.
 *
 * @param widths the number of neurons of each, at least 1; at least one layer
 * @param omega0 ω₀ of each, from {@link Architecture#LEAST_OMEGA0} to {@link Architecture#MOST_OMEGA0}; 1 for tanh
 * @param activation of each, features the first alone
 * @param frequency ω₀ of sines that take the place of another kind or come behind features
 */
record HiddenLayers(List<Integer> widths, List<Double> omega0, List<Activation> activation, double frequency) {
    private static final double LEAST_SIGMA = 1e-8;
    private static final double MOST_SIGMA = 1e7;

    HiddenLayers {
        widths = copy(widths, "hidden");
        omega0 = copy(omega0, "omega0");
        activation = copy(activation, "activation");
        if (widths.isEmpty()) {
            throw new IllegalArgumentException("hidden must not be empty");
        }
        sameCount(widths, omega0, "omega0");
        sameCount(widths, activation, "activation");
        for (int k = 0; k < widths.size(); k++) {
            Arguments.atLeastOne(widths.get(k), "hidden[" + k + "]");
            checkFrequency(omega0.get(k), "omega0[" + k + "]");
            if (activation.get(k) == Activation.TANH && omega0.get(k) != 1) {
                throw new IllegalArgumentException("omega0[" + k + "] must be 1 for tanh, got " + omega0.get(k));
            }
            if (activation.get(k) == Activation.FOURIER && k > 0) {
                throw new IllegalArgumentException("activation[" + k + "] must be another, FOURIER is for the first");
            }
        }
    }

    /** A copy of a list; a null in it is named. */
    static <T> List<T> copy(List<T> list, String name) {
        Objects.requireNonNull(list, name);
        for (int k = 0; k < list.size(); k++) {
            Objects.requireNonNull(list.get(k), name + "[" + k + "]");
        }
        return List.copyOf(list);
    }

    static void sameCount(List<?> expected, List<?> actual, String name) {
        if (expected.size() != actual.size()) {
            throw new IllegalArgumentException(name + " must hold " + expected.size() + ", got " + actual.size());
        }
    }

    private static double checkFrequency(double value, String name) {
        if (!(value >= Architecture.LEAST_OMEGA0 && value <= Architecture.MOST_OMEGA0)) {
            throw new IllegalArgumentException(name + " must be from " + Architecture.LEAST_OMEGA0 + " to "
                    + Architecture.MOST_OMEGA0 + ", got " + value);
        }
        return value;
    }

    /** Layers of sines. */
    static HiddenLayers sines(double frequency, int... widths) {
        Objects.requireNonNull(widths, "widths");
        return new HiddenLayers(
                Arrays.stream(widths).boxed().toList(),
                Collections.nCopies(widths.length, frequency),
                Collections.nCopies(widths.length, Activation.SINE),
                frequency);
    }

    /** Layers of any kind; sines that come to be have the ω₀ of the first sines there are, or another if there are none. */
    static HiddenLayers of(List<Integer> widths, List<Double> omega0, List<Activation> activation, double otherwise) {
        List<Double> each = copy(omega0, "omega0");
        int sines = activation.indexOf(Activation.SINE);
        boolean there = sines >= 0 && sines < each.size();
        return new HiddenLayers(widths, each, activation, there ? each.get(sines) : otherwise);
    }

    /** The same with layers of other widths; those beyond are of the kind of the last, or of sines behind features. */
    HiddenLayers widths(int... other) {
        Objects.requireNonNull(other, "widths");
        List<Double> frequencies = new ArrayList<>();
        List<Activation> kinds = new ArrayList<>();
        int last = widths.size() - 1;
        for (int k = 0; k < other.length; k++) {
            boolean behindFeatures = k > last && activation.get(last) == Activation.FOURIER;
            frequencies.add(behindFeatures ? frequency : omega0.get(Math.min(k, last)));
            kinds.add(behindFeatures ? Activation.SINE : activation.get(Math.min(k, last)));
        }
        return of(Arrays.stream(other).boxed().toList(), frequencies, kinds, frequency);
    }

    /** The same with one ω₀ for all sines, or with one for each layer. */
    HiddenLayers omega0(double... values) {
        Objects.requireNonNull(values, "values");
        for (int k = 0; k < values.length; k++) {
            checkFrequency(values[k], "omega0[" + k + "]");
        }
        if (values.length == 1) {
            return of(
                    widths,
                    each(k -> activation.get(k) == Activation.SINE ? values[0] : omega0.get(k)),
                    activation,
                    values[0]);
        }
        List<Double> each = Arrays.stream(values).boxed().toList();
        sameCount(widths, each, "omega0");
        if (hasFeatures() && values[0] != omega0.get(0)) {
            throw new IllegalArgumentException("omega0[0] must be that of the features, " + omega0.get(0) + ", got "
                    + values[0] + "; features(sigma) makes others");
        }
        return of(widths, each, activation, frequency);
    }

    /** The same with one kind for all layers but features, or with one for each layer. */
    HiddenLayers activation(Activation... values) {
        List<Activation> kinds = Arrays.asList(Objects.requireNonNull(values, "values"));
        for (int k = 0; k < values.length; k++) {
            Objects.requireNonNull(values[k], "values[" + k + "]");
        }
        if (kinds.size() == 1) {
            Activation kind = kinds.get(0);
            kinds = each(k -> activation.get(k) == Activation.FOURIER ? Activation.FOURIER : kind);
        }
        sameCount(widths, kinds, "activation");
        if (kinds.get(0) == Activation.FOURIER && !hasFeatures()) {
            throw new IllegalArgumentException(
                    "activation[0] must be another, FOURIER needs a sigma; features(sigma) makes such a layer");
        }
        List<Activation> other = kinds;
        return of(
                widths,
                each(k -> {
                    if (other.get(k) == activation.get(k)) {
                        return omega0.get(k);
                    }
                    return other.get(k) == Activation.TANH ? 1 : frequency;
                }),
                kinds,
                frequency);
    }

    private <T> List<T> each(IntFunction<T> layer) {
        return IntStream.range(0, widths.size()).mapToObj(layer).toList();
    }

    /** The same with features as the first layer. */
    HiddenLayers features(double sigma) {
        if (!(sigma >= LEAST_SIGMA && sigma <= MOST_SIGMA)) {
            throw new IllegalArgumentException(
                    "sigma must be from " + LEAST_SIGMA + " to " + MOST_SIGMA + ", got " + sigma);
        }
        List<Double> frequencies = new ArrayList<>(omega0);
        frequencies.set(0, Math.PI * sigma);
        List<Activation> kinds = new ArrayList<>(activation);
        kinds.set(0, Activation.FOURIER);
        return of(widths, frequencies, kinds, frequency);
    }

    /** Whether the first layer is one of features. */
    boolean hasFeatures() {
        return activation.get(0) == Activation.FOURIER;
    }
}
