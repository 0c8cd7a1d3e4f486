package org.modewise.fft;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.Scale;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * û(mx,my), the unscaled discrete Fourier coefficients of a real field, with û(-mx,-my) = conj û(mx,my).
 *
 * <p>Modes are signed: -nx/2 ≤ mx ≤ nx/2 and -ny/2 ≤ my ≤ ny/2, where on an even axis both ends are the same Nyquist
 * mode. Mode (mx,my) has the angular wavenumber (grid.kx(mx), grid.ky(my)). An immutable value, safe to share between
 * threads.
 */
public final class Spectrum2D {
    /** How far below the largest coefficient pictures reach: beyond is below double precision. */
    static final int DECADES = 16;

    /** How much rounding may tell two waves of the same energy apart; kernels differ by less than 1e-14. */
    private static final double TIE = 1e-12;

    private static final Comparator<DominantMode> LONGEST_FIRST = Comparator.comparingDouble(
                    (DominantMode mode) -> Math.hypot(mode.mx(), mode.my()))
            .thenComparing(Comparator.comparingInt(DominantMode::mx)
                    .thenComparingInt(DominantMode::my)
                    .reversed());

    private final Grid2D grid;
    private final SpectrumLayout layout;
    private final double[] values;

    Spectrum2D(Grid2D grid, SpectrumLayout layout, double[] values) {
        this.grid = grid;
        this.layout = layout;
        this.values = values;
    }

    /**
     * The grid of the field.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return grid;
    }

    /**
     * The real part of a coefficient.
     *
     * @param mx signed mode along x, |mx| ≤ nx/2
     * @param my signed mode along y, |my| ≤ ny/2
     * @return Re û(mx,my)
     * @throws IndexOutOfBoundsException if the grid has no such mode
     */
    public double re(int mx, int my) {
        return isKept(mx, my) ? values[index(mx, my)] : values[index(-mx, -my)];
    }

    /**
     * The imaginary part of a coefficient.
     *
     * @param mx signed mode along x, |mx| ≤ nx/2
     * @param my signed mode along y, |my| ≤ ny/2
     * @return Im û(mx,my)
     * @throws IndexOutOfBoundsException if the grid has no such mode
     */
    public double im(int mx, int my) {
        return isKept(mx, my)
                ? values[index(mx, my) + layout.imOffset()]
                : -values[index(-mx, -my) + layout.imOffset()];
    }

    private boolean isKept(int mx, int my) {
        checkMode(mx, grid.nx(), "mx");
        checkMode(my, grid.ny(), "my");
        return (layout.halved() == SpectrumLayout.Axis.X ? mx : my) >= 0;
    }

    private static void checkMode(int m, int n, String name) {
        if (m < -(n / 2) || m > n / 2) {
            throw new IndexOutOfBoundsException(name + " must be in [" + -(n / 2) + ", " + n / 2 + "], got " + m);
        }
    }

    private int index(int mx, int my) {
        return layout.index(Math.floorMod(mx, grid.nx()), Math.floorMod(my, grid.ny()));
    }

    /** The coefficients in another plan's layout, or the array itself if it is this one's. */
    double[] in(SpectrumLayout other) {
        if (other.equals(layout)) {
            return values;
        }
        double[] converted = new double[other.length()];
        for (int row = 0; row < other.rows(); row++) {
            for (int column = 0; column < other.columns(); column++) {
                int index = other.index(column, row);
                converted[index] = re(other.modeX(column), other.modeY(row));
                converted[index + other.imOffset()] = im(other.modeX(column), other.modeY(row));
            }
        }
        return converted;
    }

    /**
     * The energy of the field, by Parseval: ∫u² dx dy = lx·ly/(nx·ny)²·Σ|û|², without overflow or underflow on the way.
     *
     * @return ∫u²
     */
    public double energy() {
        return energy((kx, ky) -> 1);
    }

    /**
     * The energy with a weight on each wavenumber, lx·ly/(nx·ny)²·Σ w(κ)|û|²; w = |κ|² gives ∫|∇u|².
     *
     * @param weight the weight as an even function of the angular wavenumbers (κx, κy); a Nyquist mode gets the weight
     *     of its positive wavenumber
     * @return the weighted energy
     */
    public double energy(DoubleBinaryOperator weight) {
        Objects.requireNonNull(weight, "weight");
        int exponent = Scale.exponent(largest());
        return integral(meanSquare(weight, exponent), exponent);
    }

