package org.modewise.core.internal;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** The library's rules for arguments, each in one wording: the value, and the rule that it breaks. */
public final class Arguments {
    private Arguments() {}

    /**
     * Returns {@code value} if it is finite.
     *
     * @param value the number to check
     * @param name what the caller calls it
     * @return {@code value}
     * @throws IllegalArgumentException if {@code value} is NaN or infinite
     */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is finite and not negative.
     *
     * @param value the number to check
     * @param name what the caller calls it
     * @return {@code value}
     * @throws IllegalArgumentException if {@code value} is negative, NaN or infinite
     */
    public static double nonNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, got " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is finite and positive.
     *
     * @param value the number to check
     * @param name what the caller calls it
     * @return {@code value}
     * @throws IllegalArgumentException if {@code value} is zero, negative, NaN or infinite
     */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be > 0 and finite, got " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is at least 1.
     *
     * @param value the count to check
     * @param name what the caller calls it
     * @return {@code value}
     * @throws IllegalArgumentException if {@code value} is below 1
     */
    public static int atLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, got " + value);
        }
        return value;
    }

    /**
     * Returns {@code field} if every sample of it is finite.
     *
     * @param field the data given to a solver
     * @param name what the caller calls it
     * @return {@code field}
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, as in "u0[3,7] is NaN"
     * @throws NullPointerException if {@code field} is null
     */
    public static Field2D finite(Field2D field, String name) {
        if (field == null) {
            throw new NullPointerException(name);
        }
        double[] values = FieldAccess.values(field);
        for (int index = 0; index < values.length; index++) {
            if (!Double.isFinite(values[index])) {
                int nx = field.grid().nx();
                throw new IllegalArgumentException(
                        name + "[" + index % nx + "," + index / nx + "] is " + values[index]);
            }
        }
        return field;
    }

    /**
     * Checks that an array can hold what it is given for.
     *
     * @param array the caller's array
     * @param needed the smallest length that will do
     * @param name what the caller calls it
     * @throws IllegalArgumentException if {@code array} is shorter than {@code needed}, naming both lengths
     * @throws NullPointerException if {@code array} is null
     */
    public static void length(double[] array, int needed, String name) {
        if (array == null) {
            throw new NullPointerException(name);
        }
        if (array.length < needed) {
            throw new IllegalArgumentException(name + ".length must be >= " + needed + ", got " + array.length);
        }
    }

    /**
     * Checks that two grids are the same.
     *
     * @param expected the grid that is needed
     * @param actual the grid that came
     * @throws IllegalArgumentException if they differ, naming both, or what differs if they look alike in few digits
     */
    public static void sameGrid(Grid2D expected, Grid2D actual) {
        if (!expected.equals(actual)) {
            String wanted = expected.toString();
            throw new IllegalArgumentException(
                    wanted.equals(actual.toString())
                            ? "expected " + difference(expected, actual)
                            : "expected " + wanted + ", got " + actual);
        }
    }

    private static String difference(Grid2D expected, Grid2D actual) {
        if (expected.x0() != actual.x0()) {
            return "x0 = " + expected.x0() + ", got " + actual.x0();
        }
        if (expected.y0() != actual.y0()) {
            return "y0 = " + expected.y0() + ", got " + actual.y0();
        }
        if (expected.lx() != actual.lx()) {
            return "lx = " + expected.lx() + ", got " + actual.lx();
        }
        return "ly = " + expected.ly() + ", got " + actual.ly();
    }

    /**
     * Checks that one Java array can hold so many doubles.
     *
     * @param doubles how many doubles are wanted
     * @param what what they are for, as the subject of the message
     * @return {@code doubles} as an int
     * @throws IllegalArgumentException if no array is that long, naming the bytes needed
     */
    public static int arrayLength(long doubles, String what) {
        if (!isArrayLength(doubles)) {
            throw new IllegalArgumentException(
                    what + " need " + Double.BYTES * (double) doubles + " bytes, more than one Java array holds");
        }
        return (int) doubles;
    }

    /**
     * Whether one array can hold so many doubles.
     *
     * @param doubles how many doubles are wanted
     * @return whether that is a length that every VM takes
     */
    public static boolean isArrayLength(long doubles) {
        // Some VMs refuse arrays of the last few lengths below 2^31.
        return doubles <= Integer.MAX_VALUE - 8;
    }

    /**
     * Checks that the largest heap of this VM can hold so many doubles, before any of them is allocated.
     *
     * @param doubles how many doubles are wanted
     * @param what what they are for, as the subject of the message
     * @return {@code doubles} as an int
     * @throws IllegalArgumentException if no array or not the heap can hold them, naming the bytes needed
     */
    public static int allocatable(long doubles, String what) {
        int length = arrayLength(doubles, what);
        requireHeap(doubles, what);
        return length;
    }

    /**
     * Checks that the largest heap of this VM can hold what a call of a transform works on and in, in however many arrays,
     * before any of it is allocated: it refuses what cannot work whatever else the heap holds.
     *
     * @param nx samples along x
     * @param ny samples along y
     * @param doubles how many doubles the samples, the spectrum and the scratch of one thread are together
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public static void requireHeap(int nx, int ny, long doubles) {
        requireHeap(doubles, "samples, spectrum and scratch of " + nx + "x" + ny + " samples");
    }

    /**
     * Checks that the largest heap of this VM can hold so many doubles, in however many arrays, before any of them is
     * allocated: it refuses what cannot work whatever else the heap holds.
     *
     * @param doubles how many doubles are wanted
     * @param what what they are for, as the subject of the message
     * @throws IllegalArgumentException if the heap cannot hold them, naming the bytes needed
     */
    public static void requireHeap(long doubles, String what) {
        long heap = Runtime.getRuntime().maxMemory();
        if (doubles > heap / Double.BYTES) {
            throw new IllegalArgumentException(
                    what + " need " + Double.BYTES * doubles + " bytes, the heap holds at most " + heap);
        }
    }
}
