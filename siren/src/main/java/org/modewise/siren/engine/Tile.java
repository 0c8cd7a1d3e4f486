package org.modewise.siren.engine;

import java.util.Arrays;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.core.internal.elementary.ElementaryKernel;

/**
 * The jets of one tile of points on their way through the network, and the adjoints on their way back. Scratch memory: for
 * one thread at a time.
 *
 * <p>Channel c of neuron j is row {@code c * width + j} of its layer. A row's numbers do not depend on how many points the
 * tile has: one point alone gives the same bits as one among many.
 */
public final class Tile {
    /** Points of a tile in training and sampling: long enough for loops, short enough for the first two caches. */
    public static final int POINTS = 128;

    /** What {@link #addGradient} keeps of each parameter, for {@link ElementaryFunctions#fold} to add up. */
    public static final int PARTIAL_SUMS = ElementaryKernel.PARTIAL_SUMS;

    /** What the object of a row takes, and the reference to it, in doubles. */
    static final int ROW = 3;

    private final Layers layers;
    private final JetChannels channels;
    private final ElementaryFunctions functions;
    private final int points;
    /** What each layer reads, and last what the last one makes: the inputs, then σ of the angles. */
    private final double[][][] values;
    /** Of each layer but the last: slopes σ'(θ), then the derivatives θ', θ'' of the angles, in rows as the channels' own. */
    private final double[][][] angles;
    /** The adjoints of what each layer makes: first of σ(θ), then of the angles. */
    private final double[][][] adjoints;

    private final double[][] ones;

    /**
     * Makes room.
     *
     * @param layers the layers
     * @param channels what travels
     * @param functions sine, cosine and exponential, and sums
     * @param points how many points a tile has
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public Tile(Layers layers, JetChannels channels, ElementaryFunctions functions, int points) {
        Arguments.requireHeap(size(layers, channels, points), "tiles of " + points + " points");
        this.layers = layers;
        this.channels = channels;
        this.functions = functions;
        this.points = points;
        int count = layers.count();
        this.values = new double[count + 1][][];
        this.angles = new double[count - 1][][];
        this.adjoints = new double[count][][];
        this.ones = new double[1][points];
        Arrays.fill(ones[0], 1);
        values[0] = new double[channels.count() * layers.inputs(0)][points];
        for (int k = 0; k < count; k++) {
            int rows = channels.count() * layers.outputs(k);
            values[k + 1] = new double[rows][points];
            adjoints[k] = new double[rows][points];
            if (k < count - 1) {
                angles[k] = new double[rows][points];
            }
        }
        for (int d = 0; d < channels.directions(); d++) {
            for (int axis = 0; axis < layers.inputs(0); axis++) {
                Arrays.fill(values[0][channels.first(d) * layers.inputs(0) + axis], channels.component(d, axis));
            }
        }
    }

    /** How many doubles there are, with what the object of each row takes. */
    static long size(Layers layers, JetChannels channels, int points) {
        long rows = layers.inputs(0) - layers.outputs(layers.count() - 1);
        for (int k = 0; k < layers.count(); k++) {
            rows += 3L * layers.outputs(k);
        }
        return channels.count() * rows * (points + ROW);
    }

    /**
     * The number of points.
     *
     * @return how long a row is
     */
    public int points() {
        return points;
    }

    /**
     * Where the coordinates go, one row an axis.
     *
     * @param axis the axis
     * @return its row
     */
    public double[] input(int axis) {
        return values[0][axis];
    }

    /**
     * What came out.
     *
     * @return one row a channel of the first output, then of the next; with one output, one row a channel
     */
    public double[][] output() {
        return values[layers.count()];
    }

    /**
     * Where the adjoints of the outputs go before {@link #backward}, laid out as {@link #output}.
     *
     * @return the rows
     */
    public double[][] outputAdjoint() {
        return adjoints[layers.count() - 1];
    }

