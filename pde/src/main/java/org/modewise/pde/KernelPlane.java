package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;
import org.modewise.pde.logdomain.GaussianPlane;
import org.modewise.pde.logdomain.PlaneProducts;

/**
 * Φ(x,t) = -2ν ln ∬ e^{-(Φ₀(y) + |x-y|²/2t)/2ν} dy/4πνt and u = E[u₀(y)], or, late, E[x-y]/t, on a torus, in the log
 * domain, on nodes of one {@link Resolution} an axis: what {@link KernelFrame} is on a line. Rows between the samples
 * are made as they are needed, all that lie at one distance above a row of samples at once. Reused from time to time;
 * not safe to share between threads.
 */
final class KernelPlane {
    /** How u is found, if at all. */
    enum Velocity {
        NONE,
        /** As E[u₀(y)]. */
        CARRIED,
        /** As E[x-y]/t. */
        OFFSETS
    }

    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();
    /** Nodes of a plane whose sums of products are worth their memory and reach. */
    private static final long MOST_PRODUCTS = 1L << 20;

    private final PotentialPlane data;
    private final Resolution x;
    private final Resolution y;
    private final int everyX;
    private final int everyY;
    private final Velocity velocity;
    /** As many nodes along x as the resolution has, along y as there are samples; null if the samples are enough. */
    private final RealFft2D fft;
    /** The spectra of Φ₀ and, if it is asked for, of both components of u₀. */
    private final double[][] spectra;

    private final SpectrumMultiplier shift;
    private final double[][] shifted;
    private final double[] log;
    private final double[][] functions;
    private final double[][] means;
    /** One of the two. */
    private final GaussianPlane plane;

    private final PlaneProducts products;
    private final double[] total;

    /**
     * @param everyX how many targets along x there are to a sample
     * @param everyY the same along y
     * @param velocity how u will be asked for
     */
    KernelPlane(PotentialPlane data, Resolution x, Resolution y, int everyX, int everyY, Velocity velocity) {
        Grid2D grid = data.grid();
        int nx = grid.nx();
        int carried = velocity == Velocity.CARRIED ? 2 : 0;
        this.velocity = velocity;
        this.data = data;
        this.x = x;
        this.y = y;
        this.everyX = everyX;
        this.everyY = everyY;
        this.log = new double[x.nodes(nx)];
        this.functions = new double[carried][log.length];
        this.means = new double[carried][];
        int rows = y.nodes(grid.ny());
        boolean multiplies = velocity != Velocity.OFFSETS
                && everyX == 1
                && everyY == 1
                && data.span() <= PlaneProducts.MOST_SPAN
                && (long) log.length * rows <= MOST_PRODUCTS;
        this.products = multiplies ? new PlaneProducts(log.length, rows, nx, grid.ny(), carried) : null;
        this.total = new double[multiplies ? grid.size() : 0];
        this.plane = multiplies
                ? null
                : new GaussianPlane(
                        log.length,
                        rows,
                        true,
                        nx * everyX,
                        grid.ny() * everyY,
                        carried,
                        velocity == Velocity.OFFSETS ? 1 : 0);
        if (x.refine() == 1 && y.refine() == 1) {
            this.fft = null;
            this.spectra = null;
            this.shift = null;
            this.shifted = new double[][] {data.potential(), data.velocity(0), data.velocity(1)};
        } else {
            this.fft = RealFft2D.of(new Grid2D(nx * x.refine(), grid.ny(), grid.x0(), grid.y0(), grid.lx(), grid.ly()));
            this.spectra = new double[1 + carried][];
            for (int f = 0; f < spectra.length; f++) {
                TrigonometricPlane field = f == 0 ? data.potentialPlane() : data.velocityPlane(f - 1);
                spectra[f] = field.on(fft).spectrum();
            }
            this.shift = SpectrumMultiplier.complex(fft.layout(), Lines.ONE);
            this.shifted = new double[spectra.length][fft.grid().size()];
        }
    }

