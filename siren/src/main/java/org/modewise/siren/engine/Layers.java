package org.modewise.siren.engine;

import java.util.Collections;
import java.util.List;

/**
 * n₀ → n₁ → … → n_L: what each layer but the last makes of its angles, and where the weights and biases of each lie in the
 * one array of parameters. Layer after layer,
 * first the weights, row by row (the weight from input i to output j at {@code weights(k) + j * inputs(k) + i}), then the
 * biases. Immutable.
 */
public final class Layers {
    private final int[] widths;
    private final int[] starts;
    private final Nonlinearity[] nonlinearities;

    /**
     * Layers of sines.
     *
     * @param widths n₀, …, n_L, each at least 1, at least two of them
     */
    public Layers(int... widths) {
        this(widths, Collections.nCopies(widths.length - 2, Sine.INSTANCE));
    }

    /**
     * Layers of any kind.
     *
     * @param widths n₀, …, n_L, each at least 1, at least two of them
     * @param nonlinearities σ of each layer but the last
     */
    public Layers(int[] widths, List<? extends Nonlinearity> nonlinearities) {
        this.widths = widths.clone();
        this.nonlinearities = nonlinearities.toArray(Nonlinearity[]::new);
        this.starts = new int[widths.length];
        for (int k = 0; k < count(); k++) {
            starts[k + 1] = starts[k] + (inputs(k) + 1) * outputs(k);
        }
    }

    /**
     * The number of layers with parameters.
     *
     * @return L
     */
    public int count() {
        return widths.length - 1;
    }

    /**
     * What a layer makes of its angles.
     *
     * @param layer 0 ≤ layer &lt; L - 1
     * @return σ
     */
    public Nonlinearity nonlinearity(int layer) {
        return nonlinearities[layer];
    }

    /**
     * The width of what a layer reads.
     *
     * @param layer 0 ≤ layer &lt; L
     * @return the number of its inputs
     */
    public int inputs(int layer) {
        return widths[layer];
    }

    /**
     * The width of what a layer makes.
     *
     * @param layer 0 ≤ layer &lt; L
     * @return the number of its outputs
     */
    public int outputs(int layer) {
        return widths[layer + 1];
    }

    /**
     * Where the weights of a layer start.
     *
     * @param layer 0 ≤ layer &lt; L
     * @return the index of the first
     */
    public int weights(int layer) {
        return starts[layer];
    }

    /**
     * Where the biases of a layer start.
     *
     * @param layer 0 ≤ layer &lt; L
     * @return the index of the first
     */
    public int biases(int layer) {
        return starts[layer] + inputs(layer) * outputs(layer);
    }

    /**
     * How many parameters there are.
     *
     * @return Σ (nₖ + 1)·nₖ₊₁
     */
    public int parameters() {
        return starts[count()];
    }
}
