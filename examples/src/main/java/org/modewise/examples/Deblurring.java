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
import org.modewise.core.Grid2D;
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

        Map<String, Regularization> filters = new LinkedHashMap<>();
        filters.put("cut-off", DiscrepancyPrinciple.choose(solution, t, NOISE, Regularization::cutoff));
        filters.put("tikhonov", DiscrepancyPrinciple.choose(solution, t, NOISE, Regularization::tikhonov));
        double power = power(blurred);
        filters.put("wiener", Regularization.wiener(NOISE, k -> power * Math.pow(k, -3)));
        filters.put(
                "quasi-reversibility",
                DiscrepancyPrinciple.choose(solution, t, NOISE, Regularization::quasiReversibility));
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

    /** c of a signal c·|κ|⁻³ with the contrast of a field. */
    private static double power(Field2D u) {
        Grid2D grid = u.grid();
        double sum = 0;
        for (int my = -(grid.ny() - 1) / 2; my <= grid.ny() / 2; my++) {
            for (int mx = -(grid.nx() - 1) / 2; mx <= grid.nx() / 2; mx++) {
                sum += mx == 0 && my == 0 ? 0 : Math.pow(Math.hypot(grid.kx(mx), grid.ky(my)), -3);
            }
        }
        double variance = Math.pow(u.minus(u.mean()).norm(), 2) / (grid.lx() * grid.ly());
        return variance * grid.size() / sum;
    }

    private static double error(Field2D u, Field2D sharp) {
        return u.minus(sharp).norm() / sharp.norm();
    }
}
