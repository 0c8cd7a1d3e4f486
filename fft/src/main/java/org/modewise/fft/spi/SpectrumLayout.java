package org.modewise.fft.spi;

import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * û(-mx,-my) = conj û(mx,my): where a plan keeps the half of a real field's spectrum that determines the other.
 *
 * <p>One axis, the halved one, is kept for the modes 0…⌊n/2⌋ alone; the other for all n modes, first 0…⌈n/2⌉-1, then
 * the negative ones up to -1, as NumPy orders them. The real part of the coefficient in column a and row b of that table
 * is at {@code start + a * strideX + b * strideY}, its imaginary part {@code imOffset} later. Some plans leave gaps
 * between rows, or before the first one, where vectors then lie better. An immutable value.
 *
 * @param nx samples along x
 * @param ny samples along y
 * @param halved the axis that is kept for non-negative modes alone
 * @param start where the coefficient of column 0 and row 0 is
 * @param strideX distance between neighbouring columns, in doubles
 * @param strideY distance between neighbouring rows, in doubles
 * @param imOffset distance from a real part to its imaginary part, in doubles
 * @param length length of the whole table, in doubles
 */
public record SpectrumLayout(
        int nx, int ny, Axis halved, int start, int strideX, int strideY, int imOffset, int length) {
    /** An axis of the grid. */
    public enum Axis {
        /** Along x. */
        X,
        /** Along y. */
        Y
    }

    /**
     * Makes a layout.
     *
     * @param nx samples along x
     * @param ny samples along y
     * @param halved the halved axis
     * @param start where the first coefficient is
     * @param strideX distance between columns
     * @param strideY distance between rows
     * @param imOffset distance from real to imaginary part
     * @param length length of the table
     * @throws IllegalArgumentException if {@code start} is negative, another number is below 1, or the last coefficient lies outside the length
     */
    public SpectrumLayout {
        Objects.requireNonNull(halved, "halved");
        Arguments.atLeastOne(nx, "nx");
        Arguments.atLeastOne(ny, "ny");
        if (start < 0) {
            throw new IllegalArgumentException("start must be >= 0, got " + start);
        }
        Arguments.atLeastOne(strideX, "strideX");
        Arguments.atLeastOne(strideY, "strideY");
        Arguments.atLeastOne(imOffset, "imOffset");
        long last =
                start + (long) (columns(nx, halved) - 1) * strideX + (long) (rows(ny, halved) - 1) * strideY + imOffset;
        if (last >= length) {
            throw new IllegalArgumentException("length must be > " + last + ", got " + length);
        }
    }

    /**
     * A layout that begins at index 0.
     *
     * @param nx samples along x
     * @param ny samples along y
     * @param halved the halved axis
     * @param strideX distance between columns
     * @param strideY distance between rows
     * @param imOffset distance from real to imaginary part
     * @param length length of the table
     * @throws IllegalArgumentException as the constructor with a start
     */
    public SpectrumLayout(int nx, int ny, Axis halved, int strideX, int strideY, int imOffset, int length) {
        this(nx, ny, halved, 0, strideX, strideY, imOffset, length);
    }

    private static int columns(int nx, Axis halved) {
        return halved == Axis.X ? nx / 2 + 1 : nx;
    }

    private static int rows(int ny, Axis halved) {
        return halved == Axis.Y ? ny / 2 + 1 : ny;
    }

    /**
     * How many modes along x are kept.
     *
     * @return nx, or ⌊nx/2⌋+1 if x is halved
     */
    public int columns() {
        return columns(nx, halved);
    }

    /**
     * How many modes along y are kept.
     *
     * @return ny, or ⌊ny/2⌋+1 if y is halved
     */
    public int rows() {
        return rows(ny, halved);
    }

    /**
     * The signed mode along x of a column; the Nyquist mode of an even axis is nx/2.
     *
     * @param column 0 ≤ column &lt; {@link #columns()}
     * @return the mode, -nx/2 &lt; mx ≤ nx/2
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public int modeX(int column) {
        return signed(Objects.checkIndex(column, columns()), nx);
    }

    /**
     * The signed mode along y of a row; the Nyquist mode of an even axis is ny/2.
     *
     * @param row 0 ≤ row &lt; {@link #rows()}
     * @return the mode, -ny/2 &lt; my ≤ ny/2
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int modeY(int row) {
        return signed(Objects.checkIndex(row, rows()), ny);
    }

    private static int signed(int index, int n) {
        return 2 * (long) index > n ? index - n : index;
    }

    /**
     * Where the real part of a kept coefficient is.
     *
     * @param column 0 ≤ column &lt; {@link #columns()}
     * @param row 0 ≤ row &lt; {@link #rows()}
     * @return its index in the spectrum; the imaginary part is {@link #imOffset()} later
     * @throws IndexOutOfBoundsException if there is no such coefficient
     */
    public int index(int column, int row) {
        return start + Objects.checkIndex(column, columns()) * strideX + Objects.checkIndex(row, rows()) * strideY;
    }

    /**
     * How often a kept coefficient counts in a sum over all nx·ny modes: once where the halved mode is 0 or Nyquist, else
     * twice, for its conjugate partner.
     *
     * @param column 0 ≤ column &lt; {@link #columns()}
     * @param row 0 ≤ row &lt; {@link #rows()}
     * @return 1 or 2
     */
    public int multiplicity(int column, int row) {
        int mode = halved == Axis.X ? column : row;
        int n = halved == Axis.X ? nx : ny;
        return mode == 0 || 2 * (long) mode == n ? 1 : 2;
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code SpectrumLayout[6x4 half Y, step 10,1,5 of 60]}.
     *
     * @return the size, the halved axis, then strideX, strideY, imOffset, the start unless it is 0, and the length
     */
    @Override
    public String toString() {
        return "SpectrumLayout[" + nx + "x" + ny + " half " + halved + ", step " + strideX + "," + strideY + ","
                + imOffset + (start == 0 ? "" : " from " + start) + " of " + length + "]";
    }
}
