package org.modewise.fft;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.internal.Arguments;
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
     * The energy of the field, by Parseval: ∫u² dx dy = lx·ly/(nx·ny)²·Σ|û|².
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
        double sum = 0;
        double compensation = 0;
        for (int row = 0; row < layout.rows(); row++) {
            double ky = grid.ky(layout.modeY(row));
            for (int column = 0; column < layout.columns(); column++) {
                double kx = grid.kx(layout.modeX(column));
                double term = power(column, row) * layout.multiplicity(column, row) * weight.applyAsDouble(kx, ky);
                double next = sum + term;
                compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
                sum = next;
            }
        }
        double samples = grid.size();
        return (sum + compensation) / samples * (grid.lx() * grid.ly()) / samples;
    }

    private double power(int column, int row) {
        int index = layout.index(column, row);
        double re = values[index];
        double im = values[index + layout.imOffset()];
        return re * re + im * im;
    }

    /**
     * How far the transform is from keeping the energy: |∫u² - energy()| / ∫u².
     *
     * @param u the field that this is the spectrum of
     * @return the relative Parseval error, 0 for the zero field
     * @throws IllegalArgumentException if the field lies on another grid
     */
    public double parsevalError(Field2D u) {
        Objects.requireNonNull(u, "u");
        Arguments.sameGrid(grid, u.grid());
        double expected = u.norm() * u.norm();
        double error = Math.abs(expected - energy());
        return error == 0 ? 0 : error / expected;
    }

    /**
     * The mode that carries the most energy, the mean aside.
     *
     * @return the mode and its share; mode (0,0) with share 0 for a constant field
     */
    public DominantMode dominantMode() {
        DominantMode largest = new DominantMode(0, 0, 0);
        double total = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int mx = layout.modeX(column);
                int my = layout.modeY(row);
                if (mx == 0 && my == 0) {
                    continue;
                }
                // A mode and its conjugate partner are one real wave; on the edges of the table both are listed.
                boolean alone = 2 * Math.abs((long) mx) % grid.nx() == 0 && 2 * Math.abs((long) my) % grid.ny() == 0;
                double power = power(column, row);
                total += power * layout.multiplicity(column, row);
                double share = alone ? power : 2 * power;
                if (share > largest.share()) {
                    largest = new DominantMode(mx, my, share);
                }
            }
        }
        return total == 0 ? largest : new DominantMode(largest.mx(), largest.my(), largest.share() / total);
    }

    /**
     * The energy by modulus of the wavenumber, in shells as wide as the coarser of the two mode spacings.
     *
     * @return the shells, whose energies add up to {@link #energy()}
     */
    public RadialSpectrum radial() {
        double width = Math.max(grid.kx(1), grid.ky(1));
        double corner = Math.hypot(grid.kx(grid.nx() / 2), grid.ky(grid.ny() / 2));
        double[] energy = new double[(int) Math.rint(corner / width) + 1];
        double samples = grid.size();
        double scale = grid.lx() * grid.ly() / samples / samples;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double modulus = Math.hypot(grid.kx(layout.modeX(column)), grid.ky(layout.modeY(row)));
                energy[(int) Math.rint(modulus / width)] +=
                        scale * power(column, row) * layout.multiplicity(column, row);
            }
        }
        return new RadialSpectrum(width, energy);
    }

    /**
     * log₁₀(|û|/(nx·ny)) as a picture shows it: mode (0,0) in the middle, x and y the signed mode numbers.
     *
     * @return a field on the grid of modes, where what is more than 16 decades below the largest coefficient, and so
     *     below double precision, is raised to that
     */
    public Field2D logMagnitude() {
        int left = grid.nx() / 2;
        int low = grid.ny() / 2;
        Grid2D modes = new Grid2D(grid.nx(), grid.ny(), -left, -low, grid.nx(), grid.ny());
        double floor = logLargest() - DECADES;
        double samples = grid.size();
        return Field2D.of(modes, (x, y) -> {
            double modulus = Math.hypot(re((int) x, (int) y), im((int) x, (int) y));
            return Math.max(floor, Math.log10(modulus / samples));
        });
    }

    /** The largest value of {@link #logMagnitude}, or 0 if every coefficient is 0. */
    double logLargest() {
        double largest = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                int index = layout.index(column, row);
                largest = Math.max(largest, Math.hypot(values[index], values[index + layout.imOffset()]));
            }
        }
        return largest == 0 ? 0 : Math.log10(largest / grid.size());
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
     * A picture of {@link #logMagnitude()} with mode (0,0) in the middle and rings at |m| = 8, 16, 32 and 48. {@link
     * SpectrumPicture} offers other colours and rings.
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