    /** Σ w(κ)|û|²/(nx·ny)² of the coefficients times 2^-exponent. */
    private double meanSquare(DoubleBinaryOperator weight, int exponent) {
        double scale = Math.scalb(1.0, -exponent);
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < layout.rows(); row++) {
            double ky = grid.ky(layout.modeY(row));
            for (int column = 0; column < layout.columns(); column++) {
                double kx = grid.kx(layout.modeX(column));
                sum.add(power(column, row, scale) * layout.multiplicity(column, row) * weight.applyAsDouble(kx, ky));
            }
        }
        return sum.value() / grid.size() / grid.size();
    }

    /** lx·ly times a mean square of coefficients times 2^-exponent. */
    private double integral(double meanSquare, int exponent) {
        double unit = Math.scalb(1.0, exponent);
        return Scale.product(grid.lx(), grid.ly(), meanSquare, unit, unit);
    }

    private double power(int column, int row, double scale) {
        int index = layout.index(column, row);
        double re = scale * values[index];
        double im = scale * values[index + layout.imOffset()];
        return re * re + im * im;
    }

    /** The largest |Re û| or |Im û|, NaN if one is NaN. */
    private double largest() {
        double largest = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                largest = Math.max(largest, size(column, row));
            }
        }
        return largest;
    }

    /** Max(|Re û|, |Im û|), NaN if one is NaN: within √2 of the modulus, and it never overflows. */
    private double size(int column, int row) {
        int index = layout.index(column, row);
        return Math.max(Math.abs(values[index]), Math.abs(values[index + layout.imOffset()]));
    }

    /**
     * How far the transform is from keeping the energy: |∫u² - energy()| / ∫u², without overflow or underflow on the way.
     *
     * @param u the field that this is the spectrum of
     * @return the relative Parseval error; 0 if both energies are 0, infinite if only the field's is, NaN if a sample or a
     *     coefficient is NaN or infinite
     * @throws IllegalArgumentException if the field lies on another grid
     */
    public double parsevalError(Field2D u) {
        Objects.requireNonNull(u, "u");
        Arguments.sameGrid(grid, u.grid());
        double largestSample = u.maxNorm();
        double largest = largest();
        if (!Double.isFinite(largestSample) || !Double.isFinite(largest)) {
            return Double.NaN;
        }
        int exponent = Scale.exponent(largestSample);
        double scale = Math.scalb(1.0, -exponent);
        CompensatedSum squares = new CompensatedSum();
        for (double value : FieldAccess.values(u)) {
            squares.add(scale * value * (scale * value));
        }
        double expected = squares.value() / grid.size();
        int ownExponent = Scale.exponent(largest);
        double actual = Math.scalb(meanSquare((kx, ky) -> 1, ownExponent), 2 * (ownExponent - exponent));
        double error = Math.abs(expected - actual);
        return error == 0 ? 0 : error / expected;
    }

    /**
     * The mode that carries the most energy, the mean aside. Of the two names of a wave it is the one with mx &gt; 0, or,
     * where mx is 0 or Nyquist, with my ≥ 0; a Nyquist mode is n/2. Of waves that differ by rounding alone it is the
     * longest in the count of modes, then the one with the largest mx, then my. So every kernel gives the same mode.
     *
     * @return the mode and its share; mode (0,0) with share 0 for a constant field, and with share NaN if a coefficient
     *     other than the mean is NaN or infinite
     */
    public DominantMode dominantMode() {
        // Without the mean, beside which the squares of all others may underflow.
        double scale = Math.scalb(1.0, -Scale.exponent(largestWave()));
        double most = 0;
        double total = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                if (!isMean(column, row)) {
                    most = Math.max(most, wavePower(column, row, scale));
                    total += power(column, row, scale) * layout.multiplicity(column, row);
                }
            }
        }
        if (total == 0 || !Double.isFinite(total)) {
            return new DominantMode(0, 0, total == 0 ? 0 : Double.NaN);
        }
        DominantMode dominant = null;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                if (!isMean(column, row) && wavePower(column, row, scale) >= (1 - TIE) * most) {
                    double share = Math.min(1, wavePower(column, row, scale) / total);
                    DominantMode wave = canonical(layout.modeX(column), layout.modeY(row), share);
                    dominant = dominant == null || LONGEST_FIRST.compare(wave, dominant) < 0 ? wave : dominant;
                }
            }
        }
        return dominant;
    }

    private double largestWave() {
        double largest = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                largest = isMean(column, row) ? largest : Math.max(largest, size(column, row));
            }
        }
        return largest;
    }

    private boolean isMean(int column, int row) {
        return layout.modeX(column) == 0 && layout.modeY(row) == 0;
    }

    /** |û|² of a mode with that of its conjugate partner: they are one real wave, even where the table lists both. */
    private double wavePower(int column, int row, double scale) {
        boolean alone = isOwnNegative(layout.modeX(column), grid.nx()) && isOwnNegative(layout.modeY(row), grid.ny());
        return alone ? power(column, row, scale) : 2 * power(column, row, scale);
    }

    /** Whether -m is the same mode: 0 and Nyquist. */
    private static boolean isOwnNegative(int m, int n) {
        return m == 0 || 2L * m == n;
    }

    private DominantMode canonical(int mx, int my, double share) {
        boolean turned = mx < 0 || (isOwnNegative(mx, grid.nx()) && my < 0);
        return turned
                ? new DominantMode(negative(mx, grid.nx()), negative(my, grid.ny()), share)
                : new DominantMode(mx, my, share);
    }

    private static int negative(int m, int n) {
        return isOwnNegative(m, n) ? m : -m;
    }

    /**
     * The energy by modulus of the wavenumber, in shells of the width {@link RadialSpectrum#width}.
     *
     * @return the shells, whose energies add up to {@link #energy()}
     */
    public RadialSpectrum radial() {
        double width = RadialSpectrum.width(grid);
        double corner = Math.hypot(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2));
        double[] energy = new double[(int) Math.rint(corner / width) + 1];
        // Each shell in its own scale: a faint one must not underflow beside a strong one.
        double[] largest = new double[energy.length];
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int shell = shell(column, row, width);
                largest[shell] = Math.max(largest[shell], size(column, row));
            }
        }
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int shell = shell(column, row, width);
                double scale = Math.scalb(1.0, -Scale.exponent(largest[shell]));
                energy[shell] += power(column, row, scale) * layout.multiplicity(column, row);
            }
        }
        for (int shell = 0; shell < energy.length; shell++) {
            double meanSquare = energy[shell] / grid.size() / grid.size();
            energy[shell] = integral(meanSquare, Scale.exponent(largest[shell]));
        }
        return new RadialSpectrum(width, energy);
    }

    private int shell(int column, int row, double width) {
        return (int) Math.rint(Math.hypot(grid.kx(layout.modeX(column)), grid.ky(layout.modeY(row))) / width);
    }

    /**
     * log₁₀(|û|/(nx·ny)) as a picture shows it: mode (0,0) in the middle, x and y the signed mode numbers.
     *
     * @return a field on the grid of modes, where what is more than 16 decades below the largest finite coefficient, and
     *     so below double precision, is raised to that; NaN where the coefficient is
     */
    public Field2D logMagnitude() {
        int left = grid.nx() / 2;
        int low = grid.ny() / 2;
        Grid2D modes = new Grid2D(grid.nx(), grid.ny(), -left, -low, grid.nx(), grid.ny());
        double floor = logLargest() - DECADES;
        // Not the log of the quotient, which may underflow.
        double samples = Math.log10(grid.size());
        return Field2D.of(modes, (x, y) -> {
            double modulus = Math.hypot(re((int) x, (int) y), im((int) x, (int) y));
            return Math.max(floor, Math.log10(modulus) - samples);
        });
    }

    /** The largest finite value of {@link #logMagnitude}, or 0 if every coefficient is 0 or none is finite. */
    double logLargest() {
        double largest = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int index = layout.index(column, row);
                double modulus = Math.hypot(values[index], values[index + layout.imOffset()]);
                largest = Double.isFinite(modulus) ? Math.max(largest, modulus) : largest;
            }
        }
        return largest == 0 ? 0 : Math.log10(largest) - Math.log10(grid.size());
    }

    /**
     * Writes {@link #toImage()} as a PNG.
     *
     * @param file where to write; an existing file is replaced at once, never half-written
     * @throws IOException if the file cannot be written
     */
    public void save(Path file) throws IOException {
        Images.write(toImage(), file);
    }

    /**
     * A picture of {@link #logMagnitude()} with mode (0,0) in the middle and rings at |m| = 8, 16, 32 and 48. NaN is
     * magenta, and an infinite coefficient is as bright as the largest finite one. {@link SpectrumPicture} offers other
     * colours and rings.
     *
     * @return a new image of nx×ny pixels
     */
    public BufferedImage toImage() {
        return SpectrumPicture.render(this, Colormap.MAGMA, 8, 16, 32, 48);
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size, the energy and the dominant mode
     */
    @Override
    public String toString() {
        DominantMode mode = dominantMode();
        return String.format(
                Locale.ROOT,
                "Spectrum2D[%dx%d, energy %.4g, dominant mode (%d,%d)]",
                grid.nx(),
                grid.ny(),
                energy(),
                mode.mx(),
                mode.my());
    }
}
