package org.modewise.pde;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** A shift d by whole cells at which Σ conj(û)v̂·e^{iκ·d} is largest among its neighbours: v may be u moved by d. */
record CorrelationPeak(double dx, double dy) {
    /** Of the highest peak. Fields of few waves have others, and a grid may miss the top of the highest. */
    private static final double HIGH = 0.5;

    private static final int MOST = 16;

    /** The high peaks of the field with the spectrum conj(û)v̂, the highest first. */
    static List<CorrelationPeak> of(RealFft2D fft, double[] crossSpectrum) {
        Grid2D grid = fft.grid();
        double[] correlation = new double[grid.size()];
        fft.inverse(crossSpectrum, correlation);
        double least = HIGH * Arrays.stream(correlation).max().orElseThrow();
        return IntStream.range(0, correlation.length)
                .filter(node -> correlation[node] > least && isPeak(correlation, grid, node))
                .boxed()
                .sorted(Comparator.comparingDouble(node -> -correlation[node]))
                .limit(MOST)
                .map(node -> at(grid, node))
                .toList();
    }

    private static boolean isPeak(double[] correlation, Grid2D grid, int node) {
        int i = node % grid.nx();
        int j = node / grid.nx();
        return IntStream.range(0, 9).allMatch(neighbour -> {
            int left = Math.floorMod(i + neighbour % 3 - 1, grid.nx());
            int low = Math.floorMod(j + neighbour / 3 - 1, grid.ny());
            return correlation[low * grid.nx() + left] <= correlation[node];
        });
    }

    private static CorrelationPeak at(Grid2D grid, int node) {
        int i = node % grid.nx();
        int j = node / grid.nx();
        return new CorrelationPeak(
                (2 * i > grid.nx() ? i - grid.nx() : i) * grid.dx(),
                (2 * j > grid.ny() ? j - grid.ny() : j) * grid.dy());
    }
}
