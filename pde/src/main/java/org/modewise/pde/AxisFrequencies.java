package org.modewise.pde;

/**
 * Along one axis, the wavenumbers κ ≥ 0 that a density has at a time, where in a {@link CharacteristicFunction} they lie once
 * scaled, and by what it is multiplied there: e^{-½vκ²}e^{iκ(x₀ - sc - b)}, of the first node x₀ and the middle node c. Reused
 * from time to time; not safe to share between threads.
 */
final class AxisFrequencies {
    private final KnownWaves waves;
    private final int n;
    private final double start;
    private final double middle;
    private final double length;
    private final int[] first;
    private final double[] between;
    private final double[] squares;
    private final double[][] weights;
    private final double[] re;
    private final double[] im;
    private int count;

    /**
     * @param waves those of an axis of more than one node
     * @param start the first node
     */
    AxisFrequencies(KnownWaves waves, double start) {
        this.waves = waves;
        this.n = waves.n();
        this.start = start;
        this.length = waves.length();
        this.middle = start + n / 2 * length / n;
        int most = n / 2 + 1;
        this.first = new int[most];
        this.between = new double[most];
        this.squares = new double[most];
        this.weights = new double[FrequencyWindow.TAPS][most];
        this.re = new double[most];
        this.im = new double[most];
    }

    /** For x ↦ scale·x + shift and a variance: those that the nodes tell. */
    void prepare(double scale, double shift, double variance) {
        prepare(scale, shift, variance, 0, (int) Math.floor(Math.min(0.5 * n, waves.highest(scale, variance))) + 1);
    }

    /** A block of those that are above Nyquist too, each by its share. */
    void prepareShares(double scale, double shift, double variance, int from) {
        int rest = waves.count(scale, variance) - from;
        prepare(scale, shift, variance, from, Math.min(rest, re.length));
        for (int m = 0; m < count; m++) {
            double share = waves.share(scale, from + m);
            re[m] *= share;
            im[m] *= share;
        }
    }

    private void prepare(double scale, double shift, double variance, int from, int count) {
        this.count = count;
        double step = 2 * Math.PI / length;
        for (int m = 0; m < count; m++) {
            first[m] = FrequencyWindow.first(2 * scale * (from + m));
            between[m] = FrequencyWindow.between(2 * scale * (from + m));
        }
        FrequencyWindow.weights(between, squares, count, weights);
        double turns = (start - scale * middle - shift) / length;
        turns -= Math.rint(turns);
        for (int m = 0; m < count; m++) {
            double k = step * (from + m);
            double turn = (from + m) * turns;
            double angle = 2 * Math.PI * (turn - Math.rint(turn));
            double modulus = Math.exp(-0.5 * variance * k * k);
            re[m] = modulus * Math.cos(angle);
            im[m] = modulus * Math.sin(angle);
        }
    }

    /** How many wavenumbers there are, from 0 or from that of the block on. */
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