    /**
     * From the coordinates to the outputs.
     *
     * @param weights the weights
     */
    public void forward(Weights weights) {
        for (int k = 0; k < layers.count(); k++) {
            boolean hidden = k < layers.count() - 1;
            int in = layers.inputs(k);
            int out = layers.outputs(k);
            functions.combine(weights.forward(k), true, values[k], 0, null, values[k + 1], 0, points);
            double[][] derivatives = hidden ? angles[k] : values[k + 1];
            for (int c = 1; c < channels.count(); c++) {
                // Coordinates have no second derivatives, so the first layer's angles have none.
                if (k > 0 || !channels.isSecond(c)) {
                    functions.combine(weights.forward(k), false, values[k], c * in, null, derivatives, c * out, points);
                }
            }
            if (hidden) {
                bend(layers.nonlinearity(k), k, out);
            }
        }
    }

    private void bend(Nonlinearity sigma, int layer, int width) {
        double[][] a = values[layer + 1];
        double[][] z = angles[layer];
        sigma.values(functions, a, z, width);
        for (int d = 0; d < channels.directions(); d++) {
            int first = channels.first(d) * width;
            int second = channels.second(d) * width;
            for (int j = 0; j < width; j++) {
                Nonlinearity.first(z[j], z[first + j], a[first + j]);
                if (second > 0) {
                    sigma.second(a[j], z[j], z[first + j], z[second + j], a[second + j]);
                }
            }
        }
    }

    /**
     * From the adjoints of the outputs to those of the angles of every layer. {@link #forward} has gone before.
     *
     * @param weights the weights of the way there
     */
    public void backward(Weights weights) {
        for (int k = layers.count() - 1; k > 0; k--) {
            int in = layers.inputs(k);
            int out = layers.outputs(k);
            for (int c = 0; c < channels.count(); c++) {
                // The slopes are what the adjoint of a value becomes that of its angle by.
                double[][] factors = c == 0 ? angles[k - 1] : null;
                functions.combine(
                        weights.backward(k), false, adjoints[k], c * out, factors, adjoints[k - 1], c * in, points);
            }
            bendBack(layers.nonlinearity(k - 1), k - 1, in);
        }
    }

    private void bendBack(Nonlinearity sigma, int layer, int width) {
        double[][] a = values[layer + 1];
        double[][] z = angles[layer];
        double[][] g = adjoints[layer];
        for (int j = 0; j < width; j++) {
            for (int d = 0; d < channels.directions(); d++) {
                int first = channels.first(d) * width + j;
                int second = channels.second(d) * width + j;
                sigma.firstBack(a[j], z[j], z[first], g[first], g[j]);
                if (second > j) {
                    sigma.secondBack(a[j], z[j], z[first], z[second], g[second], g[first], g[j]);
                }
            }
        }
    }

    /**
     * Adds to Σ over the points of the derivative by each weight, after {@link #backward}.
     *
     * @param sums laid out as the parameters, eight partial sums each; by the weights with their factors multiplied in
     */
    public void addGradient(double[] sums) {
        for (int k = 0; k < layers.count(); k++) {
            int in = layers.inputs(k);
            int out = layers.outputs(k);
            int at = PARTIAL_SUMS * layers.weights(k);
            for (int c = 0; c < channels.count(); c++) {
                if (k > 0 || !channels.isSecond(c)) {
                    functions.products(adjoints[k], c * out, out, values[k], c * in, in, points, sums, at);
                }
            }
            functions.products(adjoints[k], 0, out, ones, 0, 1, points, sums, PARTIAL_SUMS * layers.biases(k));
        }
    }

    /**
     * The derivative by each weight, point by point, after {@link #backward}.
     *
     * @param rows where: one array a point, laid out as the parameters
     * @param from the first point's array
     * @param count how many points
     */
    public void jacobian(double[][] rows, int from, int count) {
        for (int t = 0; t < count; t++) {
            double[] row = rows[from + t];
            for (int k = 0; k < layers.count(); k++) {
                jacobian(row, k, t);
            }
        }
    }

    private void jacobian(double[] row, int layer, int t) {
        int in = layers.inputs(layer);
        int out = layers.outputs(layer);
        double[][] x = values[layer];
        double[][] d = adjoints[layer];
        int at = layers.weights(layer);
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                double sum = 0;
                for (int c = 0; c < channels.count(); c++) {
                    sum += d[c * out + j][t] * x[c * in + i][t];
                }
                row[at++] = sum;
            }
        }
        for (int j = 0; j < out; j++) {
            row[at++] = d[j][t];
        }
    }
}