    /**
     * Φ and u at a time, moved by a distance.
     *
     * @param potential where Φ goes; null if it is not asked for
     * @param velocityX where the component of u along x goes; null if neither is asked for
     * @param velocityY the same along y
     */
    void at(double t, double shiftX, double shiftY, double[] potential, double[] velocityX, double[] velocityY) {
        Grid2D grid = data.grid();
        double v = 2 * data.viscosity() * t;
        double cellX = grid.dx() / x.refine();
        double cellY = grid.dy() / y.refine();
        double precisionX = 0.5 * cellX * cellX / v;
        double precisionY = 0.5 * cellY * cellY / v;
        double logX = Math.log(cellX * x.stride()) - 0.5 * Math.log(2 * Math.PI * v);
        double logY = Math.log(cellY * y.stride()) - 0.5 * Math.log(2 * Math.PI * v);
        if (products != null) {
            products.latticeX(-shiftX / cellX, x.refine(), x.stride(), precisionX, data.span());
            products.latticeY(-shiftY / cellY, y.refine(), y.stride(), precisionY, data.span());
        } else {
            plane.alongX().lattice(-shiftX / cellX, (double) x.refine() / everyX, 0, x.stride(), precisionX, logX);
            plane.alongY().lattice(-shiftY / cellY, (double) y.refine() / everyY, 0, y.stride(), precisionY, logY);
        }
        sample(cellY);
        if (products != null) {
            divide(potential, velocityX, velocityY, logX + logY);
        } else {
            if (means.length > 0) {
                means[0] = velocityX;
                means[1] = velocityY;
            }
            plane.columns(potential, means, null);
        }
        int count = grid.size() * everyX * everyY;
        if (velocity == Velocity.OFFSETS) {
            plane.offsets(velocityX, velocityY);
            multiply(velocityX, count, cellX / t);
            multiply(velocityY, count, cellY / t);
        }
        if (potential != null) {
            for (int k = 0; k < count; k++) {
                potential[k] = data.least() - 2 * data.viscosity() * potential[k];
            }
        }
    }

    private static void multiply(double[] values, int count, double factor) {
        for (int k = 0; k < count; k++) {
            values[k] *= factor;
        }
    }

    /** Fills all rows of sources. */
    private void sample(double cellY) {
        for (int above = 0; above < y.refine(); above++) {
            if (fft != null) {
                shift(above * cellY);
            }
            for (int j = 0; j * y.stride() < data.grid().ny(); j++) {
                row(j * y.refine() + above, j * y.stride());
            }
        }
    }

    /** The logarithm of the integral and the means, from sums of products. */
    private void divide(double[] potential, double[] velocityX, double[] velocityY, double logFactor) {
        products.apply(0, total);
        if (functions.length > 0) {
            products.apply(1, velocityX);
            products.apply(2, velocityY);
            for (int k = 0; k < total.length; k++) {
                velocityX[k] /= total[k];
                velocityY[k] /= total[k];
            }
        }
        if (potential != null) {
            FUNCTIONS.log(total, 0, potential, 0, total.length);
            for (int k = 0; k < total.length; k++) {
                potential[k] += logFactor;
            }
        }
    }

    private void row(int source, int sampleRow) {
        int from = sampleRow * shiftedColumns();
        double factor = -1 / (2 * data.viscosity());
        for (int i = 0; i < log.length; i++) {
            log[i] = factor * (shifted[0][from + i * x.stride()] - data.least());
        }
        for (int f = 0; f < functions.length; f++) {
            for (int i = 0; i < log.length; i++) {
                functions[f][i] = shifted[1 + f][from + i * x.stride()];
            }
        }
        if (products == null) {
            plane.row(source, log, functions, 0);
            return;
        }
        double[] weights = products.source(0, source);
        FUNCTIONS.exp(log, 0, 0, weights, 0, log.length);
        for (int f = 0; f < functions.length; f++) {
            double[] weighted = products.source(1 + f, source);
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = weights[i] * functions[f][i];
            }
        }
    }

    private int shiftedColumns() {
        return data.grid().nx() * x.refine();
    }

    /** The fields a distance above the rows of samples. */
    private void shift(double distance) {
        SpectrumLayout layout = fft.layout();
        Arrays.fill(shift.xRe(), 1);
        for (int row = 0; row < layout.rows(); row++) {
            int m = layout.modeY(row);
            double angle = fft.grid().ky(m) * distance;
            shift.yRe()[row] = Math.cos(angle);
            shift.yIm()[row] = 2 * m == layout.ny() ? 0 : Math.sin(angle);
        }
        for (int f = 0; f < spectra.length; f++) {
            fft.inverse(spectra[f], shift, shifted[f]);
        }
    }
}
