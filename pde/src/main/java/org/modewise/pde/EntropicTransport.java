package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.CompensatedSum;
import org.modewise.core.internal.FieldAccess;

/**
 * p_t = -∇·(v p) from a density p₀ at t = 0 to another one p₁ at t = 1 on a torus, as Brownian motion dX = √(2D) dW would
 * most likely do it: Schrödinger's bridge, which is optimal transport with an entropic penalty, and tends to optimal
 * transport as D → 0.
 *
 * <p>p = φψ, where ψ = e^{A} diffuses forward and φ = e^{B} backward: A(t) = ln P_t e^{a} and B(t) = ln P_{1-t} e^{b} with the
 * heat semigroup P, and v = D∇(B - A). Sinkhorn's iteration a = ln p₀ - B(0), b = ln p₁ - A(1) finds both in the log domain, so
 * that densities may span any range. It converges the faster, the further √(2D) reaches beside the distance that mass
 * has to go. Kept: mass.
 *
 * <p>Good values on the unit square: D from 0.001 to 0.1. Sources: E. Schrödinger, Sitzungsber. Preuß. Akad. Wiss. (1931);
 * M. Cuturi, Sinkhorn Distances, NIPS (2013); G. Peyré, M. Cuturi, Computational Optimal Transport, section 4.4.
 *
 * @param diffusivity D, length² per unit of time, positive and finite
 * @param tolerance what ∫|p(·,1) - p₁|/∫p₁ may be left, positive
 * @param mostSweeps the most iterations, at least 1
 * @serial exclude
 */
public record EntropicTransport(double diffusivity, double tolerance, int mostSweeps) implements Serializable {
    /** The difference of masses that is rounding. */
    private static final double SAME_MASS = 1e-12;

    /**
     * Makes the transport.
     *
     * @param diffusivity D, positive and finite
     * @param tolerance what may be left of the marginals, positive and finite
     * @param mostSweeps the most iterations, at least 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public EntropicTransport {
        Arguments.positive(diffusivity, "diffusivity");
        Arguments.positive(tolerance, "tolerance");
        Arguments.atLeastOne(mostSweeps, "mostSweeps");
    }

    /**
     * The transport to 1e-12 in at most 1000 sweeps.
     *
     * @param diffusivity D, positive and finite
     * @return the transport
     * @throws IllegalArgumentException if D is not positive or not finite
     */
    public static EntropicTransport of(double diffusivity) {
        return new EntropicTransport(diffusivity, 1e-12, 1000);
    }

    /**
     * The same to another tolerance.
     *
     * @param tolerance what ∫|p(·,1) - p₁|/∫p₁ may be left, positive and finite
     * @return the transport
     * @throws IllegalArgumentException if it is not positive or not finite
     */
    public EntropicTransport tolerance(double tolerance) {
        return new EntropicTransport(diffusivity, tolerance, mostSweeps);
    }

    /**
     * The same with another limit.
     *
     * @param mostSweeps the most iterations, at least 1
     * @return the transport
     * @throws IllegalArgumentException if it is less
     */
    public EntropicTransport mostSweeps(int mostSweeps) {
        return new EntropicTransport(diffusivity, tolerance, mostSweeps);
    }

    /**
     * Finds the bridge.
     *
     * @param start p₀, positive
     * @param end p₁ on the same grid, positive, of the same mass
     * @return the bridge from the one to the other
     * @throws IllegalArgumentException if the grids differ, a value is not positive or not finite, naming the first, the masses
     *     differ by more than 1e-12 or half the tolerance of them, the nodes are too far apart for the heat kernel, or D is
     *     above 100 squares of a period, when nothing is left of a way
     * @throws ArithmeticException if the marginals are not met after as many sweeps as may be
     * @throws CancellationException if the calling thread is interrupted, before the next sweep; its flag stays set
     */
    public SchroedingerBridge between(Field2D start, Field2D end) {
        return between(start, end, error -> {});
    }

    /**
     * Finds the bridge, and says how far it is. An interrupt of the calling thread ends the search before the next sweep.
     *
     * @param start p₀, positive
     * @param end p₁ on the same grid, positive, of the same mass
     * @param onSweep hears what is left of the marginals after each sweep from the second on; what it throws ends the search
     * @return the bridge from the one to the other
     * @throws IllegalArgumentException as {@link #between(Field2D, Field2D)}
     * @throws ArithmeticException likewise
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    public SchroedingerBridge between(Field2D start, Field2D end, DoubleConsumer onSweep) {
        Objects.requireNonNull(onSweep, "onSweep");
        positive(start, "start");
        positive(end, "end");
        Arguments.sameGrid(start.grid(), end.grid());
        double mass = mass(start);
        if (!(Math.abs(mass(end) - mass) <= Math.min(SAME_MASS, 0.5 * tolerance) * mass)) {
            throw new IllegalArgumentException("start and end must have one mass, got " + mass + " and " + mass(end));
        }
        return new SchroedingerBridge(this, start, end, onSweep);
    }

    private static void positive(Field2D density, String name) {
        Arguments.finite(density, name);
        double[] values = FieldAccess.values(density);
        int nx = density.grid().nx();
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] > 0)) {
                throw new IllegalArgumentException(
                        name + "[" + k % nx + "," + k / nx + "] must be > 0, got " + values[k]);
            }
        }
    }

    private static double mass(Field2D density) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : FieldAccess.values(density)) {
            sum.add(value);
        }
        return sum.value() * density.grid().dx() * density.grid().dy();
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the parameters, shortened if they have many digits
     */
    @Override
    public String toString() {
        return OneLine.of(
                "EntropicTransport[diffusivity=" + diffusivity + ", tolerance=" + tolerance + ", mostSweeps="
                        + mostSweeps + "]",
                String.format(
                        Locale.ROOT,
                        "EntropicTransport[D=%.4g, tolerance=%.4g, mostSweeps=%d]",
                        diffusivity,
                        tolerance,
                        mostSweeps));
    }
}
