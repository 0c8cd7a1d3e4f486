package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects figures and their bounds over many sizes: a failure shows all that are out, a success how near they came. */
final class Violations {
    private final List<String> found = new ArrayList<>();
    /** The figure nearest to its bound, by kind. */
    private final Map<String, Worst> worst = new TreeMap<>();

    private record Worst(double figure, double ofBound, String where) {}

    /** Notes a figure that must not exceed its bound; NaN exceeds every bound. */
    void atMost(double bound, double figure, String kind, String where) {
        Worst before = worst.get(kind);
        if (before == null || !(figure / bound <= before.ofBound)) {
            worst.put(kind, new Worst(figure, figure / bound, where));
        }
        if (!(figure <= bound)) {
            found.add(kind + " of " + where + ": " + figure + " > " + bound);
        }
    }

    /** Fails if a figure was out of bounds, and otherwise prints the worst of each kind. */
    void assertNone(String subject) {
        String summary = worst.entrySet().stream()
                .map(kind -> String.format(
                        Locale.ROOT,
                        "%s %.2e, %.2f of its bound, at %s",
                        kind.getKey(),
                        kind.getValue().figure,
                        kind.getValue().ofBound,
                        kind.getValue().where))
                .collect(Collectors.joining("; "));
        assertThat(found).as("%s: %s", subject, summary).isEmpty();
        if (!worst.isEmpty()) {
            System.out.println(subject + ": " + summary);
        }
    }
}
