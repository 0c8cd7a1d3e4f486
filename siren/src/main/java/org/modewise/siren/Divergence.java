package org.modewise.siren;

import java.util.List;

/**
 * Whether losses go up for good: for a hundred steps they have all been above ten times the first one, and on the whole have
 * not come down meanwhile; or one is beyond a million times the first.
 *
 * <p>A large learning rate throws many a training up in its first steps, and most come down again by themselves.
 */
final class Divergence {
    private static final int STEPS = 100;
    private static final double ABOVE = 10;
    private static final double FAR_ABOVE = 1e6;

    private Divergence() {}

    static boolean isIn(List<Double> losses) {
        double first = losses.get(0);
        int end = losses.size();
        if (!(first > 0)) {
            return false;
        }
        if (losses.get(end - 1) > FAR_ABOVE * first) {
            return true;
        }
        if (end <= STEPS) {
            return false;
        }
        double earlier = 0;
        double later = 0;
        for (int k = 1; k <= STEPS; k++) {
            double loss = losses.get(end - k);
            if (!(loss > ABOVE * first)) {
                return false;
            }
            if (k > STEPS / 2) {
                earlier += loss;
            } else {
                later += loss;
            }
        }
        return later >= earlier;
    }
}
