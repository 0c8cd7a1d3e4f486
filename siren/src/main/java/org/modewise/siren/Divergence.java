package org.modewise.siren;

import java.util.List;

/**
 * Whether losses go up for good: for a hundred steps they have all been above ten times a yardstick, and on the whole have
 * not come down meanwhile; or one is beyond a million times the yardstick.
 *
 * <p>A large learning rate throws many a training up in its first steps, and most come down again by themselves. The
 * yardstick is the first loss or, where a training goes on from a good network, that of no network at all.
 */
final class Divergence {
    private static final int STEPS = 100;
    private static final double ABOVE = 10;
    private static final double FAR_ABOVE = 1e6;

    private final List<Double> losses;
    private final double zero;

    /** Looks at losses that grow in number, and at the loss of the network that is 0. */
    Divergence(List<Double> losses, double zero) {
        this.losses = losses;
        this.zero = Double.isFinite(zero) ? zero : 0;
    }

    boolean isThere() {
        double yardstick = Math.max(losses.get(0), zero);
        int end = losses.size();
        if (!(yardstick > 0)) {
            return false;
        }
        if (losses.get(end - 1) > FAR_ABOVE * yardstick) {
            return true;
        }
        if (end <= STEPS) {
            return false;
        }
        double earlier = 0;
        double later = 0;
        for (int k = 1; k <= STEPS; k++) {
            double loss = losses.get(end - k);
            if (!(loss > ABOVE * yardstick)) {
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
