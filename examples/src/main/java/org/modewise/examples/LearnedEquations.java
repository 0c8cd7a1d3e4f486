package org.modewise.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.pde.Box;
import org.modewise.pde.Burgers;
import org.modewise.pde.Heat;
import org.modewise.pde.Poisson;
import org.modewise.pde.Solution;
import org.modewise.siren.Domain;
import org.modewise.siren.Expression;
import org.modewise.siren.Fit;
import org.modewise.siren.Pinn;
import org.modewise.siren.PinnEquations;
import org.modewise.siren.Points;
import org.modewise.siren.Unknown;
import org.modewise.siren.optimizer.DampingRule;
import org.modewise.siren.optimizer.LevenbergMarquardt;

/**
 * Equations learned by networks beside their exact solutions: Poisson's, heat on a torus, and Burgers' with its shock. Prints
 * errors and times of both, and writes pictures of the shock, x to the right and t upwards, into the folder that is its first
 * argument, or into {@code target/equations}. The second argument is a share of the steps, 1 if there is none; the third is
 * the seed.
 */
public final class LearnedEquations {
    private static final double PI = Math.PI;
    private static final LevenbergMarquardt BOLD = LevenbergMarquardt.standard().rule(DampingRule.DELAYED);
    /** For shocks: steps that follow the bend of a valley. */
    private static final LevenbergMarquardt BENT = BOLD.geodesic(true);

    private static final Expression ZERO = Expression.constant(0);

    private final double share;
    private final long seed;
    private final PrintStream out;
    private final ExecutorService executor;
    private final int threads;

    private LearnedEquations(double share, long seed, PrintStream out, ExecutorService executor, int threads) {
        this.share = share;
        this.seed = seed;
        this.out = out;
        this.executor = executor;
        this.threads = threads;
    }

    /**
     * Runs the example.
     *
     * @param args where to write, a share of the steps, and the seed
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] args) throws IOException {
        run(
                args.length == 0 ? Path.of("target", "equations") : Path.of(args[0]),
                args.length < 2 ? 1 : Double.parseDouble(args[1]),
                args.length < 3 ? 1 : Long.parseLong(args[2]),
                System.out);
    }

    static void run(Path folder, double share, long seed, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(processors);
        try {
            LearnedEquations equations = new LearnedEquations(share, seed, out, executor, processors);
            equations.poisson();
            equations.heat();
            equations.burgers(folder);
        } finally {
            executor.shutdown();
        }
    }

    private Pinn steps(Pinn pinn, int steps) {
        return pinn.steps((int) Math.ceil(share * steps)).parallel(executor, threads);
    }

    /** -Δu = 2π²·sin πx·sin πy, u = 0 on the walls. */
    private void poisson() {
        Domain square = Domain.of("x", 0, 1).and("y", 0, 1);
        Points walls = Points.sobol(square, 50);
        long began = System.nanoTime();
        Pinn pinn = Pinn.residual(PinnEquations.poisson(LearnedEquations::charge), Points.sobol(square, 500))
                .dirichlet("x", u -> ZERO, walls, 100)
                .dirichlet("y", u -> ZERO, walls, 100)
                .hidden(16, 16)
                .omega0(2)
                .seed(seed);
        Fit fit = steps(pinn, 80).run();
        double learned = seconds(began);
        began = System.nanoTime();
        Box box = Box.dirichlet();
        Grid2D grid = box.grid(64);
        Field2D exact =
                Poisson.solve(Field2D.of(grid, (x, y) -> 2 * PI * PI * Math.sin(PI * x) * Math.sin(PI * y)), box);
        double solved = seconds(began);
        print("Poisson", List.of(fit.model().sample(grid)), List.of(exact), learned, solved);
    }

    private static Expression charge(Unknown u) {
        Expression sines = u.coordinate("x")
                .times(PI)
                .sin()
                .times(u.coordinate("y").times(PI).sin());
        return sines.times(2 * PI * PI);
    }

