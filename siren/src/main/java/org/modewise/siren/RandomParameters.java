package org.modewise.siren;

import java.util.SplittableRandom;
import org.modewise.siren.engine.Layers;

/** The parameters that a network starts from, by the kinds of its layers. {@link Siren#random} says which. */
final class RandomParameters {
    private final Architecture architecture;
    private final Layers layers;
    private final SplittableRandom random;
    private final double[] parameters;

    private RandomParameters(Architecture architecture, long seed) {
        this.architecture = architecture;
        this.layers = architecture.layers();
        this.random = new SplittableRandom(seed);
        this.parameters = new double[layers.parameters()];
    }

    static double[] of(Architecture architecture, long seed) {
        RandomParameters start = new RandomParameters(architecture, seed);
        for (int k = 0; k < start.layers.count(); k++) {
            start.draw(k);
        }
        return start.parameters;
    }

    private void draw(int layer) {
        int from = Math.min(layer, layers.count() - 2);
        double omega0 = architecture.omega0().get(from);
        double n = layers.inputs(layer);
        if (layer == 0 && architecture.hasFeatures()) {
            features(omega0);
        } else if (architecture.activation().get(from) == Activation.TANH) {
            uniform(layer, Math.sqrt(6 / (n + layers.outputs(layer))), layers.biases(layer));
        } else {
            uniform(
                    layer,
                    layer == 0 ? 1 / n : Math.sqrt(6 / n) / omega0,
                    layers.biases(layer) + layers.outputs(layer));
        }
    }

    private void uniform(int layer, double bound, int end) {
        for (int p = layers.weights(layer); p < end; p++) {
            parameters[p] = bound * (2 * random.nextDouble() - 1);
        }
    }

    /** Rows in pairs: one for the sine and the same for the cosine. */
    private void features(double omega0) {
        int inputs = layers.inputs(0);
        for (int j = 0; j < layers.outputs(0); j++) {
            int row = layers.weights(0) + j * inputs;
            if (j % 2 == 0) {
                for (int i = 0; i < inputs; i++) {
                    parameters[row + i] = normal();
                }
            } else {
                System.arraycopy(parameters, row - inputs, parameters, row, inputs);
                parameters[layers.biases(0) + j] = Math.PI / (2 * omega0);
            }
        }
    }

    /** By Box and Muller; strictly, since the JDK does not document how it draws its own. */
    private double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
