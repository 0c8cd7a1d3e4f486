package org.modewise.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one VM measured: a line of the CSV file.
 *
 * @param jdk its version
 * @param operation a method of {@link TransformBenchmark}, or a member and a time of {@link FrameBenchmark}
 * @param n samples along each axis
 * @param library who transformed
 * @param bytes allocated on the heap a call
 * @param times microseconds a call, one an iteration
 */
record ForkResult(String jdk, String operation, int n, Library library, double bytes, List<Double> times) {
    static final String HEADER = "jdk,operation,n,library,bytes_per_call,us_per_call_of_each_iteration";

    static ForkResult parse(String line) {
        String[] cells = line.split(",");
        return new ForkResult(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Library.named(cells[3]),
                Double.parseDouble(cells[4]),
                Stream.of(cells[5].split(" ")).map(Double::valueOf).toList());
    }

    String toLine() {
        String joined = times.stream()
                .map(time -> String.format(Locale.ROOT, "%.5g", time))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%s,%s,%d,%s,%.1f,%s", jdk, operation, n, library, bytes, joined);
    }
}
