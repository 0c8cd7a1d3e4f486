package org.modewise.pde;

import java.util.Arrays;

/**
 * Numbers of which many are equal, each once, in ascending order, and where they are. What rounding alone tells apart is
 * one: the less of them. Immutable.
 */
final class SharedValues {
    /** A function e^{t·s} with t·s ≤ 0 then changes by less than 2⁻⁵⁰/e. */
    static final double ROUNDING = 0x1p-50;
    /** So many at most are worth looking up: a cache should hold them. */
    private static final int MOST = 1 << 15;

    private final double[] values;
    private final int[] places;

    private SharedValues(double[] values, int[] places) {
        this.values = values;
        this.places = places;
    }

    /** Of numbers at places, or null if there are too many different ones to be worth the while. */
    static SharedValues of(double[] numbers) {
        double[] values = numbers.clone();
        Arrays.sort(values);
        int count = 0;
        for (double value : values) {
            if (count == 0 || !isSame(value, values[count - 1])) {
                values[count++] = value;
            }
        }
        if (count > Math.min(MOST, numbers.length / 2)) {
            return null;
        }
        double[] distinct = Arrays.copyOf(values, count);
        int[] places = new int[numbers.length];
        for (int place = 0; place < places.length; place++) {
            int at = Arrays.binarySearch(distinct, numbers[place]);
            places[place] = at >= 0 ? at : -at - 2;
        }
        return new SharedValues(distinct, places);
    }

    static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    /** The numbers: the array itself. */
    double[] values() {
        return values;
    }

    /** Which of the numbers is at a place. */
    int index(int place) {
        return places[place];
    }

    /** From a function of the numbers to its values at all places. */
    void spread(double[] function, double[] to) {
        for (int place = 0; place < places.length; place++) {
            to[place] = function[places[place]];
        }
    }
}
