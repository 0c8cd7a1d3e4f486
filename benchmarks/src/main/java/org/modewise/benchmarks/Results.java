package org.modewise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** All forks of one or more CSV files, by what they measured. */
final class Results {
    private final List<ForkResult> forks;

    private Results(List<ForkResult> forks) {
        this.forks = forks;
    }

    /** A cell of a table: several forks, maybe none. */
    record Cell(String jdk, String operation, int n, Library library) {
        private boolean holds(ForkResult fork) {
            return fork.jdk().equals(jdk)
                    && fork.operation().equals(operation)
                    && fork.n() == n
                    && fork.library() == library;
        }
    }

    static Results read(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return new Results(lines.filter(line -> !line.startsWith("#") && !line.equals(ForkResult.HEADER))
                    .map(ForkResult::parse)
                    .toList());
        }
    }

    private <T> List<T> distinct(Function<ForkResult, T> property) {
        return forks.stream().map(property).distinct().toList();
    }

    List<String> jdks() {
        return distinct(ForkResult::jdk);
    }

    List<String> operations() {
        return distinct(ForkResult::operation);
    }

    List<Integer> sizes() {
        return distinct(ForkResult::n);
    }

    Set<Library> libraries() {
        Set<Library> libraries = EnumSet.noneOf(Library.class);
        forks.forEach(fork -> libraries.add(fork.library()));
        return libraries;
    }

    private DoubleStream times(Cell cell) {
        return forks.stream()
                .filter(cell::holds)
                .flatMap(fork -> fork.times().stream())
                .mapToDouble(time -> time);
    }

    /** The fastest iteration of all forks, in microseconds a call. */
    OptionalDouble min(Cell cell) {
        return times(cell).min();
    }

    /** The median of all iterations of all forks, in microseconds a call. */
    OptionalDouble median(Cell cell) {
        double[] sorted = times(cell).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[middle] + sorted[(sorted.length - 1) / 2]) / 2);
    }

    /** Heap bytes a call, of the fork with the fewest. */
    OptionalDouble bytes(Cell cell) {
        return forks.stream().filter(cell::holds).mapToDouble(ForkResult::bytes).min();
    }
}
