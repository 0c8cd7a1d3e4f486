package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Collects what is out of bounds over many sizes, so that a failure shows all of them and the worst. */
final class Violations {
    private final List<String> found = new ArrayList<>();
    private double worst;
    private String worstCase = "none";

    /** Notes a figure that must not exceed its bound; NaN exceeds every bound. */
    void atMost(double bound, double figure, String name) {
        if (!(figure / bound <= worst)) {
            worst = figure / bound;
            worstCase = name;
        }
        if (!(figure <= bound)) {
            found.add(name + ": " + figure + " > " + bound);
        }
    }

    void assertNone() {
        assertThat(found)
                .as("out of bounds, the worst by a factor %s at %s", worst, worstCase)
                .isEmpty();
    }
}