    /** u_t = 0.015 Δu on a torus, from two waves. */
    private void heat() {
        Domain torus = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
        long began = System.nanoTime();
        Pinn pinn = Pinn.residual(PinnEquations.heat(0.015), Points.sobol(torus, 2500))
                .initial(LearnedEquations::waves, Points.sobol(torus, 500), 100)
                .periodic("x", "y")
                .hidden(24, 24)
                .omega0(1);
        // Some starts lead nowhere, and their losses tell.
        Fit fit = steps(pinn.seed(seed), 30).run();
        for (int k = 1; k < 4; k++) {
            Fit other = steps(pinn.seed(seed + 1000L * k), 30).run();
            fit = other.loss() < fit.loss() ? other : fit;
        }
        fit = steps(pinn.from(fit).optimizer(BOLD.damping(1e-8)), 120).run();
        double learned = seconds(began);
        Grid2D grid = Grid2D.unit(64);
        List<Field2D> network = new ArrayList<>();
        for (int k = 0; k <= 10; k++) {
            network.add(fit.model().sample(grid, k / 10.0));
        }
        Field2D initial =
                Field2D.of(grid, (x, y) -> Math.sin(2 * PI * x) * Math.cos(2 * PI * y) + 0.5 * Math.cos(2 * PI * x));
        began = System.nanoTime();
        List<Field2D> exact = frames(new Heat(0.015).solve(initial), 10);
        double solved = seconds(began);
        print("heat", network, exact, learned, solved);
    }

    private static Expression waves(Unknown u) {
        Expression x = u.coordinate("x").times(2 * PI);
        Expression y = u.coordinate("y").times(2 * PI);
        Expression product = x.sin().times(y.plus(PI / 2).sin());
        return product.plus(x.plus(PI / 2).sin().times(0.5));
    }

    private static List<Field2D> frames(Solution<Field2D> solution, int count) {
        List<Field2D> frames = new ArrayList<>();
        for (int k = 0; k <= count; k++) {
            frames.add(solution.at((double) k / count));
        }
        return frames;
    }

    /** u_t + u u_x = (0.01/π) u_xx from -sin πx: the usual benchmark, with 100 points at the beginning and the walls. */
    private void burgers(Path folder) throws IOException {
        double viscosity = 0.01 / PI;
        Domain strip = Domain.of("x", -1, 1).and("t", 0, 1);
        long began = System.nanoTime();
        Pinn pinn = Pinn.residual(PinnEquations.burgers(viscosity), Points.sobol(strip, 3000))
                .initial(u -> u.coordinate("x").times(-PI).sin(), Points.sobol(strip, 50), 50)
                .dirichlet("x", u -> ZERO, Points.sobol(strip, 25), 50)
                .hidden(20, 20, 20)
                .omega0(2)
                .optimizer(BENT)
                .seed(seed);
        Fit fit = steps(pinn, 40).run();
        List<Double> losses = new ArrayList<>(fit.losses());
        // A shock would hide between even points; in the end there are 6000.
        for (int round = 1; round <= Math.ceil(share * 6); round++) {
            Points candidates = Points.latinHypercube(strip, 50000, seed + round);
            pinn = pinn.refined(fit, candidates, 500).optimizer(BENT.damping(1e-6));
            fit = steps(pinn, 25).run();
            losses.addAll(fit.losses());
        }
        fit = steps(pinn.from(fit), 100).run();
        losses.addAll(fit.losses());
        double learned = seconds(began);
        Grid2D line = Grid2D.line(256, -1, 2);
        began = System.nanoTime();
        List<Field2D> exact = frames(new Burgers(viscosity).solve(Field2D.of(line, (x, y) -> -Math.sin(PI * x))), 100);
        double solved = seconds(began);
        // One picture: row k is t = k/100.
        Grid2D plane = new Grid2D(256, 101, -1, 0, 2, 1.01);
        double[] rows = new double[plane.size()];
        for (int k = 0; k <= 100; k++) {
            System.arraycopy(exact.get(k).toArray(), 0, rows, 256 * k, 256);
        }
        Field2D whole = Field2D.of(plane, rows);
        print("Burgers", List.of(fit.model().sample(plane)), List.of(whole), learned, solved);
        Images.write(whole, Colormap.COOLWARM, -1, 1, folder.resolve("exact.png"));
        Images.write(fit.model().sample(plane), Colormap.COOLWARM, -1, 1, folder.resolve("learned.png"));
        Field2D misses = fit.error(whole);
        double most = misses.maxNorm();
        Images.write(misses, Colormap.COOLWARM, -most, most, folder.resolve("error.png"));
        LossChart.draw(Map.of("Burgers", losses), "A shock, more points every 25 steps", folder.resolve("losses.png"));
    }

    private void print(String name, List<Field2D> network, List<Field2D> exact, double learned, double solved) {
        double square = 0;
        double of = 0;
        double most = 0;
        for (int k = 0; k < exact.size(); k++) {
            Field2D miss = network.get(k).minus(exact.get(k));
            square += miss.norm() * miss.norm();
            of += exact.get(k).norm() * exact.get(k).norm();
            most = Math.max(most, miss.maxNorm());
        }
        out.printf(
                Locale.ROOT,
                "%-8s error %.2e, at most %.2e, learned in %.1f s, exact in %.4f s%n",
                name,
                Math.sqrt(square / of),
                most,
                learned,
                solved);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
