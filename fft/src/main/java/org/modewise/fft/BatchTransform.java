package org.modewise.fft;

import java.util.Arrays;
import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.Workers;

/**
 * Many transforms of one shape, one to a thread. Where one is worth sharing, only while there are as many as threads; the
 * rest are shared, one by one. Immutable, safe to share between threads.
 */
final class BatchTransform {
    private final Grid2D grid;
    private final RealTransform2D transform;
    private final BatchCheck arrays = new BatchCheck();

    BatchTransform(Grid2D grid, RealTransform2D transform) {
        this.grid = grid;
        this.transform = transform;
    }

    List<Spectrum2D> forward(List<Field2D> fields, Workers workers) {
        Field2D[] in = fields.toArray(new Field2D[0]);
        double[][] values = new double[in.length][];
        for (int k = 0; k < in.length; k++) {
            checkMember(in[k] == null ? null : in[k].grid(), "fields", k);
            values[k] = FieldAccess.values(in[k]);
        }
        double[][] spectra = new double[in.length][transform.layout().length()];
        forwardAll(values, spectra, workers);
        return Arrays.stream(spectra)
                .map(spectrum -> new Spectrum2D(grid, transform.layout(), spectrum))
                .toList();
    }

    List<Field2D> inverse(List<Spectrum2D> spectra, Workers workers) {
        Spectrum2D[] in = spectra.toArray(new Spectrum2D[0]);
        double[][] coefficients = new double[in.length][];
        for (int k = 0; k < in.length; k++) {
            checkMember(in[k] == null ? null : in[k].grid(), "spectra", k);
            coefficients[k] = in[k].in(transform.layout());
        }
        double[][] values = new double[in.length][grid.size()];
        inverseAll(coefficients, values, workers);
        return Arrays.stream(values)
                .map(samples -> FieldAccess.wrap(grid, samples))
                .toList();
    }

    private void checkMember(Grid2D member, String name, int index) {
        if (member == null) {
            throw new NullPointerException(name + "[" + index + "]");
        }
        try {
            Arguments.sameGrid(grid, member);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + "[" + index + "]: " + e.getMessage(), e);
        }
    }

    void forward(double[][] values, double[][] spectra, Workers workers) {
        arrays.check(values, grid.size(), "values", spectra, transform.layout().length(), "spectra");
        forwardAll(values, spectra, workers);
    }

    void inverse(double[][] spectra, double[][] values, Workers workers) {
        arrays.check(spectra, transform.layout().length(), "spectra", values, grid.size(), "values");
        inverseAll(spectra, values, workers);
    }

    private void forwardAll(double[][] values, double[][] spectra, Workers workers) {
        int whole = wholeRounds(values.length, workers);
        if (whole > 0) {
            workers.run(whole, k -> transform.forward(values[k], spectra[k]));
        }
        for (int k = whole; k < values.length; k++) {
            transform.forward(values[k], spectra[k], workers);
        }
    }

    private void inverseAll(double[][] spectra, double[][] values, Workers workers) {
        int whole = wholeRounds(spectra.length, workers);
        if (whole > 0) {
            workers.run(whole, k -> transform.inverse(spectra[k], values[k]));
        }
        for (int k = whole; k < spectra.length; k++) {
            transform.inverse(spectra[k], null, values[k], workers);
        }
    }

    /** How many go one to a thread: as many as keep all threads busy to the end, or all that nobody would share. */
    private int wholeRounds(int count, Workers workers) {
        int threads = workers.parallelism();
        if (threads == 1) {
            return 0;
        }
        return transform.isWorthSharing() ? count - count % threads : count;
    }
}
