package org.modewise.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Equations learned by networks beside their exact solutions, coefficients found from noisy data, and what networks fail at.
 * Prints errors and times of both, and writes pictures of Burgers' shock into the folder that is its first argument, or into
 * {@code target/equations}. The second argument is a share of the steps, 1 if there is none; the third is the seed.
 */
public final class LearnedEquations {
    private LearnedEquations() {}

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
            Learning learning = new Learning(share, seed, executor, processors);
            out.println(LearnedPoisson.compare(learning));
            out.println(LearnedHeat.compare(learning));
            out.println(LearnedTransport.compare(learning));
            out.println(LearnedWave.compare(learning));
            out.println(LearnedAllenCahn.compare(learning));
            out.println(LearnedHamiltonJacobi.compare(learning));
            out.println(LearnedBurgers.compare(learning, folder));
            out.println(LearnedCoefficients.diffusivity(learning));
            out.println(LearnedCoefficients.viscosity(learning));
            out.println(LearnedCoefficients.thinShock(learning));
            LearnedTransport.limits(learning).forEach(out::println);
        } finally {
            executor.shutdown();
        }
    }
}
