package org.modewise.pde;

/**
 * Along one axis, the wavenumbers κ ≥ 0 that a density has at a time, where in a {@link CharacteristicFunction} they lie once
 * scaled, and by what it is multiplied there: e^{-½vκ²}e^{iκ(x₀ - sc - b)}, of the first node x₀ and the middle node c. Reused
 * from time to time; not safe to share between threads.
 */
final class AxisFrequencies {
    /** ½vκ² from which on nothing is left in any sample: e^{-46} is 1e-20. */
    private static final double NOTHING = 46;

    private final int n;
    private final double start;
    private final double middle;
    private final double length;
    private final int[] first;
    private final double[] between;
    private final double[][] weights;
    private final double[] re;
    private final double[] im;
    private int count;

    /**
     * @param n nodes, more than one
     * @param start the first node
     * @param length the period
     */
    AxisFrequencies(int n, double start, double length) {
        this.n = n;
        this.start = start;
        this.middle = start + n / 2 * length / n;
        this.length = length;
        int most = n / 2 + 1;
        this.first = new int[most];
        this.between = new double[most];
        this.weights = new double[FrequencyWindow.TAPS][most];
        this.re = new double[most];
        this.im = new double[most];
    }

    /** For x ↦ scale·x + shift and a variance. */
    void prepare(double scale, double shift, double variance) {
        double step = 2 * Math.PI / length;
        // Beyond Nyquist of the initial density there is nothing.
        double most = Math.min(0.5 * n, 0.5 * n / scale);
        if (variance > 0) {
            most = Math.min(most, Math.sqrt(2 * NOTHING / variance) / step);
        }
        count = (int) Math.floor(most) + 1;
        for (int m = 0; m < count; m++) {
            first[m] = FrequencyWindow.first(2 * scale * m);
            between[m] = FrequencyWindow.between(2 * scale * m);
        }
        FrequencyWindow.weights(between, count, weights);
        double turns = (start - scale * middle - shift) / length;
        turns -= Math.rint(turns);
        for (int m = 0; m < count; m++) {
            double k = step * m;
            double turn = m * turns;
            double angle = 2 * Math.PI * (turn - Math.rint(turn));
            double modulus = Math.exp(-0.5 * variance * k * k);
            re[m] = modulus * Math.cos(angle);
            im[m] = modulus * Math.sin(angle);
        }
    }

    /** How many wavenumbers count, from 0 on. */
    int count() {
        return count;
    }

    /** Whether the last that counts is the Nyquist wavenumber. */
    boolean endsAtNyquist() {
        return 2 * (count - 1) == n;
    }

    int first(int m) {
        return first[m];
    }

    /** What lies at most so far from wavenumber 0 is needed. */
    int reach() {
        return first[count - 1] + FrequencyWindow.TAPS;
    }

    /** By tap, then by wavenumber. */
    double[][] weights() {
        return weights;
    }

    double re(int m) {
        return re[m];
    }

    double im(int m) {
        return im[m];
    }
}
