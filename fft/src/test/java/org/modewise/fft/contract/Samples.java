package org.modewise.fft.contract;

import java.util.SplittableRandom;

/** Seeded test data. */
public final class Samples {
    private Samples() {}

    /** Uniform on [-1, 1), all 53 bits random. */
    public static double[] random(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] samples = new double[length];
        for (int k = 0; k < length; k++) {
            samples[k] = random.nextDouble(-1, 1);
        }
        return samples;
    }

    /** Powers of two from 1/4 to 4 and their negatives: a product with one of them is exact. */
    static double[] signedPowers(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] powers = new double[length];
        for (int k = 0; k < length; k++) {
            powers[k] = Math.scalb(random.nextBoolean() ? 1.0 : -1.0, random.nextInt(-2, 3));
        }
        return powers;
    }

    static double[] transposed(double[] samples, int nx, int ny) {
        double[] transposed = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                transposed[i * ny + j] = samples[j * nx + i];
            }
        }
        return transposed;
    }

    /** ‖a - b‖ / ‖b‖ in L2 over the first elements, as many as b has. */
    public static double relativeDistance(double[] a, double[] b) {
        double error = 0;
        double norm = 0;
        for (int k = 0; k < b.length; k++) {
            error += (a[k] - b[k]) * (a[k] - b[k]);
            norm += b[k] * b[k];
        }
        return Math.sqrt(error / norm);
    }
}
