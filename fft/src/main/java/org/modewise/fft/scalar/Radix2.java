package org.modewise.fft.scalar;

/** X₀ = x₀ + x₁, X₁ = x₀ - x₁. */
final class Radix2 implements Radix {
    @Override
    public int radix() {
        return 2;
    }

    @Override
    public void realDft(double[][] rows, int first, int stride, int spare, int lanes) {
        Lanes.sumAndDifference(rows[first], rows[first + stride], lanes);
    }
}
