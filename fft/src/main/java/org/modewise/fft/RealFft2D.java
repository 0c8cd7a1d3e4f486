package org.modewise.fft;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ExecutorWorkers;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/**
 * û(mx,my) = Σᵢⱼ u(i,j)·e^{-2πi(mx·i/nx + my·j/ny)}: the discrete Fourier transform of a real field, as NumPy's rfft2.
 *
 * <p><b>Usage.</b> {@link #of(Grid2D)} plans once; {@link #forward(Field2D)} and {@link #inverse(Spectrum2D)} work on
 * values, {@link #forward(double[], double[])} and {@link #inverse(double[], double[])} on the caller's arrays. Those two
 * allocate nothing with Modewise's own kernels once as many threads have called as work at a time; JTransforms allocates
 * inside some of its own transforms. A plan is immutable and safe to share between any number of threads; it holds
 * O(nx + ny) twiddle factors, room for a spectrum for each call at the same time, and for each thread that works scratch
 * memory: a few MB or, if that is more, one or two spectra with {@code scalar}, and with {@code simd} up to 64
 * doubles for each sample of the longer side, which is four times the spectrum of a plane of 16 columns. A long side with
 * a prime factor above 97 makes that up to three times as much with {@code simd}, and several times as much with
 * {@code scalar} if it is alone or the plane is narrow.
 *
 * <p><b>Threads.</b> A call runs on its caller's thread alone, unless {@link #parallel} adds an executor's. Lists and
 * arrays of arrays are batches: their members are transformed in any order, by several threads at once if there are.
 * The bits depend on neither.
 *
 * <p><b>Normalisation.</b> Forward is unscaled, inverse is scaled by 1/(nx·ny).
 *
 * <p><b>Order.</b> Modes are counted from the node (0,0), whatever the grid's origin. The half-spectrum lies as
 * {@link #layout()} says, which differs between kernels; {@link Spectrum2D} hides it.
 *
 * <p><b>Sizes.</b> Every size from 1 on, and nothing is ever padded. Of the {@link #kernels()} that are there the best
 * that takes the shape is chosen, unless the system property {@code modewise.kernel} names another: {@code simd}, on
 * VMs that compile the Vector API, takes planes of 16×15 samples and more; {@code scalar} takes everything everywhere;
 * {@code jtransforms}, in a module of its own, is a second opinion. Sizes with no prime factor above 7 are fastest, and
 * powers of two fastest of all.
 *
 * <p><b>NaN and infinities</b> are passed on, as arithmetic does: one NaN makes the whole result NaN.
 */
public final class RealFft2D {
    private final Grid2D grid;
    private final String kernel;
    private final RealTransform2D transform;
    private final BatchTransform batches;
    private final Workers workers;

    private RealFft2D(Grid2D grid, FftKernel kernel) {
        this.grid = grid;
        this.kernel = kernel.name();
        this.transform = kernel.plan(grid.nx(), grid.ny());
        this.batches = new BatchTransform(grid, transform);
        this.workers = Workers.CALLER;
    }

    private RealFft2D(RealFft2D plan, Workers workers) {
        this.grid = plan.grid;
        this.kernel = plan.kernel;
        this.transform = plan.transform;
        this.batches = plan.batches;
        this.workers = workers;
    }

    /**
     * Plans the transform of fields on a grid.
     *
     * @param grid the grid
     * @return the plan
     * @throws IllegalArgumentException if no kernel takes the shape, the kernel that the system property
     *     {@code modewise.kernel} names is missing or cannot, or the heap cannot hold samples, spectrum and scratch
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
     * The same plan on more threads: the caller's own, and up to {@code parallelism - 1} tasks of an executor at a time.
     *
     * <p>The bits are the same on any number of threads. The caller takes part and waits for nothing but what a task has
     * begun, so an executor that is busy, full, shut down, or one that runs tasks in the calling thread, cannot block a
     * call; such a call runs on fewer threads. When a call has returned, no task of it works any more, and an interrupt
     * while it waits is kept for the caller. Each call allocates a little. Small transforms gain nothing: those of
     * batches go one to a thread, and a kernel may decline to share a transform at all.
     *
     * @param executor lends its threads; it stays the caller's, to be shut down or not
     * @param parallelism the number of threads of a call at most, at least 1; 1 asks for none of the executor's
     * @return a plan that shares everything else with this one
     * @throws IllegalArgumentException if {@code parallelism} is below 1
     */
    public RealFft2D parallel(Executor executor, int parallelism) {
        Objects.requireNonNull(executor, "executor");
        Arguments.atLeastOne(parallelism, "parallelism");
        return new RealFft2D(
                this,
                parallelism == 1 ? Workers.CALLER : new SharedWorkers(new ExecutorWorkers(executor, parallelism)));
    }

    /**
     * How many threads a call uses at most.
     *
     * @return the number of threads, 1 unless {@link #parallel} has been asked for more
     */
    public int parallelism() {
        return workers.parallelism();
    }

    /**
     * Who runs the parts of a call, for work of one's own between two transforms.
     *
     * @return the calling thread, and the executor's if {@link #parallel} has been asked for more
     */
    public Workers workers() {
        return workers;
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
        transform.forward(FieldAccess.values(u), spectrum, workers);
        return new Spectrum2D(grid, layout(), spectrum);
    }

