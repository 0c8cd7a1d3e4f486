package org.modewise.siren.engine;

/**
 * u, ∂ᵥu, ∂ᵥ²u: what travels through the network. Channel 0 is the value; then come, for each direction v of the input
 * space, the first derivative along it and, where asked for, the second. Immutable.
 */
public final class JetChannels {
    /** The value alone. */
    public static final JetChannels VALUE = new JetChannels(new double[0][], new int[0]);

    private final double[][] directions;
    private final int[] first;
    private final int[] second;
    private final int count;

    /**
     * Takes the directions.
     *
     * @param directions one vector of the input space each
     * @param orders 1 for the first derivative along each, 2 for both
     */
    public JetChannels(double[][] directions, int[] orders) {
        this.directions = new double[directions.length][];
        this.first = new int[directions.length];
        this.second = new int[directions.length];
        int channel = 1;
        for (int d = 0; d < directions.length; d++) {
            this.directions[d] = directions[d].clone();
            first[d] = channel++;
            second[d] = orders[d] == 2 ? channel++ : -1;
        }
        this.count = channel;
    }

    /**
     * First and second derivatives along every axis.
     *
     * @param steps dξ/dx of each axis: how far the network's input moves when the coordinate does
     * @return the channels: value, then first and second derivative along axis 0, and so on
     */
    public static JetChannels axes(double... steps) {
        double[][] directions = new double[steps.length][steps.length];
        int[] orders = new int[steps.length];
        for (int d = 0; d < steps.length; d++) {
            directions[d][d] = steps[d];
            orders[d] = 2;
        }
        return new JetChannels(directions, orders);
    }

    /**
     * The number of channels.
     *
     * @return 1 and the sum of the orders
     */
    public int count() {
        return count;
    }

    /**
     * The number of directions.
     *
     * @return how many
     */
    public int directions() {
        return directions.length;
    }

    /**
     * The channel of a first derivative.
     *
     * @param direction the direction's number
     * @return the channel's
     */
    public int first(int direction) {
        return first[direction];
    }

    /**
     * The channel of a second derivative.
     *
     * @param direction the direction's number
     * @return the channel's, or -1 if it was not asked for
     */
    public int second(int direction) {
        return second[direction];
    }

    /** Whether a channel is a second derivative. */
    boolean isSecond(int channel) {
        for (int s : second) {
            if (s == channel) {
                return true;
            }
        }
        return false;
    }

    /** One component of a direction. */
    double component(int direction, int axis) {
        return directions[direction][axis];
    }
}
