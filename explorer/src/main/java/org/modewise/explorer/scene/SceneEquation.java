package org.modewise.explorer.scene;

import java.util.List;
import org.modewise.core.Field2D;

/** An equation on the page: its settings, its solution from a painted field, and both as code for JShell. */
public sealed interface SceneEquation
        permits BurgersScene, HeatScene, OrnsteinUhlenbeckScene, PoissonScene, TransportScene, WaveScene {
    /** All of them, in the order of their keys, from 1. */
    List<SceneEquation> ALL = List.of(
            new HeatScene(),
            new TransportScene(),
            new OrnsteinUhlenbeckScene(),
            new PoissonScene(),
            new BurgersScene(),
            new WaveScene());

    /**
     * The equation of a name.
     *
     * @param name as {@link #name} says
     * @return the equation
     * @throws IllegalArgumentException if there is none
     */
    static SceneEquation of(String name) {
        return ALL.stream()
                .filter(equation -> equation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no equation \"" + name + "\", but "
                        + ALL.stream().map(SceneEquation::name).toList()));
    }

    /**
     * The name in messages and links.
     *
     * @return a word
     */
    String name();

    /**
     * What can be set.
     *
     * @return the parameters, in the order of the page
     */
    List<Parameter> parameters();

    /**
     * Whether time runs backward.
     *
     * @return what becomes of it below zero
     */
    Reversibility reversibility();

    /**
     * Solves the equation.
     *
     * @param initial the painted field
     * @param settings of this equation's parameters
     * @return the solution at any time
     * @throws IllegalArgumentException in the library's words, if it cannot be solved from such a field
     */
    Motion solve(Field2D initial, Settings settings);

    /**
     * The solution at a time as code for JShell.
     *
     * @param settings of this equation's parameters
     * @param moment the time, at least 0 where there is no way back
     * @return lines that end with {@code Field2D shown}, where {@code Field2D u} is the painted field
     */
    String code(Settings settings, Moment moment);
}