    /**
     * Transforms a batch of fields.
     *
     * @param fields fields on the plan's grid
     * @return their spectra in the same order, unscaled; unmodifiable
     * @throws IllegalArgumentException if a field lies on another grid, naming its index
     * @throws NullPointerException if there is none at an index, naming it
     */
    public List<Spectrum2D> forward(List<Field2D> fields) {
        return batches.forward(Objects.requireNonNull(fields, "fields"), workers);
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
        transform.inverse(spectrum.in(layout()), null, values, workers);
        return FieldAccess.wrap(grid, values);
    }

    /**
     * Transforms a batch of spectra back, whichever kernels they came from.
     *
     * @param spectra spectra on the plan's grid
     * @return the fields whose transforms they are, in the same order; unmodifiable
     * @throws IllegalArgumentException if a spectrum belongs to another grid, naming its index
     * @throws NullPointerException if there is none at an index, naming it
     */
    public List<Field2D> inverse(List<Spectrum2D> spectra) {
        return batches.inverse(Objects.requireNonNull(spectra, "spectra"), workers);
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
        transform.forward(values, spectrum, workers);
    }

    /**
     * Transforms a batch of samples, each from its array to its own. The two of one index may be one array.
     *
     * @param values nx·ny samples or more for each, row by row; unchanged unless they are also its spectrum
     * @param spectra {@link #spectrumLength()} doubles or more for each, overwritten
     * @throws IllegalArgumentException if there are not as many of one as of the other, an array is too short, or what one
     *     index writes is an array of another's, naming index and lengths, before anything is written
     * @throws NullPointerException if an array is missing, naming its index
     */
    public void forward(double[][] values, double[][] spectra) {
        batches.forward(values, spectra, workers);
    }

    /**
     * Transforms a half-spectrum back from array to array. Both arguments may be one array. One that is no real field's
     * gives the real part of the complex inverse, in which a mode whose mirror image is not kept stands for both.
     *
     * @param spectrum {@link #spectrumLength()} doubles or more, as {@link #forward(double[], double[])} leaves them;
     *     unchanged unless it is also {@code values}
     * @param values nx·ny samples or more, overwritten
     * @throws IllegalArgumentException if an array is too short, naming both lengths, before anything is written
     */
    public void inverse(double[] spectrum, double[] values) {
        Arguments.length(spectrum, spectrumLength(), "spectrum");
        Arguments.length(values, grid.size(), "values");
        transform.inverse(spectrum, null, values, workers);
    }

    /**
     * Transforms the product of a half-spectrum and a multiplier, or a sum of two products, back from array to array: what a
     * multiplication and an inverse transform give, to rounding, without the product's trip through memory. Both arrays may
     * be one. Factors of opposite modes should be conjugate; if not, kernels that keep different halves give different
     * numbers.
     *
     * @param spectrum {@link #spectrumLength()} doubles or more, as {@link #forward(double[], double[])} leaves them;
     *     unchanged unless it is also {@code values}
     * @param multiplier the factors, made for this plan's {@link #layout()}; of any product of a factor along x, one along
     *     y and a coefficient, none may overflow on the way, in any order
     * @param values nx·ny samples or more, overwritten
     * @throws IllegalArgumentException if an array is too short, the multiplier is for another layout, or its term's
     *     spectrum is {@code values}, before anything is written
     */
    public void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] values) {
        Arguments.length(spectrum, spectrumLength(), "spectrum");
        Objects.requireNonNull(multiplier, "multiplier");
        Arguments.length(values, grid.size(), "values");
        if (!layout().equals(multiplier.layout())) {
            throw new IllegalArgumentException(
                    "multiplier must be for " + layout() + ", got one for " + multiplier.layout());
        }
        if (multiplier.termFactors() != null) {
            Arguments.length(multiplier.termSpectrum(), spectrumLength(), "multiplier.termSpectrum");
            if (multiplier.termSpectrum() == values) {
                throw new IllegalArgumentException("values must not be the multiplier's term");
            }
        }
        transform.inverse(spectrum, multiplier, values, workers);
    }

    /**
     * Transforms a batch of half-spectra back, each from its array to its own. The two of one index may be one array.
     *
     * @param spectra {@link #spectrumLength()} doubles or more for each; unchanged unless they are also its values
     * @param values nx·ny samples or more for each, overwritten
     * @throws IllegalArgumentException if there are not as many of one as of the other, an array is too short, or what one
     *     index writes is an array of another's, naming index and lengths, before anything is written
     * @throws NullPointerException if an array is missing, naming its index
     */
    public void inverse(double[][] spectra, double[][] values) {
        batches.inverse(spectra, values, workers);
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
     * @return the size, the kernel, the parallelism if it is above 1, and the normalisation
     */
    @Override
    public String toString() {
        String threads = parallelism() == 1 ? "" : " x" + parallelism();
        return "RealFft2D[" + grid.nx() + "x" + grid.ny() + ", " + kernel + threads + ", inverse scaled by 1/(nx*ny)]";
    }
}
