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
    private final int limit;
    private final int[] first;
    private final double[] between;
    private final double[] squares;
    private final double[][] weights;
    private final double[] re;
    private final double[] im;
    private int count;

    /**
     * @param n nodes, more than one
     * @param start the first node
     * @param length the period
     * @param limit how far from 0 the characteristic function is anything, in entries
     */
    AxisFrequencies(int n, double start, double length, int limit) {
        this.n = n;
        this.start = start;
        this.middle = start + n / 2 * length / n;
        this.length = length;
        this.limit = limit;
        int most = n / 2 + 1;
        this.first = new int[most];
        this.between = new double[most];
        this.squares = new double[most];
        this.weights = new double[FrequencyWindow.TAPS][most];
        this.re = new double[most];
        this.im = new double[most];
    }

    /** For x ↦ scale·x + shift and a variance. */
    void prepare(double scale, double shift, double variance) {
        double step = 2 * Math.PI / length;
        double most = Math.min(0.5 * n, 0.5 * limit / Math.abs(scale));
        if (variance > 0) {
            most = Math.min(most, Math.sqrt(2 * NOTHING / variance) / step);
        }
        count = (int) Math.floor(most) + 1;
        for (int m = 0; m < count; m++) {
            first[m] = FrequencyWindow.first(2 * scale * m);
            between[m] = FrequencyWindow.between(2 * scale * m);
        }
        FrequencyWindow.weights(between, squares, count, weights);
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

    /** Whether a wavenumber is that of Nyquist. */
    boolean isNyquist(int m) {
        return 2 * m == n;
    }

    int first(int m) {
        return first[m];
    }

    /** How far from 0 the entries lie that are needed, on either side. */
    int reach() {
        return Math.max(FrequencyWindow.TAPS / 2, first[count - 1] + FrequencyWindow.TAPS - 1);
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
