package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * A field prepared to be interpolated: samples on a grid of twice the fineness, or a little more, whose sum under
 * {@link KaiserBessel} is the trigonometric interpolant. They are continued beyond the edges, so that no sum has to
 * wrap. Immutable, safe to share between threads.
 */
final class OversampledField {
    private final Grid2D grid;
    private final Axis x;
    private final Axis y;
    private final RealFft2D finer;
    private final double[] samples;

    /** Of coefficients û on the modes of a grid, unscaled. */
    private OversampledField(Grid2D grid, Coefficient re, Coefficient im, Field2D size, String name) {
        this.grid = grid;
        this.x = new Axis(grid.nx());
        this.y = new Axis(grid.ny());
        this.finer = RealFft2D.of(new Grid2D(x.cells, y.cells, grid.x0(), grid.y0(), grid.lx(), grid.ly()));
        double[] spectrum = spectrum(re, im);
        MultiplierTable.checkInvertible(spectrum, size, name);
        double[] inner = new double[finer.grid().size()];
        finer.inverse(spectrum, inner);
        this.samples = extended(inner);
    }

    @FunctionalInterface
    private interface Coefficient {
        double at(int mx, int my);
    }

    /**
     * Checks that there may be room for all that is made at once: both spectra, the samples and what they are extended to.
     *
     * @throws IllegalArgumentException if the heap cannot hold it, naming the bytes needed
     */
    static void requireHeap(Grid2D grid) {
        Axis x = new Axis(grid.nx());
        Axis y = new Axis(grid.ny());
        long finer = (long) x.cells * y.cells;
        Arguments.requireHeap(x.cells, y.cells, grid.size() + 2 * finer + (long) x.extended() * y.extended());
    }

    /** Prepares a field of finite samples, which its caller knows by a name. */
    static OversampledField of(Field2D u, String name) {
        requireHeap(u.grid());
        Spectrum2D spectrum = RealFft2D.of(u.grid()).forward(u);
        return new OversampledField(u.grid(), spectrum::re, spectrum::im, u, name);
    }

    /** Prepares the divergence of a vector field, with that of the Nyquist waves, which is 0 at the nodes alone. */
    static OversampledField divergence(VectorField2D v, String name) {
        Grid2D grid = v.grid();
        requireHeap(grid);
        RealFft2D fft = RealFft2D.of(grid);
        Spectrum2D vx = fft.forward(v.x());
        Spectrum2D vy = fft.forward(v.y());
        return new OversampledField(
                grid,
                (mx, my) -> -grid.kx(mx) * vx.im(mx, my) - grid.ky(my) * vy.im(mx, my),
                (mx, my) -> grid.kx(mx) * vx.re(mx, my) + grid.ky(my) * vy.re(mx, my),
                v.magnitude(),
                name);
    }

    /** One axis of the finer grid. Along an axis of one node nothing changes: one cell, and no sum. */
    static final class Axis {
        private final int n;
        private final int cells;
        private final int width;

        private Axis(int n) {
            this.n = n;
            this.cells = n == 1 ? 1 : smooth(2L * n);
            this.width = n == 1 ? 1 : KaiserBessel.WIDTH;
        }

        /** The next even number without prime factors above 7. */
        private static int smooth(long least) {
            for (long size = least; ; size += 2) {
                long rest = size;
                for (int factor : new int[] {2, 3, 5, 7}) {
                    while (rest % factor == 0) {
                        rest /= factor;
                    }
                }
                if (rest == 1) {
                    return Arguments.arrayLength(size, size + " samples");
                }
            }
        }

        int cells() {
            return cells;
        }

        /** The number of nodes around a point that count. */
        int width() {
            return width;
        }

        /** How many samples there are with those beyond the edge. */
        int extended() {
            return cells + width;
        }

        /**
         * 1/ψ̂ at a mode, half of it at either of the two Nyquist modes; 0 if the coarser grid does not have the mode.
         */
        private double factor(int mode) {
            int distance = Math.abs(mode);
            if (2L * distance > n) {
                return 0;
            }
            if (n == 1) {
                return 1;
            }
            return (2 * distance == n ? 0.5 : 1) / KaiserBessel.transform((double) distance / cells);
        }
    }

    private double[] spectrum(Coefficient re, Coefficient im) {
        SpectrumLayout layout = finer.layout();
        double[] spectrum = new double[layout.length()];
        double[] alongX = new double[layout.columns()];
        for (int column = 0; column < layout.columns(); column++) {
            alongX[column] = x.factor(layout.modeX(column));
        }
        double scale = (double) finer.grid().size() / grid.size();
        for (int row = 0; row < layout.rows(); row++) {
            int my = layout.modeY(row);
            double alongY = scale * y.factor(my);
            for (int column = 0; column < layout.columns(); column++) {
                double factor = alongX[column] * alongY;
                if (factor != 0) {
                    int at = layout.index(column, row);
                    spectrum[at] = factor * re.at(layout.modeX(column), my);
                    spectrum[at + layout.imOffset()] = factor * im.at(layout.modeX(column), my);
                }
            }
        }
        return spectrum;
    }

    private double[] extended(double[] inner) {
        double[] extended = new double
                [Arguments.arrayLength((long) x.extended() * y.extended(), "samples between those of " + grid)];
        for (int j = 0; j < y.extended(); j++) {
            for (int i = 0; i < x.extended(); i++) {
                extended[j * x.extended() + i] = inner[j % y.cells * x.cells + i % x.cells];
            }
        }
        return extended;
    }

    Grid2D grid() {
        return grid;
    }

    Axis x() {
        return x;
    }

    Axis y() {
        return y;
    }

    /** The transform that has made the samples. */
    RealFft2D finer() {
        return finer;
    }

    /** The samples row by row, {@code x().extended()} a row, from the node (0,0) on. */
    double[] samples() {
        return samples;
    }
}
