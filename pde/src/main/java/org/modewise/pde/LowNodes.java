package org.modewise.pde;

/**
 * G_k = κ(ξ - k)² - H_k at the nodes k of a line, H periodic, and which of them are low: the largest of each block of nodes, and
 * of each group of blocks, leaves most of them out. Immutable, shares its values.
 */
final class LowNodes {
    private static final int BLOCK = 16;
    private static final int GROUP = 256;

    private final double[] values;
    private final double[] blocks;
    private final double[] groups;

    /** Of H at the nodes of one period. */
    LowNodes(double[] values) {
        this.values = values;
        this.blocks = largest(BLOCK);
        this.groups = largest(GROUP);
    }

    private double[] largest(int count) {
        double[] largest = new double[(values.length + count - 1) / count];
        for (int j = 0; j < values.length; j++) {
            largest[j / count] = j % count == 0 ? values[j] : Math.max(largest[j / count], values[j]);
        }
        return largest;
    }

    /** G at a node. */
    double height(int k, double xi, double precision) {
        double distance = xi - k;
        return precision * distance * distance - values[Math.floorMod(k, values.length)];
    }

    /** Whether no neighbour of a node is lower. */
    boolean isLowest(int k, double xi, double precision) {
        double height = height(k, xi, precision);
        return height < height(k - 1, xi, precision) && height <= height(k + 1, xi, precision);
    }

    /** The first node from one on that is not higher than {@code most}, or one beyond {@code last}. */
    int next(int from, int last, double xi, double precision, double most) {
        int nodes = values.length;
        int k = from;
        int place = Math.floorMod(from, nodes);
        while (k <= last) {
            int count = place % GROUP == 0 ? high(k, place, GROUP, groups, xi, precision, most) : 0;
            if (count == 0 && place % BLOCK == 0) {
                count = high(k, place, BLOCK, blocks, xi, precision, most);
            }
            if (count == 0) {
                double distance = xi - k;
                if (precision * distance * distance - values[place] <= most) {
                    return k;
                }
                count = 1;
            }
            k += count;
            place = place + count == nodes ? 0 : place + count;
        }
        return k;
    }

    /** How many nodes a block has, if all of them are higher; else 0. */
    private int high(int k, int place, int size, double[] largest, double xi, double precision, double most) {
        int count = Math.min(size, values.length - place);
        double away = k > xi ? k - xi : Math.max(0, xi - (k + count - 1));
        return precision * away * away - largest[place / size] > most ? count : 0;
    }
}
