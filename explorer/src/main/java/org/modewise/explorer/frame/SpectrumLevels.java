package org.modewise.explorer.frame;

import org.modewise.core.Grid2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * log₁₀(|û|/n²) over the half plane mx ≥ 0, and what sums over the spectrum tell: energy, effective wavenumber, the dominant
 * mode. Holds scratch memory: for one thread at a time.
 */
final class SpectrumLevels {
    /** What is fainter by so many powers of ten than the largest mode is shown as that faint. */
    private static final double DEPTH = 20;

    // Waves of one size in all but rounding: the first in the order of the rows is named.
    private static final double TIE = 1e-9;

    private final int n;
    private final int columns;
    private final int[] sources;
    private final int imOffset;
    private final double[] powers;
    private final double[] logs;
    private double energy;
    private double effectiveSquare;
    private int dominant;
    private double dominantShare;

    SpectrumLevels(Grid2D grid, SpectrumLayout layout) {
        n = grid.nx();
        columns = n / 2 + 1;
        sources = new int[n * columns];
        imOffset = layout.imOffset();
        powers = new double[sources.length];
        logs = new double[sources.length];
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                place(layout.modeX(column), layout.modeY(row), layout.index(column, row));
            }
        }
    }

    /** The modulus of a mode and of its negative are the same, so either may fill a place. */
    private void place(int mx, int my, int index) {
        if (mx >= 0 || mx == -n / 2) {
            sources[place(Math.abs(mx), my)] = index;
        }
        if (mx <= 0 || mx == n / 2) {
            sources[place(Math.abs(mx), -my)] = index;
        }
    }

    private int place(int mx, int my) {
        int row = my == n / 2 ? 0 : my + n / 2;
        return row * columns + mx;
    }

    int length() {
        return sources.length;
    }

    /** Reads a spectrum; the getters and {@link #write} speak of the last one read. */
    Levels read(double[] spectrum) {
        double size = (double) n * n;
        double scale = 1 / (size * size);
        for (int k = 0; k < powers.length; k++) {
            double re = spectrum[sources[k]];
            double im = spectrum[sources[k] + imOffset];
            powers[k] = (re * re + im * im) * scale;
        }
        addUp();
        findDominant();
        double most = Math.max(powers[dominant], powers[place(0, 0)]);
        double hi = most > 0 ? Math.log10(most) / 2 : 0;
        double lo = hi - DEPTH;
        for (int k = 0; k < logs.length; k++) {
            double log = powers[k] > 0 ? FastLog10.of(powers[k]) / 2 : lo;
            logs[k] = log > lo ? log : lo;
        }
        return new Levels(lo, hi);
    }

    private void addUp() {
        double total = 0;
        double weighted = 0;
        for (int row = 0; row < n; row++) {
            double ky = row - n / 2;
            int first = row * columns;
            int last = first + columns - 1;
            // Waves with 0 < mx < n/2 stand for their negatives too.
            double sum = 0.5 * (powers[first] + powers[last]);
            double moment = 0.5 * powers[last] * (columns - 1) * (columns - 1);
            for (int k = first + 1; k < last; k++) {
                double mx = k - first;
                sum += powers[k];
                moment += powers[k] * (mx * mx);
            }
            total += sum;
            weighted += moment + sum * (ky * ky);
        }
        energy = 2 * total;
        effectiveSquare = total > 0 ? 4 * Math.PI * Math.PI * weighted / total : 0;
    }

    private void findDominant() {
        int mean = place(0, 0);
        double most = 0;
        dominant = mean;
        for (int row = 0; row < n; row++) {
            // From my = 0 up, then those below: of a wave's two names the one with my ≥ 0.
            int start = (row + n / 2) % n * columns;
            for (int k = start; k < start + columns; k++) {
                if (k != mean && powers[k] > most * (1 + TIE)) {
                    most = powers[k];
                    dominant = k;
                }
            }
        }
        double waves = energy - powers[mean];
        boolean own = dominant % columns == 0 && dominant / columns == 0;
        double pair = own ? most : 2 * most;
        dominantShare = waves > 0 ? Math.min(1, pair / waves) : 0;
    }

    void write(Levels levels, short[] target) {
        levels.write(logs, logs.length, target);
    }

    /** The mean of u², by Parseval. */
    double energy() {
        return energy;
    }

    /** Σ|κ|²|û|²/Σ|û|². */
    double effectiveSquare() {
        return effectiveSquare;
    }

    int dominantX() {
        return dominant % columns;
    }

    int dominantY() {
        return dominant / columns - n / 2;
    }

    /** The dominant wave's share of the energy of all waves. */
    double dominantShare() {
        return dominantShare;
    }
}
