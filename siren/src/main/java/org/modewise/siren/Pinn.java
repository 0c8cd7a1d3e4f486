package org.modewise.siren;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.modewise.core.CorruptFileException;
import org.modewise.siren.optimizer.DampingRule;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/**
 * min w₁·mean r₁² + w₂·mean r₂² + …: a network that solves an equation because it makes residuals small, at points inside
 * and on the boundary. Physics-informed training.
 *
 * <p>{@code Pinn.residual(PinnEquations.heat(0.1), inside).initial(u -> u.coordinate("x").times(Math.PI).sin(), inside, 50)
 * .dirichlet("x", u -> Expression.constant(0), inside, 50).run()} is heat between walls, if {@code inside} is
 * {@code Points.sobol(Domain.of("x", 0, 1).and("t", 0, 1), 1000)}. All points are of one domain; those of a condition are
 * moved to where it holds. Weights from 10 to 100 are good for conditions whose u is about 1, beside an equation of weight
 * 1.
 *
 * <p>Each residual is traced once into a formula and compiled; the derivatives in it are exact. {@link PinnEquations} has
 * the usual ones. A residual may name unknown numbers, {@link Expression#coefficient}, which data then determine along with
 * u: an inverse problem.
 *
 * <p>What is solved is a least squares problem, so its error is not that of the residual: it is as good as the points are
 * many and the weights balanced, and for transport over long times or with shocks it may be far off. A layer thinner than
 * the gaps between points can hide in one: {@link #refined} adds points where the residual is large. Where
 * {@code org.modewise.pde} has an exact solution, use that. Of optimisers, Levenberg and Marquardt's is good for Poisson's
 * equation and for coefficients, {@link org.modewise.siren.optimizer.SelfScaledBroyden} with some thousand steps for most
 * others, for shocks, and for coefficients that a shock alone tells, with layers of tanh. Immutable, safe to share between
 * threads. Sources: Raissi, Perdikaris and Karniadakis, J. Comput. Phys. 378 (2019); for the points Wu, Zhu, Tan, Kartha and
 * Lu, Comput. Methods Appl. Mech. Engrg. 403 (2023).
 */
public final class Pinn implements TrainingSettings<Pinn> {
    private static final int DEFAULT_STEPS = 300;
    private static final int DEFAULT_POINTS = 1024;

    private final Requirements requirements;
    private final StartNetwork start;
    private final Optimizer optimizer;
    private final Training training;

    private Pinn(Requirements requirements, StartNetwork start, Optimizer optimizer, Training training) {
        this.requirements = requirements;
        this.start = start;
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
        this.training = Objects.requireNonNull(training, "training");
    }

    /**
     * Begins with the equation, of weight 1, at 1024 points of the unit square and of times from 0 to 1: see {@link #points}
     * for others.
     *
     * @param residual what should be zero inside, such as {@code u -> u.t().minus(u.laplacian().times(0.015))}
     * @return settings as {@link #residual(Function, Points)}
     */
    public static Pinn residual(Function<Unknown, Expression> residual) {
        Domain unit = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
        return residual(residual, Points.sobol(unit, DEFAULT_POINTS));
    }

    /**
     * Begins with the equation, of weight 1. An equation alone has many solutions, and training ends at any: conditions say
     * which one is meant.
     *
     * @param residual what should be zero inside, such as {@code u -> u.t().minus(u.laplacian().times(0.015))}
     * @param points where; their domain is the network's box
     * @return settings: two layers of 24 sines with ω₀ = 5, 300 steps of Levenberg and Marquardt, boldly damped
     * @throws IllegalArgumentException if the residual names an axis that the domain does not have, or neither the unknown
     *     function nor a coefficient, or the heap cannot hold the points once more, as training needs them
     */
    public static Pinn residual(Function<Unknown, Expression> residual, Points points) {
        Requirement equation = Requirement.of(residual, points, 1);
        return new Pinn(
                        new Requirements(List.of(equation)),
                        StartNetwork.of(0),
                        LevenbergMarquardt.standard().damping(1e-3).rule(DampingRule.DELAYED),
                        Training.of(DEFAULT_STEPS))
                .checked();
    }

