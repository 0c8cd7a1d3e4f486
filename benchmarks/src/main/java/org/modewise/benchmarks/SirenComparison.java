package org.modewise.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Full-batch steps of training on 16,384 points: ours in double, DJL's on PyTorch in single precision. VMs in turn, as in
 * {@link Measurement}.
 */
final class SirenComparison {
    private static final String OURS = "SirenBenchmark";
    private static final String THEIRS = "DjlBenchmark";

    private static final List<Column> COLUMNS = List.of(
            new Column(OURS, "adamStep", 1),
            new Column(THEIRS, "adamStep", 1),
            new Column(OURS, "adamStep", 2),
            new Column(THEIRS, "adamStep", 2),
            new Column(OURS, "forward", 1),
            new Column(THEIRS, "forward", 1));

    private record Column(String benchmark, String method, int threads) {
        boolean isHere() {
            return SirenComparison.class.getResource(benchmark + ".class") != null;
        }
    }

    private SirenComparison() {}

    static void run(Plan plan, PrintStream out) throws RunnerException {
        List<Column> columns = COLUMNS.stream().filter(Column::isHere).toList();
        for (String jdk : plan.jdks()) {
            Map<Column, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < plan.rounds(); round++) {
                for (Column column : columns) {
                    times.computeIfAbsent(column, any -> new ArrayList<>()).addAll(fork(jdk, column, plan.quick()));
                }
            }
            out.printf("%n%s%n%n| ms, min / median | threads | time |%n|---|---|---|%n", jdk);
            times.forEach((column, list) -> {
                List<Double> sorted = list.stream().sorted().toList();
                out.printf(
                        Locale.ROOT,
                        "| %s %s | %d | %.2f / %.2f |%n",
                        column.benchmark().equals(OURS) ? "ours, double," : "DJL, float,",
                        column.method(),
                        column.threads(),
                        sorted.get(0),
                        sorted.get(sorted.size() / 2));
            });
        }
    }

    private static List<Double> fork(String jdk, Column column, boolean quick) throws RunnerException {
        String name = SirenComparison.class.getPackageName() + "." + column.benchmark() + "." + column.method();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(name) + "$")
                .param("n", "128")
                .param("threads", Integer.toString(column.threads()))
                .jvm(jdk)
                .jvmArgs("-Djava.awt.headless=true", "--add-modules", "jdk.incubator.vector")
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (quick) {
            options.warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(20))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(20));
        }
        return new Runner(options.build())
                .runSingle().getBenchmarkResults().iterator().next().getIterationResults().stream()
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList();
    }
}
