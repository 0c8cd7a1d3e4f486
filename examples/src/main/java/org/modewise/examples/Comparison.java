package org.modewise.examples;

import java.util.List;
import java.util.Locale;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * A learned solution beside the exact one.
 *
 * @param name of the equation
 * @param error ‖u - v‖/‖v‖ over all frames, u learned and v exact
 * @param most the largest |u - v|
 * @param learned seconds that it took to learn u
 * @param solved seconds that it took to solve for v
 */
record Comparison(String name, double error, double most, double learned, double solved) {
    static Comparison of(String name, List<Field2D> network, List<Field2D> exact, double learned, double solved) {
        double square = 0;
        double of = 0;
        double most = 0;
        for (int k = 0; k < exact.size(); k++) {
            Field2D miss = network.get(k).minus(exact.get(k));
            square += miss.norm() * miss.norm();
            of += exact.get(k).norm() * exact.get(k).norm();
            most = Math.max(most, miss.maxNorm());
        }
        return new Comparison(name, Math.sqrt(square / of), most, learned, solved);
    }

    /** Frames of a line at equal steps from t = 0 to an end, as one field of x and t. */
    static Field2D stacked(List<Field2D> frames, double end) {
        Grid2D line = frames.get(0).grid();
        int count = frames.size();
        double height = end * count / (count - 1);
        Grid2D plane = new Grid2D(line.nx(), count, line.x0(), 0, line.lx(), height);
        double[] rows = new double[plane.size()];
        for (int k = 0; k < count; k++) {
            System.arraycopy(frames.get(k).toArray(), 0, rows, line.nx() * k, line.nx());
        }
        return Field2D.of(plane, rows);
    }

    /** One line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-15s error %.2e, at most %.2e, learned in %.1f s, exact in %.4f s",
                name,
                error,
                most,
                learned,
                solved);
    }
}
