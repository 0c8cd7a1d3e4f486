package org.modewise.siren.optimizer;

/**
 * How λ goes on after a step of {@link LevenbergMarquardt}.
 *
 * <p>Which is better depends on the function, and by orders of magnitude: {@link #GAIN} for fits of rough data, where a step
 * that hardly helps leads astray; {@link #DELAYED} for equations, where residuals can become as small as rounding and only
 * an almost undamped step follows the narrow valley there.
 */
public enum DampingRule {
    /**
     * By how much of the decrease that was predicted came true: down to a third if all did, up if little. After a failed
     * step up twofold, then fourfold, and so on. Source: H. B. Nielsen, Damping Parameter in Marquardt's Method,
     * IMM-REP-1999-05.
     */
    GAIN {
        @Override
        double accepted(double lambda, double quality) {
            return lambda * Math.max(1.0 / 3, 1 - quality * quality * quality);
        }

        @Override
        double growth(double last) {
            return 2 * last;
        }
    },
    /**
     * Down a hundredfold after any step that makes the function smaller, up twofold after a failed one and fourfold after
     * each failure behind it. Source: the delayed gratification of Transtrum and Sethna, arXiv:1201.5885, but bolder.
     */
    DELAYED {
        @Override
        double accepted(double lambda, double quality) {
            // Below, λ is nothing beside the rounding of JᵀJ.
            return Math.max(lambda / 100, 1e-18);
        }

        @Override
        double growth(double last) {
            return 4;
        }
    };

    /** λ after a step that helped, of a quality from -1 to 1: 1 if it helped as predicted. */
    abstract double accepted(double lambda, double quality);

    /** By how much λ is multiplied after the next failure, when the last one's factor is known. */
    abstract double growth(double last);
}
