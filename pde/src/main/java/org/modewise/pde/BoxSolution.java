package org.modewise.pde;

import java.util.Arrays;
import java.util.Set;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;

/**
 * û(m,t) = e^{t·s(κ_m)} û(m,0) on the waves between the walls of a {@link Box}: the solution of a linear equation, which
 * holds û(m,0) and costs one multiplication and one cosine or sine transform a time, whatever t. Immutable, safe to share
 * between threads.
 */
public final class BoxSolution implements Solution<Field2D> {
    private final Box box;
    private final Set<Law> laws;
    private final BoxTransform transform;
    private final BoxSymbol symbol;
    private final NoiseFloor floor;
    private final double[] initial;
    private final ScratchPool<Factors> scratch;

    BoxSolution(Symbol symbol, Set<Law> laws, Field2D initial, Box box) {
        BoxWaves waves = BoxWaves.of(initial, box, "u0");
        this.box = box;
        this.laws = box.kept(laws);
        this.transform = waves.transform();
        this.initial = waves.coefficients();
        this.symbol = new BoxSymbol(symbol, transform);
        this.floor = NoiseFloor.of(this.symbol, this.initial);
        this.scratch = new ScratchPool<>(() -> new Factors(transform));
    }

    /** The memory of one call. */
    private static final class Factors {
        private final double[] x;
        private final double[] y;
        /** Allocated when it is first needed: axes alone need none. */
        private double[] product;

        private Factors(BoxTransform transform) {
            this.x = BoxWaves.ones(transform.x());
            this.y = BoxWaves.ones(transform.y());
        }

        private double[] product(int count) {
            if (product == null) {
                product = new double[count];
            }
            return product;
        }
    }

    /**
     * The walls.
     *
     * @return the box
     */
    public Box box() {
        return box;
    }

    /**
     * The grid of the solution.
     *
     * @return the grid of the initial data, at the centres of the box's cells
     */
    public Grid2D grid() {
        return transform.grid();
    }

    /**
     * The transform that the solution runs on.
     *
     * @return the name of its kernel
     */
    public String kernel() {
        return transform.kernel();
    }

    /**
     * The solution at a time.
     *
     * @param t time since the initial data
     * @return u(·,t)
     * @throws IllegalArgumentException if {@code t} is not finite, is negative and a wave would grow, or makes a wave
     *     overflow
     */
    @Override
    public Field2D at(double t) {
        double[] values = new double[grid().size()];
        at(t, values);
        return FieldAccess.wrap(grid(), values);
    }

    /**
     * The solution at a time, into the caller's array, without allocating.
     *
     * @param t time since the initial data
     * @param values nx·ny doubles or more, overwritten row by row
     * @throws IllegalArgumentException as {@link #at(double)}, and if the array is too short, before it is written to
     */
    public void at(double t, double[] values) {
        Arguments.length(values, grid().size(), "values");
        boolean grows = symbol.grows(t);
        double least = grows ? Double.NEGATIVE_INFINITY : floor.least(t);
        Factors factors = scratch.take();
        try {
            if (symbol.isSeparable() && !grows) {
                symbol.exponentials(t, least, factors.x, factors.y);
                transform.inverse(initial, factors.x, factors.y, values);
            } else {
                double[] product = product(t, least, factors);
                if (grows && !MultiplierTable.isInvertible(product)) {
                    throw new IllegalArgumentException("t must keep the solution finite, got " + t);
                }
                Arrays.fill(factors.x, 1);
                Arrays.fill(factors.y, 1);
                transform.inverse(product, factors.x, factors.y, values);
            }
        } finally {
            scratch.give(factors);
        }
    }

    /**
     * How far the solution can be trusted at a time: {@link Solution#certificate}. Of data that do not vanish at a
     * Dirichlet wall the error says what that costs, up to a hundred times over, since samples at the centres of cells
     * happen to err least there. The mass is kept between Neumann walls alone; where there is a
     * Dirichlet wall, its 0 belongs to the range of the maximum principle.
     *
     * @param t time since the initial data
     * @return the figures
     * @throws IllegalArgumentException as {@link #at(double)}
     */
    @Override
    public Certificate certificate(double t) {
        Field2D before = at(0);
        Field2D after = at(t);
        BoxNumbering waves = new BoxNumbering(transform);
        double[] coefficients = new double[initial.length];
        transform.forward(FieldAccess.values(after), coefficients);
        WaveEnergies first = WaveEnergies.of(waves, wave -> Math.abs(initial[wave]));
        WaveEnergies later = WaveEnergies.of(waves, wave -> Math.abs(coefficients[wave]));
        CarriedError carried = CarriedError.of(waves, first, later, wave -> Math.exp(t * symbol.growth(wave)));
        ValueBounds range = ValueBounds.of(before, box.isInsulated() ? before.min() : 0);
        double norm = first.isZero() ? 1 : later.norm(first);
        return Certificate.of(t, carried, 0, 0, Defects.of(laws, before, after, norm, range));
    }

    private double[] product(double t, double least, Factors factors) {
        double[] product = factors.product(initial.length);
        if (symbol.isSeparable()) {
            symbol.exponentials(t, least, factors.x, factors.y);
            for (int k = 0; k < product.length; k++) {
                product[k] = initial[k] * factors.x[transform.slotX(k)] * factors.y[transform.slotY(k)];
            }
        } else {
            symbol.exponentials(t, least, product);
            for (int k = 0; k < product.length; k++) {
                product[k] *= initial[k];
            }
        }
        return product;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the size of the grid and the kernel
     */
    @Override
    public String toString() {
        return "BoxSolution[" + grid().nx() + "x" + grid().ny() + ", kernel " + kernel() + "]";
    }
}
