package org.modewise.core;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.Scale;

/**
 * uᵢⱼ = u(xᵢ, yⱼ): immutable samples of a real function on a periodic grid.
 *
 * <p>Samples lie row by row, value (i,j) at {@code values[j * nx + i]} with i along x. In every picture y grows
 * upwards: row j = 0 is the bottom row of the picture. A field may hold NaN or infinite samples; solvers refuse them,
 * arithmetic and the plain Fourier transform pass them on. Fields are safe to share between threads.
 *
 * @serial exclude
 */
public final class Field2D implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    static {
        FieldAccess.install(new FieldAccess() {
            @Override
            protected Field2D wrapArray(Grid2D grid, double[] values) {
                return new Field2D(grid, values);
            }

            @Override
            protected double[] arrayOf(Field2D field) {
                return field.values;
            }
        });
    }

    private final Grid2D grid;
    private final transient double[] values;

    private Field2D(Grid2D grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    /**
     * Samples a function at the nodes.
     *
     * @param grid the grid
     * @param f the function (x, y) ↦ u
     * @return the field of {@code f(x(i), y(j))}
     * @throws IllegalArgumentException if the heap cannot hold the samples
     */
    public static Field2D of(Grid2D grid, DoubleBinaryOperator f) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(f, "f");
        double[] values = allocate(grid);
        for (int j = 0; j < grid.ny(); j++) {
            double y = grid.y(j);
            for (int i = 0; i < grid.nx(); i++) {
                values[j * grid.nx() + i] = f.applyAsDouble(grid.x(i), y);
            }
        }
        return new Field2D(grid, values);
    }

    /**
     * Takes samples as they are.
     *
     * @param grid the grid
     * @param values nx·ny samples, row by row from j = 0; copied
     * @return the field
     * @throws IllegalArgumentException if there are not exactly nx·ny samples
     */
    public static Field2D of(Grid2D grid, double... values) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(values, "values");
        if (values.length != grid.size()) {
            throw new IllegalArgumentException(grid + " takes " + grid.size() + " values, got " + values.length);
        }
        return new Field2D(grid, values.clone());
    }

    /** An array for the samples of a grid, if the heap can hold it. */
    static double[] allocate(Grid2D grid) {
        return new double[Arguments.allocatable(grid.size(), grid.nx() + "x" + grid.ny() + " samples")];
    }

    /**
     * The grid of the samples.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return grid;
    }

    /**
     * The same samples on another grid, such as the rectangle that a picture or a NumPy file does not know of.
     *
     * @param other a grid of the same nx×ny
     * @return the field of these samples on it
     * @throws IllegalArgumentException if the sizes differ, naming both
     */
    public Field2D on(Grid2D other) {
        Objects.requireNonNull(other, "other");
        if (other.nx() != grid.nx() || other.ny() != grid.ny()) {
            throw new IllegalArgumentException(
                    "expected a grid of " + grid.nx() + "x" + grid.ny() + ", got " + other.nx() + "x" + other.ny());
        }
        return new Field2D(other, values);
    }

    /**
     * One sample.
     *
     * @param i column, 0 ≤ i &lt; nx
     * @param j row, 0 ≤ j &lt; ny
     * @return uᵢⱼ
     * @throws IndexOutOfBoundsException if (i,j) is not a node
     */
    public double get(int i, int j) {
        return values[Objects.checkIndex(j, grid.ny()) * grid.nx() + Objects.checkIndex(i, grid.nx())];
    }

    /**
     * All samples, row by row from j = 0.
     *
     * @return a new array of length nx·ny
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * u + v at each node.
     *
     * @param other a field on the same grid
     * @return the sum
     * @throws IllegalArgumentException if the grids differ
     */
    public Field2D plus(Field2D other) {
        return combine(other, Double::sum);
    }

    /**
     * u + c at each node.
     *
     * @param constant the number to add
     * @return the sum
     */
    public Field2D plus(double constant) {
        return map(u -> u + constant);
    }

    /**
     * u − v at each node.
     *
     * @param other a field on the same grid
     * @return the difference
     * @throws IllegalArgumentException if the grids differ
     */
    public Field2D minus(Field2D other) {
        return combine(other, (u, v) -> u - v);
    }

    /**
     * u − c at each node.
     *
     * @param constant the number to subtract
     * @return the difference
     */
    public Field2D minus(double constant) {
        return map(u -> u - constant);
    }

    /**
     * u·v at each node.
     *
     * @param other a field on the same grid
     * @return the product
     * @throws IllegalArgumentException if the grids differ
     */
    public Field2D times(Field2D other) {
        return combine(other, (u, v) -> u * v);
    }

    /**
     * c·u at each node.
     *
     * @param factor the number to multiply by
     * @return the product
     */
    public Field2D times(double factor) {
        return map(u -> factor * u);
    }

    /**
     * f(u) at each node.
     *
     * @param f the function
     * @return the field of its values
     */
    public Field2D map(DoubleUnaryOperator f) {
        Objects.requireNonNull(f, "f");
        double[] mapped = allocate(grid);
        for (int k = 0; k < mapped.length; k++) {
            mapped[k] = f.applyAsDouble(values[k]);
        }
        return new Field2D(grid, mapped);
    }

    Field2D combine(Field2D other, DoubleBinaryOperator f) {
        Objects.requireNonNull(other, "other");
        Arguments.sameGrid(grid, other.grid);
        double[] combined = allocate(grid);
        for (int k = 0; k < combined.length; k++) {
            combined[k] = f.applyAsDouble(values[k], other.values[k]);
        }
        return new Field2D(grid, combined);
    }

    /**
     * The smallest sample.
     *
     * @return min u, or NaN if a sample is NaN
     */
    public double min() {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    /**
     * The largest sample.
     *
     * @return max u, or NaN if a sample is NaN
     */
    public double max() {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /**
     * The average sample, summed with compensation and without overflow on the way.
     *
     * @return Σu / (nx·ny)
     */
    public double mean() {
        double sum = CompensatedSum.of(values);
        return Double.isFinite(sum) || !Double.isFinite(maxNorm()) ? sum / values.length : meanOfHugeSamples();
    }

    /** The mean of finite samples whose sum overflows, from samples so much smaller that it does not. */
    private double meanOfHugeSamples() {
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(values.length);
        double scale = Math.scalb(1.0, -shift);
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(scale * value);
        }
        double mean = Math.scalb(sum.value() / values.length, shift);
        // Rounding alone may lead beyond the largest double.
        return Math.max(min(), Math.min(max(), mean));
    }

    /**
     * ∫u dx dy by the trapezoidal rule, which is exact for what the grid resolves.
     *
     * @return dx·dy·Σu
     */
    public double integral() {
        return Scale.product(grid.lx(), grid.ly(), mean());
    }

    /**
     * The L² norm, without overflow or underflow on the way.
     *
     * @return √∫u² dx dy
     */
    public double norm() {
        double scale = maxNorm();
        if (scale == 0 || !Double.isFinite(scale)) {
            return scale;
        }
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            double scaled = value / scale;
            squares.add(scaled * scaled);
        }
        return scale * Math.sqrt(squares.value() / values.length) * Math.sqrt(grid.lx() * grid.ly());
    }

    /**
     * The largest modulus of a sample.
     *
     * @return max |u|, or NaN if a sample is NaN
     */
    public double maxNorm() {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    /**
     * Draws the field into the terminal, in the viridis colours from its smallest to its largest sample. See
     * {@link #show(Colormap)}.
     */
    public void show() {
        show(Colormap.VIRIDIS);
    }

    /**
     * Draws the field into the terminal: two samples to a character cell in true colour, or ASCII characters when the
     * environment variable {@code NO_COLOR} is set or the terminal does not speak UTF-8. A field of more samples each way
     * than {@code COLUMNS} says, or 80, is averaged down. NaN is magenta, or a question mark.
     *
     * @param colormap the colours from the smallest to the largest sample
     */
    public void show(Colormap colormap) {
        Objects.requireNonNull(colormap, "colormap");
        TerminalPicture.print(this, colormap, System.out);
    }

    /**
     * Opens a window with the field in it, in the viridis colours. The program goes on; it can end once the window is
     * closed.
     *
     * @throws UnsupportedOperationException if there is no screen; the message names {@link #save}
     */
    public void window() {
        FieldWindow.open(this, Colormap.VIRIDIS);
    }

    /**
     * Writes the field as a PNG in the viridis colours, one pixel a sample. {@link Images} offers other colour maps.
     *
     * @param file where to write; an existing file is replaced at once, never half-written
     * @throws IOException if the file cannot be written; an older one then stays as it was
     */
    public void save(Path file) throws IOException {
        Images.write(this, Colormap.VIRIDIS, file);
    }

    /**
     * The field as a picture in the viridis colours, one pixel a sample, row j = 0 at the bottom.
     *
     * @return a new image
     */
    public BufferedImage toImage() {
        return toImage(Colormap.VIRIDIS);
    }

    /**
     * The field as a picture, one pixel a sample, row j = 0 at the bottom.
     *
     * @param colormap the colours from the smallest to the largest sample
     * @return a new image
     */
    public BufferedImage toImage(Colormap colormap) {
        return Images.render(this, colormap);
    }

    /**
     * Whether the other object is a field with the same samples, bit for bit, on the same grid.
     *
     * @param other any object
     * @return whether it equals this field
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Field2D field && grid.equals(field.grid) && Arrays.equals(values, field.values);
    }

    /**
     * A hash of the grid and of every sample.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return 31 * grid.hashCode() + Arrays.hashCode(values);
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Field2D[128x128, min -1, max 1, mean 0.25]}.
     *
     * @return the size, the range and the mean, rounded to four digits
     */
    @Override
    public String toString() {
        return "Field2D[" + grid.nx() + "x" + grid.ny() + ", min " + Decimals.brief(min()) + ", max "
                + Decimals.brief(max()) + ", mean " + Decimals.brief(mean()) + "]";
    }

    @Serial
    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a field is read through its serialized form");
    }

    @Serial
    private Object writeReplace() {
        return new Serialized(grid, values);
    }

    /**
     * What is written in place of a field, so that reading one back goes through {@link Field2D#of} and its checks.
     *
     * @param grid the grid
     * @param values the samples
     * @serial exclude
     */
    private record Serialized(Grid2D grid, double[] values) implements Serializable {
        @Serial
        private Object readResolve() {
            return of(grid, values);
        }
    }
}
