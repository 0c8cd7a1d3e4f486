package org.modewise.pde;

import java.io.Serializable;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;

/**
 * -Δu - k²u = f on the torus: û = f̂/(|κ|² - k²).
 *
 * <p>The standing waves of angular wavenumber k that f drives. There is exactly one solution unless k² is an eigenvalue
 * |κ|² of -Δ, where it is resonant: then there is none, or many. Resonance is refused, quoting the eigenvalue, when k² is
 * within 1e-10 of one, relative to k²; near it u is as much larger than f as k² is nearer, and loses as many digits:
 * k itself is rounded. Only waves that the grid holds count.
 *
 * <p>Good values on the unit square: k = 21, whose square lies between the eigenvalues 4π²·10 and 4π²·13.
 *
 * @param wavenumber k, radians per length, above 0 and finite
 * @serial exclude
 */
public record Helmholtz(double wavenumber) implements Serializable {
    private static final double RESONANCE = 1e-10;

    /**
     * Makes the equation.
     *
     * @param wavenumber k, above 0 and finite
     * @throws IllegalArgumentException if k is not above 0, NaN or infinite; k = 0 is {@link Poisson}
     */
    public Helmholtz {
        Arguments.positive(wavenumber, "wavenumber");
    }

    /**
     * Solves -Δu - k²u = f.
     *
     * @param f the right-hand side
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or k² is an eigenvalue of -Δ on
     *     the grid, quoting it, or |κ|² - k² or its inverse is beyond the doubles
     */
    public Field2D solve(Field2D f) {
        Arguments.finite(f, "f");
        double nearest = nearestWavenumber(f.grid());
        double ratio = nearest / wavenumber;
        if (Math.abs((ratio - 1) * (ratio + 1)) <= RESONANCE) {
            throw new IllegalArgumentException("wavenumber^2 must be no eigenvalue of -Δ, got wavenumber " + wavenumber
                    + ", in resonance with the eigenvalue " + nearest * nearest);
        }
        return inverse().apply(f);
    }

    private FourierMultiplier inverse() {
        return FourierMultiplier.of((kx, ky) -> Poisson.inverse(gap(Math.hypot(kx, ky))));
    }

    /**
     * How far u can be trusted: whether the grid resolves f and u, and what becomes of f's errors on the way. The error also counts
     * the rounding of k, k²/||κ|²-k²| times as large for the wave nearest to resonance. Gains are
     * relative ones, from errors of f beside ‖f‖ to errors of u beside ‖u‖, so that the amplification is the condition
     * number for this f. {@code Tolerances.standard().check(…)} throws on what is not to be trusted.
     *
     * @param f the right-hand side, as {@link #solve} takes it
     * @return the figures, at time 0
     * @throws IllegalArgumentException as {@link #solve}
     */
    public Certificate certificate(Field2D f) {
        Certificate certificate = TorusEvidence.ofSolving(f, solve(f), inverse());
        double distance = Math.abs(gap(nearestWavenumber(f.grid()))) / wavenumber / wavenumber;
        return f.maxNorm() == 0 ? certificate : certificate.withError(Math.ulp(1.0) / distance);
    }

    /** |κ|² - k², by a difference that cancels no rounding of squares. */
    private double gap(double k) {
        return (k - wavenumber) * (k + wavenumber);
    }

    /**
     * The eigenvalue |κ|² of -Δ nearest to k², among the waves that a grid holds: how far from resonance it is.
     *
     * @param grid the grid
     * @return |κ|² of the wave whose wavenumber squared is nearest to k²
     */
    public double nearestEigenvalue(Grid2D grid) {
        double nearest = nearestWavenumber(grid);
        return nearest * nearest;
    }

    private double nearestWavenumber(Grid2D grid) {
        double nearest = 0;
        for (int my = 0; my <= grid.ny() / 2; my++) {
            for (int mx = 0; mx <= grid.nx() / 2; mx++) {
                double k = Math.hypot(grid.kx(mx), grid.ky(my));
                if (Math.abs(gap(k)) < Math.abs(gap(nearest))) {
                    nearest = k;
                }
            }
        }
        return nearest;
    }
}
