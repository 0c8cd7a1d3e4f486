package org.modewise.core;

import java.io.Serializable;
import java.util.Objects;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;

/**
 * ψ = Re ψ + i Im ψ: a complex field as two real ones on one grid. An immutable value, safe to share between threads.
 *
 * @param re the real part
 * @param im the imaginary part, on the same grid
 * @serial exclude
 */
public record ComplexField2D(Field2D re, Field2D im) implements Serializable {
    /**
     * Joins two parts.
     *
     * @param re the real part
     * @param im the imaginary part, on the same grid
     * @throws IllegalArgumentException if their grids differ, naming both
     */
    public ComplexField2D {
        Objects.requireNonNull(re, "re");
        Objects.requireNonNull(im, "im");
        Arguments.sameGrid(re.grid(), im.grid());
    }

    /**
     * The plane wave e^{i(2π mx (x-x0)/lx + 2π my (y-y0)/ly)}.
     *
     * @param grid the grid
     * @param mx waves along x, of any sign
     * @param my waves along y, of any sign
     * @return the wave, of modulus 1
     */
    public static ComplexField2D wave(Grid2D grid, int mx, int my) {
        Objects.requireNonNull(grid, "grid");
        double[] re = Field2D.allocate(grid);
        double[] im = Field2D.allocate(grid);
        long turn = (long) grid.nx() * grid.ny();
        for (int j = 0; j < grid.ny(); j++) {
            long partY = Math.floorMod((long) my * j, grid.ny()) * (long) grid.nx();
            for (int i = 0; i < grid.nx(); i++) {
                long part = partY + Math.floorMod((long) mx * i, grid.nx()) * (long) grid.ny();
                re[j * grid.nx() + i] = InitialFields.cosine(part % turn, turn);
                // A quarter of a turn behind.
                im[j * grid.nx() + i] = InitialFields.cosine(Math.floorMod(4 * part - turn, 4 * turn), 4 * turn);
            }
        }
        return new ComplexField2D(FieldAccess.wrap(grid, re), FieldAccess.wrap(grid, im));
    }

    /**
     * The grid of both parts.
     *
     * @return the grid
     */
    public Grid2D grid() {
        return re.grid();
    }

    /**
     * ψ + φ at each node.
     *
     * @param other a complex field on the same grid
     * @return the sum
     * @throws IllegalArgumentException if the grids differ
     */
    public ComplexField2D plus(ComplexField2D other) {
        Objects.requireNonNull(other, "other");
        return new ComplexField2D(re.plus(other.re), im.plus(other.im));
    }

    /**
     * ψ − φ at each node.
     *
     * @param other a complex field on the same grid
     * @return the difference
     * @throws IllegalArgumentException if the grids differ
     */
    public ComplexField2D minus(ComplexField2D other) {
        Objects.requireNonNull(other, "other");
        return new ComplexField2D(re.minus(other.re), im.minus(other.im));
    }

    /**
     * f·ψ at each node: an envelope on a wave.
     *
     * @param factor a real field on the same grid
     * @return the product
     * @throws IllegalArgumentException if the grids differ
     */
    public ComplexField2D times(Field2D factor) {
        Objects.requireNonNull(factor, "factor");
        return new ComplexField2D(re.times(factor), im.times(factor));
    }

    /**
     * c·ψ at each node.
     *
     * @param factor the number to multiply by
     * @return the product
     */
    public ComplexField2D times(double factor) {
        return new ComplexField2D(re.times(factor), im.times(factor));
    }

    /**
     * ψ̄, the complex conjugate at each node.
     *
     * @return Re ψ − i Im ψ
     */
    public ComplexField2D conjugate() {
        return new ComplexField2D(re, im.times(-1));
    }

    /**
     * |ψ| at each node.
     *
     * @return √(Re² + Im²), without overflow on the way
     */
    public Field2D magnitude() {
        return re.combine(im, Math::hypot);
    }

    /**
     * |ψ|² at each node: of a wave function, the probability density.
     *
     * @return Re² + Im²
     */
    public Field2D density() {
        return re.times(re).plus(im.times(im));
    }

    /**
     * arg ψ at each node.
     *
     * @return the phase in radians, from −π to π
     */
    public Field2D phase() {
        return im.combine(re, Math::atan2);
    }

    /**
     * The L² norm.
     *
     * @return √∫|ψ|² dx dy, without overflow on the way
     */
    public double norm() {
        return Math.hypot(re.norm(), im.norm());
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the largest modulus
     */
    @Override
    public String toString() {
        return "ComplexField2D[" + grid().nx() + "x" + grid().ny() + ", max |psi| "
                + Decimals.brief(magnitude().max()) + "]";
    }
}