    private Pinn checked() {
        compiled().check();
        return this;
    }

    private Pinn with(Requirements other) {
        return new Pinn(other, start, optimizer, training).checked();
    }

    private Pinn with(StartNetwork other) {
        return new Pinn(requirements, other, optimizer, training).checked();
    }

    /**
     * The same with the equation at other points, before there are conditions if they are of another domain.
     *
     * @param where the points; their domain is the network's box
     * @return new settings
     * @throws IllegalArgumentException if a condition or the network to go on from is of another domain, or the residual
     *     names an axis that the domain does not have
     */
    public Pinn points(Points where) {
        return with(requirements.at(where));
    }

    /**
     * The same with one more residual: an initial or boundary condition.
     *
     * @param residual what should be zero there, such as {@code u -> u.value()} or {@code u -> u.x()}
     * @param points where
     * @param weight how much it counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException if the points are of another domain, the residual names an axis that it does not
     *     have, or {@code weight} is not positive and finite
     */
    public Pinn condition(Function<Unknown, Expression> residual, Points points, double weight) {
        return with(requirements.and(Requirement.of(residual, points, weight)));
    }

    /**
     * The same with one more residual, which looks at values observed at its points: {@link Unknown#observed}.
     *
     * @param residual what should be zero there, such as {@code u -> u.x().minus(u.observed())}
     * @param points where
     * @param observed one finite number a point; copied
     * @param weight how much it counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException as {@link #condition(Function, Points, double)}, or if there are not as many
     *     observed values as points, or one is not finite
     */
    public Pinn condition(Function<Unknown, Expression> residual, Points points, double[] observed, double weight) {
        return with(requirements.and(Requirement.of(residual, points, observed, weight)));
    }

    /**
     * The same with u = g at the beginning, the lower end of t.
     *
     * @param g of the coordinates, such as {@code u -> u.coordinate("x").times(Math.PI).sin()}
     * @param points which are moved there
     * @param weight how much it counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException as {@link #condition(Function, Points, double)}, or if there is no t
     */
    public Pinn initial(Function<Unknown, Expression> g, Points points, double weight) {
        return with(requirements.initial(g, points, weight));
    }

    /**
     * The same with u = g on the two walls at the ends of an axis.
     *
     * @param axis which
     * @param g of the coordinates, such as {@code u -> Expression.constant(0)}
     * @param points which are moved onto either wall
     * @param weight how much each wall counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException as {@link #condition(Function, Points, double)}, or if there is no such axis
     */
    public Pinn dirichlet(String axis, Function<Unknown, Expression> g, Points points, double weight) {
        Objects.requireNonNull(g, "g");
        return with(requirements.walls("dirichlet", axis, u -> u.value().minus(g.apply(u)), points, weight));
    }

    /**
     * The same with ∂u/∂axis = g on the two walls at the ends of an axis.
     *
     * @param axis which
     * @param g of the coordinates; it is the derivative along the axis, not the outward one
     * @param points which are moved onto either wall
     * @param weight how much each wall counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException as {@link #condition(Function, Points, double)}, or if there is no such axis
     */
    public Pinn neumann(String axis, Function<Unknown, Expression> g, Points points, double weight) {
        Objects.requireNonNull(g, "g");
        return with(requirements.walls("neumann", axis, u -> u.first(axis).minus(g.apply(u)), points, weight));
    }

    /**
     * The same with u as it was observed at some points.
     *
     * @param points where
     * @param observed u there, one finite number a point; copied
     * @param weight how much it counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException as {@link #condition(Function, Points, double[], double)}
     */
    public Pinn data(Points points, double[] observed, double weight) {
        return condition(u -> u.value().minus(u.observed()), points, observed, weight);
    }

