package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/**
 * v(x,y,t): a velocity that varies in space, and perhaps in time, for {@link VariableTransport} and
 * {@link ContinuityEquation}.
 *
 * <p>It must be periodic, as the fields are that it carries, and smooth for paths to be accurate: what passes faster
 * than a hundredth of t may be missed. One that is not periodic, such as that of a rotation, is one {@link #onPlane()}:
 * fields are then 0 outside their rectangle. The divergence, which densities need, is found by differences unless it is
 * given: accurate to 1e-12 for waves of an eighth of the period or longer, at the cost of twenty evaluations; what they
 * show to be less smooth near a node is refused, and takes a given one. Immutable, safe to share between threads if its functions are;
 * functions are not data, so it is not serializable.
 *
 * <p>Good values: {@code Velocity.steady((x, y) -> Math.sin(2 * Math.PI * y), (x, y) -> 0)}, a shear;
 * {@code Velocity.steady((x, y) -> -y, (x, y) -> x).divergenceFree().onPlane()}, a turn in the time 2π.
 */
public final class Velocity {
    private static final SpaceTimeFunction NO_DIVERGENCE = (x, y, t) -> 0;

    private final VelocitySource source;
    /** Null if the source knows it. */
    private final SpaceTimeFunction divergence;

    private final boolean plane;

    private Velocity(VelocitySource source, SpaceTimeFunction divergence, boolean plane) {
        this.source = source;
        this.divergence = divergence;
        this.plane = plane;
    }

    /**
     * A velocity that changes in time.
     *
     * @param vx the component along x
     * @param vy the component along y
     * @return the velocity
     */
    public static Velocity of(SpaceTimeFunction vx, SpaceTimeFunction vy) {
        return new Velocity(
                new VelocityFunctions(Objects.requireNonNull(vx, "vx"), Objects.requireNonNull(vy, "vy"), false),
                null,
                false);
    }

    /**
     * A velocity that does not change in time.
     *
     * @param vx the component along x
     * @param vy the component along y
     * @return the velocity
     */
    public static Velocity steady(DoubleBinaryOperator vx, DoubleBinaryOperator vy) {
        Objects.requireNonNull(vx, "vx");
        Objects.requireNonNull(vy, "vy");
        return new Velocity(
                new VelocityFunctions((x, y, t) -> vx.applyAsDouble(x, y), (x, y, t) -> vy.applyAsDouble(x, y), true),
                null,
                false);
    }

    /**
     * A velocity of samples, which does not change in time. Its trigonometric interpolant counts, and the divergence of
     * that.
     *
     * @param v the samples, on any grid whose periods are whole fractions of those of the fields to carry
     * @return the velocity
     * @throws IllegalArgumentException if a sample is NaN or infinite, naming the first, or the sums over the samples
     *     are
     */
    public static Velocity of(VectorField2D v) {
        return new Velocity(new VelocitySamples(Objects.requireNonNull(v, "v")), null, false);
    }

    /**
     * The same velocity, whose divergence need not be found by differences. At sixteen points it is compared with those:
     * what contradicts them at three, or the interpolant's own if the velocity is one of samples, is refused by {@code solve}
     * and {@code at}. Where differences over one, two and four millionths of a period disagree, as they do across a kink, they
     * contradict nothing; elsewhere 1e-9 of the slope there and of 2π|v|/l is rounding, and more far from the origin.
     *
     * @param divergence ∂ₓvₓ + ∂_yv_y; where the velocity has a kink, on either side of it
     * @return the velocity that knows it
     */
    public Velocity divergence(SpaceTimeFunction divergence) {
        return new Velocity(source, Objects.requireNonNull(divergence, "divergence"), plane);
    }

    /**
     * The same velocity, known to move areas without changing them; compared at some points, as {@link #divergence} is.
     *
     * @return the velocity whose divergence is 0
     */
    public Velocity divergenceFree() {
        return divergence(NO_DIVERGENCE);
    }

    /**
     * The same velocity on the whole plane: it may be what it likes outside a field's rectangle, where the field is 0.
     * Along an axis of one node a field is constant, on the plane too, and has no edge to leave by: what crosses a line is
     * carried along it by the velocity where it passes.
     *
     * @return the velocity that need not be periodic
     */
    public Velocity onPlane() {
        return new Velocity(source, divergence, true);
    }

    /** Whether it is known to keep areas. */
    boolean isDivergenceFree() {
        return divergence == NO_DIVERGENCE;
    }

    /** Whether it does not change in time; its given divergence is a function of it all the same. */
    boolean isSteady() {
        return source.isSteady();
    }

    /** Whether somebody has said what its divergence is. */
    boolean isDivergenceGiven() {
        return divergence != null;
    }

    /** Whether fields are 0 outside their rectangle. */
    boolean isOnPlane() {
        return plane;
    }

    /** A new sampler, for paths from the nodes of a grid. */
    VelocitySampler sampler(Grid2D grid) {
        VelocitySampler sampler = source.sampler(grid);
        return divergence == null ? sampler : new GivenDivergence(sampler, divergence);
    }

    /** Places where a given divergence is compared with the velocity. */
    private static final int CHECKS = 16;
    /** How many of them must contradict it: differences may be wrong where the velocity has a kink. */
    private static final int CONTRADICTIONS = 3;
    /** How far they are from the edges, in periods: farther than differences reach. */
    private static final double INSET = 0.05;

    private record GivenDivergence(VelocitySampler sampler, SpaceTimeFunction given) implements VelocitySampler {
        @Override
        public void velocity(double t, int count, double[] x, double[] y, double[] vx, double[] vy) {
            sampler.velocity(t, count, x, y, vx, vy);
        }

        @Override
        public void divergence(double t, int count, double[] x, double[] y, double[] divergence) {
            for (int p = 0; p < count; p++) {
                divergence[p] = VelocitySampler.finite(given.at(x[p], y[p], t), "the divergence", x[p], y[p], t);
            }
        }

        /** At points whose fractions are multiples of those of the plastic number, away from the edges of a plane. */
        @Override
        public void checkGiven(Grid2D grid, double t, double turning) {
            int contradictions = 0;
            for (int p = 1; p <= CHECKS; p++) {
                double x = grid.x0() + grid.lx() * (INSET + (1 - 2 * INSET) * (p * 0.7548776662466927 % 1));
                double y = grid.y0() + grid.ly() * (INSET + (1 - 2 * INSET) * (p * 0.5698402909980532 % 1));
                double divergence = VelocitySampler.finite(given.at(x, y, t), "the divergence", x, y, t);
                double own = contradiction(t, x, y, divergence, turning);
                if (!Double.isNaN(own) && ++contradictions == CONTRADICTIONS) {
                    throw new IllegalArgumentException("the divergence must be that of the velocity, got " + divergence
                            + " for " + own + " at (" + x + ", " + y + "), t = " + t
                            + "; Velocity.divergence takes dvx/dx + dvy/dy, and without it the velocity's own counts");
                }
            }
        }

        @Override
        public double contradiction(double t, double x, double y, double divergence, double turning) {
            return sampler.contradiction(t, x, y, divergence, turning);
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return where it comes from, whether its divergence is given, and whether it lies on the plane
     */
    @Override
    public String toString() {
        return "Velocity[" + source + (divergence == null ? "" : ", divergence given") + (plane ? ", plane" : ", torus")
                + "]";
    }
}
