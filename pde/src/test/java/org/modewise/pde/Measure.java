package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.api.AbstractCharSequenceAssert;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Distances between fields, and fields with nothing regular about them. */
final class Measure {
    static final double EPS = Math.ulp(1.0);

    private Measure() {}

    /** max |u - v|. */
    static double distance(Field2D u, Field2D v) {
        return u.minus(v).maxNorm();
    }

    /** max |u - v| / max |v|. */
    static double relative(Field2D u, Field2D v) {
        double distance = distance(u, v);
        return distance == 0 ? 0 : distance / v.maxNorm();
    }

    static void assertRelative(Field2D u, Field2D expected, double tolerance) {
        assertThat(relative(u, expected)).as("%s against %s", u, expected).isLessThanOrEqualTo(tolerance);
    }

    static void assertAbsolute(double error, double tolerance) {
        assertThat(error).isLessThanOrEqualTo(tolerance);
    }

    /** White noise in [-1, 1), Nyquist modes and all. */
    static Field2D noise(Grid2D grid, long seed) {
        Random random = new Random(seed);
        return Field2D.of(grid, (x, y) -> 2 * random.nextDouble() - 1);
    }

    static AbstractCharSequenceAssert<?, String> assertOneLine(Object value) {
        return assertThat(value.toString()).hasSizeLessThanOrEqualTo(80).matches("[ -~]*");
    }
}
