package org.modewise.explorer.scene;

/** What a page may ask for, in one wording: the value, and the range that it leaves. */
public final class Ranges {
    private Ranges() {}

    /**
     * Returns {@code value} if it lies in the range.
     *
     * @param value the number to check
     * @param least the least that is allowed
     * @param most the most that is allowed
     * @param name what the page calls it
     * @return {@code value}
     * @throws IllegalArgumentException if it is out of range or NaN
     */
    public static double within(double value, double least, double most, String name) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it lies in the range.
     *
     * @param value the number to check
     * @param least the least that is allowed
     * @param most the most that is allowed
     * @param name what the page calls it
     * @return {@code value}
     * @throws IllegalArgumentException if it is out of range
     */
    public static int within(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }
}
