package org.modewise.siren.engine;

import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.WeightMatrix;

/**
 * ω(Wx + b) = (ωW)x + ωb: the parameters with each layer's factor multiplied in, so that no point pays for it. Loaded by
 * one thread, then read by many.
 */
public final class Weights {
    /** What the objects of a layer take, in doubles; rather more. */
    private static final int LAYER = 64;

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
     * @throws IllegalArgumentException if the heap cannot hold the network, naming the bytes needed
     */
    public Weights(Layers layers, double[] factors, int[] frozen) {
        requireHeap(layers);
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
     * Checks that the heap can hold a network, before any of it is allocated.
     *
     * @param layers its layers
     * @throws IllegalArgumentException if the heap cannot hold it, naming the bytes needed
     */
    public static void requireHeap(Layers layers) {
        Arguments.requireHeap(size(layers), "weights of " + layers.parameters() + " parameters");
    }

    /**
     * How much room a network takes.
     *
     * @param layers its layers
     * @return how many doubles its parameters and these weights are together, with what a layer's objects take
     */
    public static long size(Layers layers) {
        long size = 2L * layers.parameters();
        for (int k = 0; k < layers.count(); k++) {
            size += WeightMatrix.size(layers.outputs(k), layers.inputs(k))
                    + WeightMatrix.size(layers.inputs(k), layers.outputs(k))
                    + LAYER;
        }
        return size;
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
