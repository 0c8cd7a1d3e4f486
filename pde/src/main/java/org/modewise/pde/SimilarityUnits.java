package org.modewise.pde;

import org.modewise.core.Grid2D;

/**
 * Units ℓ of length and τ of time in which a box and a velocity on it are about 1: Burgers' and the Hamilton–Jacobi
 * equation stay what they are, with x = ℓx', t = τt', u = (ℓ/τ)u', Φ = (ℓ²/τ)Φ' and ν = (ℓ²/τ)ν'. So no product of
 * theirs leaves the doubles. Both are powers of two, hence nothing is rounded, and both are 1 for data of moderate
 * size.
 *
 * @param length log₂ ℓ
 * @param time log₂ τ
 * @param surplus powers of two by which ν' is lowered and t' raised: at such a viscosity only νt counts
 */
record SimilarityUnits(int length, int time, int surplus) {
    /** The largest number of data that can be solved for: what lies between the nodes must be finite too. */
    private static final int MOST_EXPONENT = 1019;
    /** The largest |log₂| of what is moderate: some twenty-fifth powers of u₀' must be doubles. */
    private static final int MODERATE = 12;
    /** log₂ of how much longer than the other one side of a plane may be. */
    private static final int MOST_RATIO = 100;

    private static final int MOST_VISCOSITY = 300;
    /** Below it ν = 0 does not differ by more than rounding. */
    private static final double LEAST_VISCOSITY = 0x1p-900;
    /** Before it nothing has moved, and after the other everything is at rest. */
    private static final double LEAST_TIME = 0x1p-600;

    private static final double MOST_TIME = 0x1p1000;

    /** For data of Φ₀ that differ by so much. */
    static SimilarityUnits ofPotential(Grid2D grid, double size, double viscosity) {
        int length = length(grid, grid.ny() == 1);
        int potential = size == 0 ? 0 : exponent(size);
        return isModerate(length, potential) ? of(0, 0, viscosity) : of(length, 2 * length - potential, viscosity);
    }

    /** For data of u₀ of so much at most, in the plane or on rows. */
    static SimilarityUnits ofVelocity(Grid2D grid, boolean onRows, double size, double viscosity) {
        int length = length(grid, onRows);
        int velocity = size == 0 ? 0 : exponent(size);
        return isModerate(length, velocity) ? of(0, 0, viscosity) : of(length, length - velocity, viscosity);
    }

    private static boolean isModerate(int length, int size) {
        return Math.abs(length) <= MODERATE && Math.abs(size) <= MODERATE;
    }

    private static SimilarityUnits of(int length, int time, double viscosity) {
        int exponent = Math.getExponent(viscosity) + time - 2 * length;
        return new SimilarityUnits(length, time, viscosity == 0 ? 0 : Math.max(0, exponent - MOST_VISCOSITY));
    }

    private static int length(Grid2D grid, boolean onRows) {
        int x = exponent(grid.lx());
        if (onRows) {
            return x;
        }
        int y = exponent(grid.ly());
        if (Math.abs(x - y) > MOST_RATIO) {
            throw new IllegalArgumentException("lx and ly must be within a factor of 2^" + MOST_RATIO + ", got "
                    + grid.lx() + " and " + grid.ly());
        }
        return (x + y) / 2;
    }

    /** That of a subnormal number too. */
    private static int exponent(double value) {
        return Math.getExponent(value) >= Double.MIN_EXPONENT
                ? Math.getExponent(value)
                : Math.getExponent(value * 0x1p100) - 100;
    }

    /** Refuses data from which a sum could leave the doubles. */
    static void require(double size, String name) {
        if (Math.getExponent(size) > MOST_EXPONENT) {
            throw new IllegalArgumentException(
                    name + " must be < 2^" + (MOST_EXPONENT + 1) + " in modulus, got " + size);
        }
    }

    boolean areOne() {
        return length == 0 && time == 0;
    }

    /** Refuses the gradient of a potential whose largest slope, in these units, would leave the doubles in others. */
    void requireSlope(double speed) {
        int exponent = Math.getExponent(speed) + length - time;
        if (speed > 0 && exponent > MOST_EXPONENT) {
            throw new IllegalArgumentException(
                    "the gradient of phi0 must be < 2^" + (MOST_EXPONENT + 1) + " in modulus, got about 2^" + exponent);
        }
    }

    /** The grid in these units, at the origin if they are others. */
    Grid2D grid(Grid2D grid) {
        return length == 0 ? grid : new Grid2D(grid.nx(), grid.ny(), 0, 0, Math.scalb(grid.lx(), -length), side(grid));
    }

    /** Of rows the height does not matter, and need not be near the length. */
    private double side(Grid2D grid) {
        double ly = Math.scalb(grid.ly(), -length);
        return ly > 0 && ly < Double.POSITIVE_INFINITY ? ly : 1;
    }

    /** ν', not so small that it would vanish. */
    double viscosity(double viscosity) {
        double scaled = Math.scalb(viscosity, time - 2 * length - surplus);
        return viscosity == 0 ? 0 : Math.max(LEAST_VISCOSITY, scaled);
    }

    /** t', of which the surplus of ν' has become part. */
    double time(double t) {
        return Math.max(LEAST_TIME, Math.min(MOST_TIME, Math.scalb(t, surplus - time)));
    }

    /** t' for what moves with the mean; where nothing is left to move, any will do. */
    double drifting(double t) {
        return Math.min(MOST_TIME, Math.scalb(t, -time));
    }

    /** The t of a t'. */
    double timeBack(double t) {
        return Math.scalb(t, time - surplus);
    }

    double lengthBack(double x) {
        return Math.scalb(x, length);
    }

    double velocityBack(double u) {
        return Math.scalb(u, length - time);
    }

    /** Turns values of Φ into Φ'. */
    void potential(double[] values) {
        scale(values, 0, values.length, time - 2 * length);
    }

    /** Turns values of u into u'. */
    void velocity(double[] values) {
        scale(values, 0, values.length, time - length);
    }

    void potentialBack(double[] values, int count) {
        scale(values, 0, count, 2 * length - time);
    }

    void velocityBack(double[] values, int from, int count) {
        scale(values, from, count, length - time);
    }

    private static void scale(double[] values, int from, int count, int exponent) {
        for (int i = from; exponent != 0 && i < from + count; i++) {
            values[i] = Math.scalb(values[i], exponent);
        }
    }

    /** What values of Φ lose where numbers end, as a share of a Φ'. */
    double endOfPotential(double size) {
        return end(size, 2 * length - time);
    }

    /** What values of u lose where numbers end, as a share of a u'. */
    double endOfVelocity(double size) {
        return end(size, length - time);
    }

    private static double end(double size, int exponent) {
        return size == 0 ? 0 : Math.min(1, Math.scalb(1 / size, -1075 - exponent));
    }
}
