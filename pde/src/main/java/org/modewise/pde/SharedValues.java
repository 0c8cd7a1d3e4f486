package org.modewise.pde;

import java.util.Arrays;

/**
 * Numbers of which many are equal, each once, in ascending order, and where they are. What rounding alone tells apart, by
 * four ulp at most, is one: the middle of them, two ulp from each at most. Immutable.
 */
final class SharedValues {
    /** By how many ulp rounding may tell apart what is the same. */
    private static final int ROUNDING = 4;
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
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] least = new double[sorted.length];
        double[] values = new double[sorted.length];
        int count = 0;
        for (double value : sorted) {
            if (count == 0 || !isSame(value, least[count - 1])) {
                least[count++] = value;
            }
            values[count - 1] = least[count - 1] + 0.5 * (value - least[count - 1]);
        }
        if (count > Math.min(MOST, numbers.length / 2)) {
            return null;
        }
        int[] places = new int[numbers.length];
        for (int place = 0; place < places.length; place++) {
            int at = Arrays.binarySearch(least, 0, count, numbers[place]);
            places[place] = at >= 0 ? at : -at - 2;
        }
        return new SharedValues(Arrays.copyOf(values, count), places);
    }

    static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
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
