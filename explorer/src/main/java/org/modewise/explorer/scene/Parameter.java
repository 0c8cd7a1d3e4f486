package org.modewise.explorer.scene;

import java.util.List;

/** A setting of an equation, as the page shows it. */
public sealed interface Parameter {
    /**
     * The name in messages and links.
     *
     * @return a word
     */
    String name();

    /**
     * What the page writes beside it.
     *
     * @return a few words
     */
    String label();

    /**
     * A number on a slider.
     *
     * @param name the name in messages
     * @param label what the page writes beside it
     * @param unit its unit, with L the length of the torus and T the time
     * @param least the least that is allowed
     * @param most the most that is allowed
     * @param start where it stands at first
     * @param logarithmic whether the slider moves by factors
     */
    record Slider(String name, String label, String unit, double least, double most, double start, boolean logarithmic)
            implements Parameter {}

    /**
     * One of several names.
     *
     * @param name the name in messages
     * @param label what the page writes beside it
     * @param choices the names to choose from
     * @param start the one at first
     */
    record Choice(String name, String label, List<String> choices, String start) implements Parameter {
        /** Makes the parameter. */
        public Choice {
            choices = List.copyOf(choices);
        }
    }
}
