package org.modewise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Forks VMs in turn. Shared machines have fast and slow minutes: so those that are compared run one after the other, and
 * each comes up again in every round over everything, far apart in time.
 */
final class Measurement {
    private final Plan plan;
    private final Path csv;
    private final Path log;

    Measurement(Plan plan, Path csv) throws IOException {
        this.plan = plan;
        this.csv = csv;
        this.log = Files.createTempFile("modewise-bench", ".log");
    }

    void run() throws IOException, RunnerException {
        Files.createDirectories(csv.toAbsolutePath().getParent());
        if (Files.notExists(csv)) {
            append(ForkResult.HEADER);
        }
        append("# " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "; "
                + (FftwPlan.isAvailable() ? FftwPlan.version() : "no FFTW for this platform"));
        for (Library library : plan.libraries()) {
            if (plan.sizes().stream().noneMatch(library::takes)) {
                System.err.println("left out, as it is not here or takes none of the sizes: " + library);
            }
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int n : plan.sizes()) {
                List<Library> libraries = plan.libraries().stream()
                        .filter(library -> library.takes(n))
                        .toList();
                for (String operation : plan.operations()) {
                    System.err.printf("round %d of %d, %d², %s%n", round, plan.rounds(), n, operation);
                    inTurn(n, operation, libraries);
                }
            }
        }
        Files.delete(log);
    }

    private void inTurn(int n, String operation, List<Library> libraries) throws IOException, RunnerException {
        for (String jdk : plan.jdks()) {
            for (Library library : libraries) {
                ForkResult result = fork(jdk, n, operation, library);
                append(result.toLine());
                System.err.printf(
                        Locale.ROOT,
                        "  %-10s %-14s %10.2f µs%n",
                        result.jdk(),
                        library,
                        result.times().stream().mapToDouble(time -> time).min().orElseThrow());
            }
        }
    }

    private ForkResult fork(String jdk, int n, String operation, Library library) throws RunnerException {
        ChainedOptionsBuilder options =
                FrameTable.isFrame(operation) ? frame(operation, library) : transform(operation, library);
        options.param("n", Integer.toString(n))
                .jvm(jdk)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .shouldFailOnError(true)
                .output(log.toString());
        if (plan.quick()) {
            options.warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(20))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(20));
        }
        RunResult result;
        try {
            result = new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            throw new RunnerException(library + " failed, see " + log, e);
        }
        BenchmarkResult fork = result.getBenchmarkResults().iterator().next();
        return new ForkResult(
                result.getParams().getJdkVersion(),
                operation,
                n,
                library,
                // The least, as the last iteration's contains what the benchmark does at its end.
                fork.getIterationResults().stream()
                        .mapToDouble(Measurement::bytes)
                        .min()
                        .orElseThrow(),
                fork.getIterationResults().stream()
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList());
    }

    private static ChainedOptionsBuilder transform(String operation, Library library) {
        return benchmark(TransformBenchmark.class, operation)
                .param("library", library.toString())
                // Else a fork would take over the arguments of this VM.
                .jvmArgs(library.jvmArguments().toArray(String[]::new));
    }

    private static ChainedOptionsBuilder frame(String operation, Library library) {
        List<String> arguments = new ArrayList<>(library.jvmArguments());
        if (library != Library.SIMD) {
            // The vector kernel is the one that solutions take by themselves; forced, it would refuse the lines of a
            // rotation.
            arguments.add("-Dmodewise.kernel=" + library);
        }
        return benchmark(FrameBenchmark.class, "frame")
                .param("member", FrameTable.member(operation))
                .param("until", FrameTable.until(operation))
                .jvmArgs(arguments.toArray(String[]::new));
    }

    private static ChainedOptionsBuilder benchmark(Class<?> benchmark, String method) {
        return new OptionsBuilder().include(Pattern.quote(benchmark.getName() + "." + method) + "$");
    }

    private static double bytes(IterationResult iteration) {
        return iteration.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    /** At once, so that a run that is broken off has lost nothing. */
    private void append(String line) throws IOException {
        Files.writeString(csv, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
