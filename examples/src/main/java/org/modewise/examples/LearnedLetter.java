package org.modewise.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.InitialFields;
import org.modewise.pde.Heat;
import org.modewise.pde.TrigonometricInterpolant;
import org.modewise.siren.Fit;
import org.modewise.siren.ProgressPrinter;
import org.modewise.siren.Siren;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/**
 * A letter after heat, exact and learned: the same network of 697 parameters, trained by three optimisers for as many steps.
 * Writes pictures of what they learned and of their errors, red and blue at four times the root mean square, and
 * {@code losses.png}, into the folder that is its first argument, or into {@code target/letter}; the second argument is the
 * number of steps, 300 if there is none.
 */
public final class LearnedLetter {
    /** Of a picture, along each axis: networks and interpolants have values between the nodes, too. */
    private static final int PIXELS = 256;

    private LearnedLetter() {}

    /**
     * Runs the example.
     *
     * @param args where to write, and the number of steps
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] args) throws IOException {
        run(
                args.length == 0 ? Path.of("target", "letter") : Path.of(args[0]),
                args.length < 2 ? 300 : Integer.parseInt(args[1]),
                System.out);
    }

    static void run(Path folder, int steps, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        long began = System.nanoTime();
        Field2D exact =
                new Heat(0.015).solve(InitialFields.text(Grid2D.unit(64), "A")).at(0.05);
        out.printf(Locale.ROOT, "%-20s %8.3f s%n", "exact", seconds(began));
        Field2D fine = Field2D.of(Grid2D.unit(PIXELS), TrigonometricInterpolant.of(exact)::at);
        Images.write(fine, Colormap.VIRIDIS, 0, 1, folder.resolve("exact.png"));
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("levenberg-marquardt", LevenbergMarquardt.standard());
        optimizers.put("l-bfgs", Lbfgs.standard());
        optimizers.put("adam", Adam.of(1e-3));
        Map<String, List<Double>> losses = new LinkedHashMap<>();
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(processors);
        try {
            for (Map.Entry<String, Optimizer> optimizer : optimizers.entrySet()) {
                String name = optimizer.getKey();
                began = System.nanoTime();
                Fit fit = Siren.fit(exact)
                        .optimizer(optimizer.getValue())
                        .steps(steps)
                        .parallel(executor, processors)
                        .onStep(new ProgressPrinter(out, 100))
                        .run();
                double error = fit.relativeError(exact);
                Field2D misses = fit.error(fine);
                out.printf(
                        Locale.ROOT,
                        "%-20s %8.3f s, between the nodes %.2e, at most %.1e, error %.2e%n",
                        name,
                        seconds(began),
                        fit.relativeError(fine),
                        misses.maxNorm(),
                        error);
                losses.put(name, fit.losses());
                Images.write(fit.model().sample(fine.grid()), Colormap.VIRIDIS, 0, 1, folder.resolve(name + ".png"));
                double scale = 4 * misses.norm();
                Images.write(misses, Colormap.COOLWARM, -scale, scale, folder.resolve(name + "-error.png"));
            }
        } finally {
            executor.shutdown();
        }
        LossChart.draw(losses, "697 parameters on 4096 samples", "mean square error", folder.resolve("losses.png"));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
