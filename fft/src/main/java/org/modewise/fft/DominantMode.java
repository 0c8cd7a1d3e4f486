package org.modewise.fft;

import java.util.Locale;

/**
 * The wave that carries the most energy of a field, its mean aside.
 *
 * @param mx mode along x, not negative
 * @param my signed mode along y, not negative where mx is 0 or nx/2: (mx,my) and (-mx,-my) are the same real wave
 * @param share its part of the energy of all modes but the mean, 0 to 1, or NaN
 */
public record DominantMode(int mx, int my, double share) {
    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the mode and its share in percent
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "DominantMode[(%d,%d), %.2f%% of the energy]", mx, my, 100 * share);
    }
}
