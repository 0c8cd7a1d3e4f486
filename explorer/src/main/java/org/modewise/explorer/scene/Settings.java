package org.modewise.explorer.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of an equation's parameters, each within its range.
 *
 * @param numbers of the sliders, by name
 * @param names of the choices, by name
 */
public record Settings(Map<String, Double> numbers, Map<String, String> names) {
    /** Copies the maps. */
    public Settings {
        numbers = Map.copyOf(numbers);
        names = Map.copyOf(names);
    }

    /**
     * What an equation starts with.
     *
     * @param parameters the equation's
     * @return their starts
     */
    public static Settings start(List<Parameter> parameters) {
        return of(parameters, Map.of(), Map.of());
    }

    /**
     * Checks values against the parameters; what is not named stands where it starts.
     *
     * @param parameters the equation's
     * @param numbers values of sliders, by name
     * @param names values of choices, by name
     * @return the settings
     * @throws IllegalArgumentException if a value is out of range, or no parameter has its name
     */
    public static Settings of(List<Parameter> parameters, Map<String, Double> numbers, Map<String, String> names) {
        Map<String, Double> allNumbers = new HashMap<>();
        Map<String, String> allNames = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.Slider slider) {
                double value = numbers.getOrDefault(slider.name(), slider.start());
                allNumbers.put(slider.name(), Ranges.within(value, slider.least(), slider.most(), slider.name()));
            } else if (parameter instanceof Parameter.Choice choice) {
                String value = names.getOrDefault(choice.name(), choice.start());
                if (!choice.choices().contains(value)) {
                    throw new IllegalArgumentException(
                            choice.name() + " must be one of " + choice.choices() + ", got \"" + value + "\"");
                }
                allNames.put(choice.name(), value);
            }
        }
        requireKnown(allNumbers.keySet().containsAll(numbers.keySet()), numbers.keySet());
        requireKnown(allNames.keySet().containsAll(names.keySet()), names.keySet());
        return new Settings(allNumbers, allNames);
    }

    private static void requireKnown(boolean known, Iterable<String> names) {
        if (!known) {
            throw new IllegalArgumentException("the equation has no such parameters: " + names);
        }
    }

    /**
     * The value of a slider.
     *
     * @param name the slider's name
     * @return its value
     */
    public double number(String name) {
        return numbers.get(name);
    }

    /**
     * The value of a choice.
     *
     * @param name the choice's name
     * @return its value
     */
    public String name(String name) {
        return names.get(name);
    }
}
