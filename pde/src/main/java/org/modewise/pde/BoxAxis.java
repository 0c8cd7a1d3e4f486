package org.modewise.pde;

/**
 * One axis between two walls: its waves, and the order in which its samples are transformed. Cosines are taken from one
 * Fourier transform of as many samples, the even ones forward, then the odd ones backward (J. Makhoul, IEEE Trans. ASSP
 * 28, 1980). Sines are cosines counted from above if every other sample changes its sign. Quarter waves are every other
 * sine of twice the length, mirrored at the Neumann wall. Immutable, safe to share between threads.
 */
final class BoxAxis {
    private final int n;
    private final int slots;
    private final boolean sines;
    private final boolean quarters;
    private final boolean mirrored;
    private final double step;
    private final double[] cos;
    private final double[] sin;

    BoxAxis(int n, double length, Wall lower, Wall upper) {
        this.n = n;
        this.quarters = lower != upper;
        this.sines = quarters || lower == Wall.DIRICHLET;
        this.mirrored = quarters && lower == Wall.NEUMANN;
        this.slots = quarters ? Math.multiplyExact(2, n) : n;
        this.step = Math.PI / (quarters ? 2 * length : length);
        this.cos = new double[slots / 2 + 1];
        this.sin = new double[slots / 2 + 1];
        for (int k = 0; k <= slots / 2; k++) {
            double angle = Math.PI * k / (2.0 * slots);
            cos[k] = StrictMath.cos(angle);
            sin[k] = StrictMath.sin(angle);
        }
    }

    /** How many coefficients there are, and samples of the transform. */
    int slots() {
        return slots;
    }

    /** |κ| of the wave in a slot. */
    double wavenumber(int slot) {
        return step * (sines ? slots - slot : slot);
    }

    /** How many half waves, rounded down, lie in a slot's wave; quarter waves begin at 0. */
    int number(int slot) {
        int count = sines ? slots - slot : slot;
        return quarters ? (count - 1) / 2 : count;
    }

    /** The largest number. */
    int last() {
        return sines && !quarters ? n : n - 1;
    }

    /** Samples cannot tell the number m from 2·fold - m. */
    double fold() {
        return quarters ? n - 0.5 : n;
    }

    /** Whether the slot belongs to none of the axis's waves. */
    boolean isEmpty(int slot) {
        return quarters && slot % 2 == 0;
    }

    /** What the square of a wave's coefficient adds to the sum of the squares of all samples. */
    double energy(int slot) {
        return (slot == 0 ? 1.0 : 2.0) / slots * (quarters ? 0.5 : 1);
    }

    /** cos(πk/2N), k ≤ N/2. */
    double[] cos() {
        return cos;
    }

    /** sin(πk/2N), k ≤ N/2. */
    double[] sin() {
        return sin;
    }

    /** The sample that the transform takes in a place. */
    int sample(int place) {
        int k = place < (slots + 1) / 2 ? 2 * place : 2 * (slots - place) - 1;
        int unfolded = k < n ? k : slots - 1 - k;
        return mirrored ? n - 1 - unfolded : unfolded;
    }

    /** Where the transform takes a sample first. */
    int place(int sample) {
        int k = mirrored ? n - 1 - sample : sample;
        return k % 2 == 0 ? k / 2 : slots - (k + 1) / 2;
    }

    /** The sign with which the transform takes the sample in a place. */
    double sign(int place) {
        return sines && place >= (slots + 1) / 2 ? -1 : 1;
    }
}
