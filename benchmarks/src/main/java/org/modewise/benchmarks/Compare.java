package org.modewise.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/** Modewise beside its peers: measures, tabulates and draws. {@code bin/modewise-bench} calls it. */
public final class Compare {
    private static final String USAGE = """
            usage: modewise-bench run FILE.csv [option ...]    measure, add to the file, print its tables
                   modewise-bench frames FILE.csv [option ...] the same for a frame of every equation, in inverse transforms
                   modewise-bench table FILE.csv               print its tables
                   modewise-bench chart FILE.csv FILE.png      draw its forward transforms
                   modewise-bench siren [option ...]           steps of training beside DJL's on PyTorch (x86-64 Linux),
                                                               milliseconds; of the options --jdk, --rounds, --quick

              --jdk HOME           a JDK to measure on; may be repeated (default: the one that runs this)
              --rounds N           virtual machines for each figure (default: 3)
              --sizes N,N,...      samples along each axis (default: 64 to 2048, and some that are no powers of two)
              --operations A,B,... of forward, inverse, roundTrip, frame; for frames of HEAT@0.1 and the like, which
                                   FrameMember lists (default: all)
              --libraries A,B,...  of simd, scalar, jtransforms, fftw, fftwCopied, jtransforms2d, commonsMath
                                   (default: all; one that is not there or does not take a size is left out)
              --quick              a blink for each figure, only to see that all works
            """;

    private Compare() {}

    /**
     * Runs a command.
     *
     * @param arguments as the usage says, which is printed if they are wrong
     * @throws IOException if a file cannot be read or written
     * @throws RunnerException if a benchmark fails, as it does when a library's answer is wrong
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        List<String> words = Arrays.asList(arguments);
        String command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("run") && words.size() >= 2) {
            run(words.subList(1, words.size()), false);
        } else if (command.equals("frames") && words.size() >= 2) {
            run(words.subList(1, words.size()), true);
        } else if (command.equals("table") && words.size() == 2) {
            print(Path.of(words.get(1)));
        } else if (command.equals("chart") && words.size() == 3) {
            Chart.draw(Results.read(Path.of(words.get(1))), Path.of(words.get(2)));
        } else if (command.equals("siren")) {
            Optional<Plan> plan = parse(words.subList(1, words.size()), false);
            if (plan.isPresent()) {
                SirenComparison.run(plan.get(), System.out);
            }
        } else {
            refuse("");
        }
    }

    private static void run(List<String> words, boolean frames) throws IOException, RunnerException {
        Path csv = Path.of(words.get(0));
        Optional<Plan> plan = parse(words.subList(1, words.size()), frames);
        if (plan.isPresent()) {
            new Measurement(plan.get(), csv).run();
            print(csv);
        }
    }

    private static Optional<Plan> parse(List<String> options, boolean frames) {
        try {
            return Optional.of(Plan.parse(options, frames));
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage() + "\n");
            return Optional.empty();
        }
    }

    private static void print(Path csv) throws IOException {
        Results results = Results.read(csv);
        System.out.print(
                results.operations().stream().allMatch(FrameTable::isFrame)
                        ? FrameTable.of(results)
                        : Tables.of(results));
    }

    private static void refuse(String reason) {
        System.err.print(reason + USAGE);
        System.exit(2);
    }
}
