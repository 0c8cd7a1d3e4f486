package org.modewise.siren.engine;

import org.modewise.core.internal.elementary.WeightMatrix;

/**
 * ω(Wx + b) = (ωW)x + ωb: the parameters with each layer's factor multiplied in, so that no point pays for it. Loaded by
 * one thread, then read by many.
 */
public final class Weights {
    private final Layers layers;
    private final double[] factors;
    private final double[] scaled;
    private final int[] frozen;
    private final WeightMatrix[] forward;
    private final WeightMatrix[] backward;

    /**
     * Makes room.
     *
     * @param layers the layers
     * @param factors ω of each layer; 1 where there is none
     */
    public Weights(Layers layers, double... factors) {
        this(layers, factors, new int[0]);
    }

    /**
     * Makes room for weights of which some do not move: derivatives by them are 0.
     *
     * @param layers the layers
     * @param factors ω of each layer; 1 where there is none
     * @param frozen the numbers of the parameters that do not move
     */
    public Weights(Layers layers, double[] factors, int[] frozen) {
        this.layers = layers;
        this.factors = factors.clone();
        this.frozen = frozen.clone();
        this.scaled = new double[layers.parameters()];
        this.forward = new WeightMatrix[layers.count()];
        this.backward = new WeightMatrix[layers.count()];
        for (int k = 0; k < layers.count(); k++) {
            forward[k] = new WeightMatrix(layers.outputs(k), layers.inputs(k));
            backward[k] = new WeightMatrix(layers.inputs(k), layers.outputs(k));
        }
    }

    /**
     * Takes parameters.
     *
     * @param parameters of length {@code layers.parameters()}, not kept
     * @return this
     */
    public Weights load(double[] parameters) {
        System.arraycopy(parameters, 0, scaled, 0, scaled.length);
        applyFactors(scaled);
        for (int k = 0; k < layers.count(); k++) {
            int in = layers.inputs(k);
            forward[k].load(scaled, layers.weights(k), in, 1, layers.biases(k));
            backward[k].load(scaled, layers.weights(k), 1, in, -1);
        }
        return this;
    }

    /**
     * Turns the derivative by what was multiplied in into the derivative by the parameters.
     *
     * @param gradient an array laid out as the parameters, changed in place
     */
    public void toParameters(double[] gradient) {
        applyFactors(gradient);
        for (int p : frozen) {
            gradient[p] = 0;
        }
    }

    /**
     * Multiplies by the factors.
     *
     * @param values an array laid out as the parameters, changed in place
     */
    void applyFactors(double[] values) {
        for (int k = 0; k < factors.length; k++) {
            int end = layers.biases(k) + layers.outputs(k);
            for (int p = layers.weights(k); p < end; p++) {
                values[p] *= factors[k];
            }
        }
    }

    /** The layers. */
    Layers layers() {
        return layers;
    }

    /** ωW and ωb of a layer, from what it reads to what it makes. */
    WeightMatrix forward(int layer) {
        return forward[layer];
    }

    /** (ωW)ᵀ of a layer, from the adjoints of what it makes to those of what it reads. */
    WeightMatrix backward(int layer) {
        return backward[layer];
    }
}
