package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;

/**
 * A jump of an inviscid solution of Burgers' equation at a time, from u⁻ on the left down to u⁺ on the right. It moves as
 * Rankine and Hugoniot's condition has it, at the mean of both.
 *
 * @param x where it is
 * @param left u⁻, the limit from the left
 * @param right u⁺, the limit from the right, smaller
 * @serial exclude
 */
public record Shock(double x, double left, double right) implements Serializable {
    /**
     * The speed dx/dt = (½u⁻² - ½u⁺²)/(u⁻ - u⁺) = (u⁻ + u⁺)/2.
     *
     * @return the speed
     */
    public double speed() {
        return 0.5 * (left + right);
    }

    /**
     * The height of the jump.
     *
     * @return u⁻ - u⁺, positive
     */
    public double strength() {
        return left - right;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return where it is and from what to what, shortened if that has many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "Shock[x=" + x + ", left=" + left + ", right=" + right + "]",
                String.format(Locale.ROOT, "Shock[x=%.6g, left=%.6g, right=%.6g]", x, left, right));
    }
}
