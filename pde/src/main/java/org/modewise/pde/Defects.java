package org.modewise.pde;

import java.util.Set;
import org.modewise.core.Field2D;

/** How far a solution is from what its equation keeps; NaN for what it does not keep. */
record Defects(double mass, double energy, double maximum, double negativity) {
    /** By how much a sample that is 0 may be negative once it has been to its wave and back. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    /** The defects of a solution that has a law for its energy alone, if that. */
    static Defects ofEnergy(boolean kept, double norm) {
        return new Defects(Double.NaN, kept ? energy(norm) : Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * The defects of a field.
     *
     * @param norm that of the later field beside the first
     * @param range what the first field is within
     */
    static Defects of(Set<Law> laws, Field2D before, Field2D after, double norm, ValueBounds range) {
        boolean bounded = laws.contains(Law.MAXIMUM_PRINCIPLE);
        double outside = Math.max(range.below(after), range.above(after));
        boolean density = bounded && before.min() >= -ROUNDING * before.maxNorm();
        double negative = Math.max(0, Math.min(-after.min(), range.below(after)));
        return new Defects(
                laws.contains(Law.MASS) ? mass(before, after) : Double.NaN,
                laws.contains(Law.ENERGY) ? energy(norm) : Double.NaN,
                bounded ? beside(outside, before.maxNorm()) : Double.NaN,
                density ? beside(negative, after.maxNorm()) : Double.NaN);
    }

    private static double energy(double norm) {
        return Math.abs(norm * norm - 1);
    }

    private static double mass(Field2D before, Field2D after) {
        double area = Math.sqrt(before.grid().lx()) * Math.sqrt(before.grid().ly());
        return beside(Math.abs(after.mean() - before.mean()), before.norm() / area);
    }

    private static double beside(double amount, double size) {
        return amount == 0 ? 0 : amount / size;
    }
}
