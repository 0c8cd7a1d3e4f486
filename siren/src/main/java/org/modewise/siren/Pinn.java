package org.modewise.siren;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.PartRunner;
import org.modewise.siren.engine.Term;
import org.modewise.siren.engine.TiledLoss;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/**
 * min w₁·mean r₁² + w₂·mean r₂² + …: a network that solves an equation because it makes residuals small, at points inside
 * and on the boundary. Physics-informed training.
 *
 * <p>Each residual is traced once into a formula and compiled; the derivatives in it are exact. What is solved is a least
 * squares problem, so its error is not that of the residual: it is as good as the points are many and the weights balanced,
 * and for transport over long times or with shocks it may be far off. Where {@code org.modewise.pde} has an exact solution,
 * use that. Immutable, safe to share between threads. Source: Raissi, Perdikaris and Karniadakis, J. Comput. Phys. 378
 * (2019).
 */
public final class Pinn {
    private static final int DEFAULT_STEPS = 300;
    private static final int DEFAULT_POINTS = 1024;

    private final List<Requirement> requirements;
    private final int[] hidden;
    private final double[] omega0;
    private final long seed;
    private final Optimizer optimizer;
    private final Training training;

    private Pinn(
            List<Requirement> requirements,
            int[] hidden,
            double[] omega0,
            long seed,
            Optimizer optimizer,
            Training training) {
        this.requirements = List.copyOf(requirements);
        this.hidden = hidden;
        this.omega0 = omega0;
        this.seed = seed;
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
     * Begins with the equation, of weight 1.
     *
     * @param residual what should be zero inside, such as {@code u -> u.t().minus(u.laplacian().times(0.015))}
     * @param points where; their domain is the network's box
     * @return settings: two layers of 24 sines with ω₀ = 5, 300 steps of Levenberg and Marquardt
     * @throws IllegalArgumentException if the residual names an axis that the domain does not have
     */
    public static Pinn residual(Function<Unknown, Expression> residual, Points points) {
        Requirement equation = Requirement.of(residual, points, 1);
        return new Pinn(
                        List.of(equation),
                        new int[] {24, 24},
                        new double[] {5},
                        0,
                        LevenbergMarquardt.standard(),
                        Training.of(DEFAULT_STEPS))
                .checked();
    }

    private Pinn checked() {
        terms();
        return this;
    }

    /**
     * The same with the equation at other points, before there are conditions if they are of another domain.
     *
     * @param where the points; their domain is the network's box
     * @return new settings
     * @throws IllegalArgumentException if a condition is of another domain, or the residual names an axis that the domain
     *     does not have
     */
    public Pinn points(Points where) {
        List<Requirement> moved = new ArrayList<>(requirements);
        moved.set(0, new Requirement(requirements.get(0).residual(), where, 1));
        requirements.stream().skip(1).forEach(condition -> checkDomain(condition.points(), where.domain()));
        return new Pinn(moved, hidden, omega0, seed, optimizer, training).checked();
    }

    private static void checkDomain(Points points, Domain domain) {
        if (!points.domain().equals(domain)) {
            throw new IllegalArgumentException("points must be of " + domain + ", got some of " + points.domain());
        }
    }

    /**
     * The same with one more residual: an initial or boundary condition, or data.
     *
     * @param residual what should be zero there, such as {@code u -> u.value()} or {@code u -> u.x()}
     * @param points where
     * @param weight how much it counts, positive and finite
     * @return new settings
     * @throws IllegalArgumentException if the points are of another domain, the residual names an axis that it does not
     *     have, or {@code weight} is not positive and finite
     */
    public Pinn condition(Function<Unknown, Expression> residual, Points points, double weight) {
        Requirement condition = Requirement.of(residual, points, weight);
        checkDomain(points, domain());
        List<Requirement> more = new ArrayList<>(requirements);
        more.add(condition);
        return new Pinn(more, hidden, omega0, seed, optimizer, training).checked();
    }

    /**
     * The same with other hidden layers.
     *
     * @param widths their widths, each at least 1
     * @return new settings
     * @throws IllegalArgumentException if there is none, or a width is below 1
     */
    public Pinn hidden(int... widths) {
        return new Pinn(requirements, widths.clone(), omega0, seed, optimizer, training).checked();
    }

    /**
     * The same with other frequencies.
     *
     * @param values ω₀ of each hidden layer, or one for all
     * @return new settings
     * @throws IllegalArgumentException if their number is neither 1 nor that of the layers, or one is not positive and finite
     */
    public Pinn omega0(double... values) {
        return new Pinn(requirements, hidden, values.clone(), seed, optimizer, training).checked();
    }

    /**
     * The same with another seed.
     *
     * @param other any number
     * @return new settings
     */
    public Pinn seed(long other) {
        return new Pinn(requirements, hidden, omega0, other, optimizer, training);
    }

    /**
     * The same with another optimiser.
     *
     * @param other makes the loss small
     * @return new settings
     */
    public Pinn optimizer(Optimizer other) {
        return new Pinn(requirements, hidden, omega0, seed, other, training);
    }

    /**
     * The same with other settings of the training.
     *
     * @param other how long, and who helps
     * @return new settings
     */
    public Pinn training(Training other) {
        return new Pinn(requirements, hidden, omega0, seed, optimizer, other);
    }

    /**
     * The same with another number of steps.
     *
     * @param most the most steps, at least 0
     * @return new settings
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public Pinn steps(int most) {
        return training(training.steps(most));
    }

    /**
     * The same with another listener.
     *
     * @param hearer hears of every step, on the calling thread
     * @return new settings
     */
    public Pinn onStep(Consumer<Progress> hearer) {
        return training(training.onStep(hearer));
    }

    /**
     * The same on more threads, with the same bits.
     *
     * @param executor lends its threads; it stays the caller's
     * @param threads how many work at most, at least 1
     * @return new settings
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public Pinn parallel(Executor executor, int threads) {
        return training(training.parallel(executor, threads));
    }

    /**
     * What network is trained.
     *
     * @return its widths, frequencies and box
     */
    public Architecture architecture() {
        Domain domain = domain();
        return Architecture.of(
                        domain.lower().stream().mapToDouble(x -> x).toArray(),
                        domain.upper().stream().mapToDouble(x -> x).toArray(),
                        hidden)
                .axes(domain.axes().toArray(String[]::new))
                .omega0(omega0);
    }

    private Domain domain() {
        return requirements.get(0).points().domain();
    }

    private List<Term> terms() {
        Architecture architecture = architecture();
        ElementaryFunctions functions = ElementaryFunctions.preferred();
        return requirements.stream()
                .map(requirement -> ResidualCompiler.compile(requirement, architecture, functions, seed))
                .toList();
    }

    private TiledLoss loss() {
        Architecture architecture = architecture();
        return new TiledLoss(
                architecture.layers(),
                architecture.factors(),
                terms(),
                ElementaryFunctions.preferred(),
                PartRunner.of(training.executor(), training.parallelism()));
    }

    /**
     * The loss of a network, whatever it was made by: that of an exact solution is what rounding leaves.
     *
     * @param siren a network of the domain's coordinates, on its box
     * @return Σ w·mean r²
     * @throws IllegalArgumentException if its box is not the domain
     */
    public double loss(Siren siren) {
        Architecture own = siren.architecture();
        Pinn same = new Pinn(
                requirements,
                own.hidden().stream().mapToInt(n -> n).toArray(),
                own.omega0().stream().mapToDouble(omega -> omega).toArray(),
                seed,
                optimizer,
                training);
        if (!same.architecture().equals(own)) {
            throw new IllegalArgumentException("siren must lie on the box of " + domain() + ", got " + own);
        }
        return same.loss().value(siren.parameters());
    }

    /**
     * Trains, from the start, as {@link Fitting#run} does.
     *
     * @return the network and how it came about
     */
    public Fit run() {
        Architecture architecture = architecture();
        return new Trainer(architecture, loss(), optimizer, training).run(Siren.random(architecture, seed));
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the network's widths, the number of residuals and of points
     */
    @Override
    public String toString() {
        int points = requirements.stream()
                .mapToInt(requirement -> requirement.points().size())
                .sum();
        return "Pinn[" + architecture().widths() + ", " + requirements.size() + " residuals, " + points + " points]";
    }
}