    /**
     * The same with a network that is periodic along some axes, exactly and with all its derivatives: no points are needed
     * at the ends. The angles of its first layer advance by whole turns from one end to the other, and stay so: by
     * none or one, or by up to ω₀/(dπ) if that is more, d the number of axes. Source: Dong and Ni, J. Comput. Phys. 435
     * (2021), whose layer is one of these.
     *
     * @param axes which; none for a network that is periodic along none
     * @return new settings, with a random start
     * @throws IllegalArgumentException if the domain does not have an axis, or one comes twice
     */
    public Pinn periodic(String... axes) {
        return with(start.periodic(axes));
    }

    /**
     * The same with other hidden layers, as {@link Architecture#hidden(int...)} makes them.
     *
     * @param widths their widths, each at least 1
     * @return new settings, with a random start
     * @throws IllegalArgumentException if there is none, or a width is below 1
     */
    public Pinn hidden(int... widths) {
        return with(start.layers(layers -> layers.widths(widths)));
    }

    /**
     * The same with other frequencies, as {@link Architecture#omega0(double...)} makes them. 1 to 5 are good: 30, which
     * suits pictures, makes derivatives too rough.
     *
     * @param values ω₀ of all layers of sines, or one for each hidden layer
     * @return new settings, with a random start
     * @throws IllegalArgumentException as {@link Architecture#omega0(double...)}
     */
    public Pinn omega0(double... values) {
        return with(start.layers(layers -> layers.omega0(values)));
    }

    /**
     * The same with hidden layers of another kind, tanh for shocks for instance, as
     * {@link Architecture#activation(Activation...)} makes them, but sines that take another kind's place have the ω₀ that
     * was said last, or 5.
     *
     * @param values of all layers but features, or one for each hidden layer
     * @return new settings, with a random start
     * @throws IllegalArgumentException as {@link Architecture#activation(Activation...)}, or if the network is periodic and
     *     its first layer has no sines
     */
    public Pinn activation(Activation... values) {
        return with(start.layers(layers -> layers.activation(values)));
    }

    /**
     * The same with random Fourier features as the first layer, as {@link Architecture#features(double)} makes them. Second
     * derivatives grow as σ², so a small one is good: at most the number of waves per side that the solution has. Twice that
     * may lose it.
     *
     * @param sigma σ in waves per side of the box, from 1e-8 to 1e7
     * @return new settings, with a random start
     * @throws IllegalArgumentException if σ is out of range, or the network is periodic
     */
    public Pinn features(double sigma) {
        return with(start.layers(layers -> layers.features(sigma)));
    }

    /**
     * The same with another seed.
     *
     * @param other any number
     * @return new settings, with a random start
     */
    public Pinn seed(long other) {
        // Another random start fits wherever one did: nothing to compile for a check.
        return new Pinn(requirements, start.seed(other), optimizer, training);
    }

    /**
     * The same, to go on from what a training has found: its network and its coefficients, but not what its optimiser knew.
     * {@link #resume} goes on with that, too.
     *
     * @param fit of a training on the same domain; its widths and frequencies become those of these settings
     * @return new settings
     * @throws IllegalArgumentException if its network's box or axes are not the domain's, or the network is not periodic
     *     where these settings are
     */
    public Pinn from(Fit fit) {
        return with(start.from(fit));
    }

    /** The same to look at a network, which need not be periodic for that. */
    private CompiledPinn at(Fit fit) {
        CompiledPinn looking =
                new CompiledPinn(requirements, start.periodic(new String[0]).from(fit), training);
        looking.check();
        return looking;
    }

    /**
     * The same, to go on from what a training has found with more points for the equation beside those there are, drawn from
     * a larger number: p ∝ |r|/mean |r| + 1, r the equation's residual. Thus points go where the equation does not hold yet,
     * and what has been learned at the others is not forgotten. A few rounds of this find a layer that no even points would.
     *
     * <p>The optimiser begins anew with the other points: what it has found out about the old loss, such as an inverse
     * Hessian or a damping, is not carried over, and the first steps of each round pay for that. So a round should be long:
     * for {@link org.modewise.siren.optimizer.SelfScaledBroyden} longer than there are parameters.
     *
     * @param fit of a training on the same domain
     * @param candidates to draw from, many more than are drawn, and others than in earlier rounds
     * @param count how many are added, from 1 to the number of candidates
     * @return new settings
     * @throws IllegalArgumentException if {@code count} is out of range, the candidates are of another domain, or the
     *     network's box is not the domain
     */
    public Pinn refined(Fit fit, Points candidates, int count) {
        Points more = drawn(fit, candidates, count);
        return from(fit).points(requirements.equation().points().and(more));
    }

