package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * -Δu = f on the torus, between walls, or on the whole plane.
 *
 * <p>On the torus and between Neumann walls û = f̂/|κ|² for κ ≠ 0, with ∫u = 0, and there is a solution only if ∫f = 0.
 * Any other f is refused, never mended in silence; {@link #projectMean} mends it on request.
 */
public final class Poisson {
    /** Largest |mean(f)| / max|f| that passes for rounding: sums and samples of zero-mean data leave some ε. */
    private static final double MEAN_TOLERANCE = 1e-13;

    private static final FourierMultiplier INVERSE_LAPLACIAN =
            FourierMultiplier.of((kx, ky) -> kx == 0 && ky == 0 ? 0 : inverse(kx * kx + ky * ky));

    private Poisson() {}

    /** The inverse of an eigenvalue, or NaN, which no multiplier may be, where that has overflowed and 1/∞ would pass for 0. */
    static double inverse(double square) {
        return Math.abs(square) < Double.POSITIVE_INFINITY ? 1 / square : Double.NaN;
    }

    /**
     * Solves -Δu = f with mean(u) = 0.
     *
     * @param f the right-hand side, whose mean must vanish to 1e-13 of its largest modulus
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the mean does not vanish,
     *     quoting it, or the period of the box squared is beyond the doubles
     */
    public static Field2D solve(Field2D f) {
        return INVERSE_LAPLACIAN.apply(withoutMean(f, "-Δu = f"));
    }

    /**
     * How far u can be trusted: whether the grid resolves f and u, and what becomes of f's errors on the way. Gains are
     * relative ones, from errors of f beside ‖f‖ to errors of u beside ‖u‖, so that the amplification is the condition
     * number for this f. {@code Tolerances.standard().check(…)} throws on what is not to be trusted.
     *
     * @param f the right-hand side, as {@link #solve(Field2D)} takes it
     * @return the figures, at time 0
     * @throws IllegalArgumentException as {@link #solve(Field2D)}
     */
    public static Certificate certificate(Field2D f) {
        return TorusEvidence.ofSolving(f, solve(f), INVERSE_LAPLACIAN);
    }

    /** A right-hand side, if its mean vanishes, as an equation that knows no constants needs. */
    static Field2D withoutMean(Field2D f, String equation) {
        Arguments.finite(f, "f");
        checkMean(f, equation, "a periodic solution");
        return f;
    }

    private static void checkMean(Field2D f, String equation, String solution) {
        double mean = f.mean();
        if (Math.abs(mean) > MEAN_TOLERANCE * f.maxNorm()) {
            throw new IllegalArgumentException("mean(f) must be 0 for " + equation + " to have " + solution + ", got "
                    + mean + "; Poisson.projectMean(f) removes it");
        }
    }

    /**
     * Solves -Δu = f between walls, with mean(u) = 0 if all of them are Neumann walls.
     *
     * <p>What is solved is the sum of the box's waves that f's samples are, exactly. If f does not vanish at a Dirichlet
     * wall that sum overshoots there, and u is off by what f is at the wall times the square of the spacing. One such f is
     * met often, so it is split off and solved on its own, exactly: a value that all samples along the walls share to 1e-8,
     * as those of a uniform load do, noise and all. That takes three nodes each way. What varies along a wall by more than
     * that is not split, and errs as above.
     *
     * @param f the right-hand side, on a grid that {@link Box#grid} makes; between Neumann walls alone its mean must
     *     vanish to 1e-13 of its largest modulus
     * @param box the walls
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, the field does not lie on the
     *     centres of the box's cells, there are Neumann walls alone and the mean does not vanish, quoting it, or the
     *     length of the box squared is beyond the doubles
     */
    public static Field2D solve(Field2D f, Box box) {
        Objects.requireNonNull(box, "box").checked(f, "f");
        if (box.isInsulated()) {
            checkMean(f, "-Δu = f", "a solution between Neumann walls");
            return INVERSE_LAPLACIAN.apply(f, box);
        }
        double load = Torsion.load(f);
        return load == 0
                ? INVERSE_LAPLACIAN.apply(f, box)
                : INVERSE_LAPLACIAN
                        .apply(f.minus(load), box)
                        .plus(Torsion.of(box, f.grid()).times(load));
    }

    /**
     * How far u between walls can be trusted: {@link #certificate(Field2D)}, with the box's waves. Of a load that is split
     * off nothing is unknown, so that only what is left of f and of u counts. Of one that does not vanish at a Dirichlet
     * wall otherwise the error says what that costs, some hundred times over, since samples at the centres of cells happen
     * to err least there.
     *
     * @param f the right-hand side, as {@link #solve(Field2D, Box)} takes it
     * @param box the walls
     * @return the figures, at time 0
     * @throws IllegalArgumentException as {@link #solve(Field2D, Box)}
     */
    public static Certificate certificate(Field2D f, Box box) {
        Field2D u = solve(f, box);
        Field2D rest = box.isInsulated() ? f : f.minus(Torsion.load(f));
        return BoxEvidence.ofSolving(f, u, rest, INVERSE_LAPLACIAN, box);
    }

    /**
     * Solves -Δu = f on the whole plane, f being 0 outside its grid: u = ∫ f(y)·ln(1/|x-y|)/2π dy, which falls as the
     * logarithm of the distance far away. Exact to rounding for what the grid resolves.
     *
     * <p>The kernel is cut off beyond the diameter of the grid, where it is not needed, and has then a smooth transform
     * (F. Vico, L. Greengard, M. Ferrando, J. Comput. Phys. 323, 2016). The transforms are of a grid longer by that
     * diameter: about six times as many samples for a square, many more for a long rectangle.
     *
     * @param f the right-hand side, which must have fallen to 1e-10 of its largest modulus on the outermost nodes
     * @return u, on the same grid
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or f does not vanish towards the
     *     edges of its grid, or the longer grid does not fit into an array or the heap
     */
    public static Field2D freeSpace(Field2D f) {
        return new FreeSpace(Arguments.finite(f, "f")).solution();
    }

    /**
     * How far u on the whole plane can be trusted: {@link #certificate(Field2D)}, with the waves of the longer grid, on
     * which what f has at its edges is a jump.
     *
     * @param f the right-hand side, as {@link #freeSpace} takes it
     * @return the figures, at time 0
     * @throws IllegalArgumentException as {@link #freeSpace}
     */
    public static Certificate freeSpaceCertificate(Field2D f) {
        return new FreeSpace(Arguments.finite(f, "f")).certificate();
    }

    /**
     * f - mean(f), the nearest right-hand side that has a solution. A constant becomes exactly 0.
     *
     * @param f any field
     * @return the field without its mean
     */
    public static Field2D projectMean(Field2D f) {
        Objects.requireNonNull(f, "f");
        if (f.min() == f.max()) {
            return f.map(value -> 0);
        }
        // The mean is rounded, which is much beside what is left of a field that hardly varies: that has a mean again.
        Field2D rest = f.minus(f.mean());
        return rest.minus(rest.mean());
    }
}
