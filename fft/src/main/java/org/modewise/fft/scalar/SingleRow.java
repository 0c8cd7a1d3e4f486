package org.modewise.fft.scalar;

/** X₀ = x₀. */
final class SingleRow implements RowsFft {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public int position(int k) {
        return 0;
    }

    @Override
    public int spareRows() {
        return 0;
    }

    @Override
    public void transform(double[][] re, double[][] im, int first, int spare, int lanes) {}
}
