package org.modewise.fft;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * û(mx,my) = Σᵢⱼ u(i,j)·e^{-2πi(mx·i/nx + my·j/ny)}: the discrete Fourier transform of a real field, as NumPy's rfft2.
 *
 * <p><b>Usage.</b> {@link #of(Grid2D)} plans once; {@link #forward(Field2D)} and {@link #inverse(Spectrum2D)} work on
 * values, {@link #forward(double[], double[])} and {@link #inverse(double[], double[])} on the caller's arrays. Those two
 * allocate nothing with the scalar kernel once as many threads have called as work at a time; JTransforms allocates
 * inside some of its own transforms. A plan is immutable and safe to share between any number of threads; it holds
 * O(nx + ny) twiddle factors and, for each thread that works at the same time, scratch memory of about the size of the
 * spectrum.
 *
 * <p><b>Normalisation.</b> Forward is unscaled, inverse is scaled by 1/(nx·ny).
 *
 * <p><b>Order.</b> Modes are counted from the node (0,0), whatever the grid's origin. The half-spectrum lies as
 * {@link #layout()} says, which differs between kernels; {@link Spectrum2D} hides it.
 *
 * <p><b>Sizes.</b> Nothing is ever padded. The scalar kernel takes powers of two; the module modewise-fft-jtransforms
 * adds a kernel for every size. {@link #kernels()} tells which kernels are there, and {@link #of(Grid2D)} refuses a size
 * that none of them takes, with each one's reason. Of those that take it the best is chosen, unless the system property
 * {@code modewise.kernel} names another.
 *
 * <p><b>NaN and infinities</b> are passed on, as arithmetic does: one NaN makes the whole result NaN.
 */
public final class RealFft2D {
    private final Grid2D grid;
    private final String kernel;
    private final RealTransform2D transform;

    private RealFft2D(Grid2D grid, FftKernel kernel) {
        this.grid = grid;
        this.kernel = kernel.name();
        this.transform = kernel.plan(grid.nx(), grid.ny());
    }

    /**
     * Plans the transform of fields on a grid.
     *
     * @param grid the grid
     * @return the plan
     * @throws IllegalArgumentException if no kernel takes the shape, the kernel that the system property
     *     {@code modewise.kernel} names is missing or cannot, or the heap cannot hold a spectrum
     */
    public static RealFft2D of(Grid2D grid) {
        Objects.requireNonNull(grid, "grid");
        return new RealFft2D(grid, Kernels.choose(grid.nx(), grid.ny()));
    }

    /**
     * Plans the transform of fields on a grid with one kernel, whatever the system property says.
     *
     * @param grid the grid
     * @param kernel its name, one of {@link #kernels()}
     * @return the plan
     * @throws IllegalArgumentException if there is no such kernel or it cannot, naming the reason
     */
    public static RealFft2D of(Grid2D grid, String kernel) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(kernel, "kernel");
        return new RealFft2D(grid, Kernels.named(kernel, grid.nx(), grid.ny()));
    }

    /**
     * The kernels that run on this VM, the preferred one first, whatever sizes they take.
     *
     * @return their names
     */
    public static List<String> kernels() {
        return Kernels.available();
    }

    /**
     * The kernel that this plan runs on.
     *
     * @return its name
     */
    public String kernel() {
        return kernel;
    }

    /**
     * The grid that was planned for.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return grid;
    }

    /**
     * Where this plan keeps the coefficients in the array tier.
     *
     * @return the layout of the half-spectrum
     */
    public SpectrumLayout layout() {
        return transform.layout();
    }

    /**
     * The length of a spectrum in the array tier.
     *
     * @return a number of doubles, at least nx·ny
     */
    public int spectrumLength() {
        return transform.layout().length();
    }

    /**
     * Transforms a field.
     *
     * @param u a field on the plan's grid
     * @return its spectrum, unscaled
     * @throws IllegalArgumentException if the field lies on another grid
     */
    public Spectrum2D forward(Field2D u) {
        Objects.requireNonNull(u, "u");
        Arguments.sameGrid(grid, u.grid());
        double[] spectrum = new double[spectrumLength()];
        transform.forward(FieldAccess.values(u), spectrum);
        return new Spectrum2D(grid, layout(), spectrum);
    }

    /**
     * Transforms a spectrum back, whichever kernel it came from.
     *
     * @param spectrum a spectrum on the plan's grid
     * @return the field whose transform it is
     * @throws IllegalArgumentException if the spectrum belongs to another grid
     */
    public Field2D inverse(Spectrum2D spectrum) {
        Objects.requireNonNull(spectrum, "spectrum");
        Arguments.sameGrid(grid, spectrum.grid());
        double[] values = new double[grid.size()];
        transform.inverse(spectrum.in(layout()), values);
        return FieldAccess.wrap(grid, values);
    }

    /**
     * Transforms samples from array to array. Both arguments may be one array.
     *
     * @param values nx·ny samples or more, row by row; unchanged unless it is also {@code spectrum}
     * @param spectrum {@link #spectrumLength()} doubles or more, overwritten
     * @throws IllegalArgumentException if an array is too short, naming both lengths, before anything is written
     */
    public void forward(double[] values, double[] spectrum) {
        Arguments.length(values, grid.size(), "values");
        Arguments.length(spectrum, spectrumLength(), "spectrum");
        transform.forward(values, spectrum);
    }

    /**
     * Transforms a half-spectrum back from array to array. Both arguments may be one array.
     *
     * @param spectrum {@link #spectrumLength()} doubles or more, as {@link #forward(double[], double[])} leaves them;
     *     unchanged unless it is also {@code values}
     * @param values nx·ny samples or more, overwritten
     * @throws IllegalArgumentException if an array is too short, naming both lengths, before anything is written
     */
    public void inverse(double[] spectrum, double[] values) {
        Arguments.length(spectrum, spectrumLength(), "spectrum");
        Arguments.length(values, grid.size(), "values");
        transform.inverse(spectrum, values);
    }

    /**
     * Makes a value of an array-tier spectrum.
     *
     * @param spectrum {@link #spectrumLength()} doubles or more in this plan's layout; copied
     * @return the spectrum
     * @throws IllegalArgumentException if the array is too short, naming both lengths
     */
    public Spectrum2D spectrum(double[] spectrum) {
        Arguments.length(spectrum, spectrumLength(), "spectrum");
        return new Spectrum2D(grid, layout(), Arrays.copyOf(spectrum, spectrumLength()));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size, the kernel and the normalisation
     */
    @Override
    public String toString() {
        return "RealFft2D[" + grid.nx() + "x" + grid.ny() + ", " + kernel + ", inverse scaled by 1/(nx*ny)]";
    }
}
