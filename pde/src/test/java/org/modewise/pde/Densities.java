package org.modewise.pde;

import java.util.Random;

/** Mixtures to start from, and normal densities written out once more. */
final class Densities {
    private Densities() {}

    /** That of the reference file. */
    static GaussianMixture reference() {
        return GaussianMixture.gaussian(-2, 0.3)
                .times(0.5)
                .plus(GaussianMixture.gaussian(1, 0.2).times(0.3))
                .plus(GaussianMixture.gaussian(2.5, 0.5).times(0.2));
    }

    /** Three normal laws on the plane, one of them slanted. */
    static GaussianMixture plane() {
        return GaussianMixture.gaussian(-1.5, 1, 0.36)
                .times(0.5)
                .plus(GaussianMixture.gaussian(1, -1, 0.3, 0.1, 0.2).times(0.3))
                .plus(GaussianMixture.gaussian(1.2, 1.4, 0.5).times(0.2));
    }

    /** On a line or, with its second means and covariances, on the plane: near the origin, and no narrower than 0.4. */
    static GaussianMixture random(long seed) {
        Random random = new Random(seed);
        GaussianMixture mixture = null;
        double rest = 1;
        for (int k = 0; k < 3; k++) {
            double weight = k == 2 ? rest : rest * (0.2 + 0.6 * random.nextDouble());
            rest -= weight;
            double xx = 0.16 + 0.2 * random.nextDouble();
            double yy = 0.16 + 0.2 * random.nextDouble();
            double xy = 0.5 * (2 * random.nextDouble() - 1) * Math.sqrt(xx * yy);
            GaussianMixture component = GaussianMixture.gaussian(
                            3 * random.nextDouble() - 1.5, 3 * random.nextDouble() - 1.5, xx, xy, yy)
                    .times(weight);
            mixture = mixture == null ? component : mixture.plus(component);
        }
        return mixture;
    }

    /** e^{-(x-m)²/2v}/√(2πv). */
    static double normal(double x, double mean, double variance) {
        return Math.exp(-0.5 * Waves.sq(x - mean) / variance) / Math.sqrt(2 * Math.PI * variance);
    }
}
