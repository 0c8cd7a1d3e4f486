package org.modewise.siren;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The unknown numbers of a training, in the order in which residuals name them: parameters behind those of the network,
 * each in its unit, so that all optimisers move it by a share of its size. Collected while residuals are compiled.
 */
final class Coefficients {
    private final List<String> names = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();

    /** The number of a coefficient, which is new or has the same start as before. */
    int index(String name, double start) {
        int index = names.indexOf(name);
        if (index < 0) {
            names.add(name);
            starts.add(start);
            return names.size() - 1;
        }
        if (starts.get(index) != start) {
            throw new IllegalArgumentException(
                    "coefficient " + name + " must have one start, got " + starts.get(index) + " and " + start);
        }
        return index;
    }

    String name(int index) {
        return names.get(index);
    }

    int count() {
        return names.size();
    }

    /** Where each starts. */
    double[] starts() {
        return starts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What each is measured in: its own size, as far as the start tells it; a power of two, so that nothing rounds. */
    double[] units() {
        return starts.stream()
                .mapToDouble(start -> start == 0 ? 1 : Math.scalb(1.0, Math.getExponent(start)))
                .toArray();
    }

    /** Names and starts, which tell trainings apart. */
    @Override
    public String toString() {
        return names + " from " + starts;
    }

    /** Each with the value it has among parameters. */
    Map<String, Double> values(double[] parameters) {
        double[] units = units();
        Map<String, Double> values = new LinkedHashMap<>();
        int first = parameters.length - count();
        for (int k = 0; k < count(); k++) {
            values.put(names.get(k), parameters[first + k] * units[k]);
        }
        return values;
    }
}
