package org.modewise.core.internal.elementary;

import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * W and b of b + Wx, in the order in which {@link ElementaryFunctions#combine} reads them: panels of eight outputs, each with
 * eight offsets, then eight weights an input. The last panel of a number that eight does not divide overlaps the one before;
 * one of fewer than eight outputs has room left. Loaded by one thread, then read by many.
 */
public final class WeightMatrix {
    /** Outputs of a panel. */
    public static final int PANEL = 8;

    private final int outputs;
    private final int inputs;
    private final double[] numbers;

    /**
     * Makes room.
     *
     * @param outputs how many rows W has, at least 1
     * @param inputs how many columns, at least 1
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public WeightMatrix(int outputs, int inputs) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.numbers = new double[Arguments.allocatable(size(outputs, inputs), outputs + "x" + inputs + " weights")];
    }

    /**
     * How much room such a matrix takes.
     *
     * @param outputs how many rows W has, at least 1
     * @param inputs how many columns, at least 1
     * @return the number of doubles
     */
    public static long size(int outputs, int inputs) {
        return (outputs + PANEL - 1L) / PANEL * (inputs + 1L) * PANEL;
    }

    /**
     * Takes weights.
     *
     * @param w the weights: that from input i to output j at {@code at + j * outputStep + i * inputStep}
     * @param at where they start
     * @param outputStep from output to output
     * @param inputStep from input to input
     * @param offsets where in {@code w} the b's start, or -1 for none
     * @return this
     * @throws IndexOutOfBoundsException if there are not so many weights; before any write
     */
    public WeightMatrix load(double[] w, int at, int outputStep, int inputStep, int offsets) {
        Objects.checkIndex(at, w.length);
        Objects.checkIndex(at + (outputs - 1) * outputStep + (inputs - 1) * inputStep, w.length);
        Objects.checkFromIndexSize(Math.max(offsets, 0), offsets < 0 ? 0 : outputs, w.length);
        int next = 0;
        for (int panel = 0; panel < panels(); panel++) {
            int first = first(panel);
            int lanes = Math.min(PANEL, outputs);
            for (int lane = 0; lane < lanes; lane++) {
                numbers[next + lane] = offsets < 0 ? 0 : w[offsets + first + lane];
            }
            next += PANEL;
            for (int i = 0; i < inputs; i++) {
                for (int lane = 0; lane < lanes; lane++) {
                    numbers[next + lane] = w[at + (first + lane) * outputStep + i * inputStep];
                }
                next += PANEL;
            }
        }
        return this;
    }

    /**
     * The number of rows.
     *
     * @return how many sums come out
     */
    public int outputs() {
        return outputs;
    }

    /**
     * The number of columns.
     *
     * @return how many rows of numbers go in
     */
    public int inputs() {
        return inputs;
    }

    /**
     * The number of panels.
     *
     * @return how many
     */
    public int panels() {
        return (outputs + PANEL - 1) / PANEL;
    }

    /**
     * The first output of a panel.
     *
     * @param panel its number
     * @return the output's
     */
    public int first(int panel) {
        return Math.max(0, Math.min(panel * PANEL, outputs - PANEL));
    }

    /**
     * Where a panel starts.
     *
     * @param panel its number
     * @return the index of its first offset
     */
    public int start(int panel) {
        return panel * (inputs + 1) * PANEL;
    }

    /**
     * The panels.
     *
     * @return the array itself, not a copy
     */
    public double[] numbers() {
        return numbers;
    }
}
