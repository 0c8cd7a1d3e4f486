package org.modewise.siren.engine;

/**
 * ω(Wx + b) = (ωW)x + ωb: the parameters with each layer's factor multiplied in, so that no point pays for it. Loaded by
 * one thread, then read by many.
 */
public final class Weights {
    private final Layers layers;
    private final double[] factors;
    private final double[] scaled;
    private final int[] frozen;

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

    /** ωW and ωb, laid out as the parameters. */
    double[] scaled() {
        return scaled;
    }
}