    /**
     * The same, to go on from what a training has found with the equation at as many points as before, drawn anew from a
     * larger number: p ∝ |r|/mean |r| + 1, r the equation's residual. It takes no more time than the points before, but what
     * is learned scatters from round to round as they do: {@link #refined} gets farther.
     *
     * @param fit of a training on the same domain
     * @param candidates to draw from, more than the equation's points, ten times as many for instance
     * @return new settings
     * @throws IllegalArgumentException if the candidates are fewer than the points or of another domain, or the network's
     *     box is not the domain
     */
    public Pinn redrawn(Fit fit, Points candidates) {
        return from(fit)
                .points(drawn(fit, candidates, requirements.equation().points().size()));
    }

    private Points drawn(Fit fit, Points candidates, int count) {
        Requirements.check(candidates, requirements.domain());
        // Another seed each round: with one and the same, the same candidates would be lucky again.
        return at(fit).drawn(candidates, count, start.seed() ^ Double.doubleToLongBits(fit.loss()));
    }

    /**
     * The equation's residual, for a look at where it holds.
     *
     * @param fit of a training on the same domain
     * @param points where
     * @return a new array, one number a point
     * @throws IllegalArgumentException if the points are of another domain, or the network's box is not the domain
     */
    public double[] residuals(Fit fit, Points points) {
        Requirements.check(points, requirements.domain());
        return at(fit).residuals(points);
    }

    /**
     * The same with another optimiser.
     *
     * @param other makes the loss small
     * @return new settings
     */
    public Pinn optimizer(Optimizer other) {
        return new Pinn(requirements, start, other, training);
    }

    @Override
    public Training training() {
        return training;
    }

    @Override
    public Pinn training(Training other) {
        return new Pinn(requirements, start, optimizer, other);
    }

    /**
     * What network is trained.
     *
     * @return its widths, frequencies and box
     */
    public Architecture architecture() {
        return start.architecture(requirements.domain());
    }

    private CompiledPinn compiled() {
        return new CompiledPinn(requirements, start, training);
    }

    /**
     * The loss of a network, whatever it was made by: that of an exact solution is what rounding leaves. Unknown
     * coefficients are where they start.
     *
     * @param siren a network of the domain's coordinates, on its box
     * @return Σ w·mean r²
     * @throws IllegalArgumentException if its box is not the domain
     */
    public double loss(Siren siren) {
        return at(new Fit(Objects.requireNonNull(siren, "siren"), List.of(), FitStatus.COMPLETED, start.known()))
                .loss();
    }

    /**
     * Trains, from the start, as {@link Fitting#run} does.
     *
     * @return the network and how it came about
     * @throws IllegalArgumentException if the heap cannot hold the training, naming the bytes needed
     * @throws UncheckedIOException if a checkpoint cannot be written
     */
    public Fit run() {
        return compiled().run(optimizer);
    }

    /**
     * Trains on from a checkpoint, as {@link Fitting#resume} does, with the bits of a run without a break.
     *
     * @param file what a run with these settings has written
     * @return the network and how it came about, from the first run's start
     * @throws CorruptFileException if the file is none, is cut off, damaged or too large for the heap
     * @throws IllegalArgumentException if it belongs to another architecture, optimiser, seed or equation, to other
     *     coefficients or periodic axes, or to another version or kind of processor that gives other bits
     * @throws IOException if the file cannot be read
     * @throws UncheckedIOException if a checkpoint cannot be written
     */
    public Fit resume(Path file) throws IOException {
        return compiled().trainer(optimizer).resume(Objects.requireNonNull(file, "file"));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the network's widths, the number of residuals and of points
     */
    @Override
    public String toString() {
        return "Pinn[" + architecture().widths() + ", " + requirements.all().size() + " residuals, "
                + requirements.points() + " points]";
    }
}
