package org.modewise.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Images;
import org.modewise.pde.BackwardSolution;
import org.modewise.pde.DiscrepancyPrinciple;
import org.modewise.pde.Heat;
import org.modewise.pde.Regularization;
import org.modewise.pde.SpectralSolution;

/**
 * u_t = α Δu backward: the bundled photograph blurred by a Gaussian of 3 pixels, with noise of 1e-3, and what four
 * regularisations take back of it. Writes pictures and {@code picard.png} into the folder that is its argument, or into
 * {@code target/deblurring}.
 */
public final class Deblurring {
    private static final double PIXELS = 3;
    private static final double NOISE = 1e-3;

    private Deblurring() {}

    /**
     * Runs the example.
     *
     * @param args where to write
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] args) throws IOException {
        run(args.length == 0 ? Path.of("target", "deblurring") : Path.of(args[0]), System.out);
    }

    static void run(Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Field2D sharp = HeatPhotograph.bundled();
        double sigma = PIXELS * sharp.grid().dx();
        Random random = new Random(1);
        Field2D blurred = Heat.blur(sharp, sigma).map(u -> u + NOISE * random.nextGaussian());
        Heat heat = new Heat(1);
        double t = -heat.timeToBlur(sigma);
        SpectralSolution solution = heat.solve(blurred);
        Images.write(blurred, Colormap.GREY, 0, 1, folder.resolve("blurred.png"));
        out.printf(Locale.ROOT, "%-20s error %.4f%n", "blurred", error(blurred, sharp));

        Regularization cutoff = DiscrepancyPrinciple.choose(solution, t, NOISE, Regularization::cutoff);
        double amplification = solution.backward(cutoff).report(t).largestAmplification();
        Map<String, Regularization> filters = new LinkedHashMap<>();
        filters.put("cut-off", cutoff);
        filters.put("tikhonov", DiscrepancyPrinciple.choose(solution, t, NOISE, Regularization::tikhonov));
        filters.put("wiener", Regularization.wiener(NOISE, k -> 1e6 * Math.pow(k, -3)));
        filters.put("quasi-reversibility", Regularization.quasiReversibility(-t / (4 * Math.log(amplification))));
        for (Map.Entry<String, Regularization> filter : filters.entrySet()) {
            BackwardSolution backward = solution.backward(filter.getValue());
            Field2D restored = backward.at(t);
            out.printf(
                    Locale.ROOT, "%-20s error %.4f  %s%n", filter.getKey(), error(restored, sharp), backward.report(t));
            Images.write(restored, Colormap.GREY, 0, 1, folder.resolve(filter.getKey() + ".png"));
        }
        PicardChart.draw(
                solution.backward(filters.get("tikhonov")).picard(t, NOISE),
                "A photograph blurred by 3 pixels, and Tikhonov's way back",
                folder.resolve("picard.png"));
    }

    private static double error(Field2D u, Field2D sharp) {
        return u.minus(sharp).norm() / sharp.norm();
    }
}
