package org.modewise.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a frame costs, in inverse transforms, in Markdown: a table for each JDK, a row for each equation, and columns for each
 * kernel, size and time.
 */
final class FrameTable {
    /** The last times of {@link FrameBenchmark}. */
    private static final List<String> TIMES = List.of("1e-3", "0.1");

    private static final String SEPARATOR = "@";

    private final Results results;

    private FrameTable(Results results) {
        this.results = results;
    }

    /** A member at a time, as the CSV file has it. */
    private static String operation(FrameMember member, String until) {
        return member + SEPARATOR + until;
    }

    /** All of them. */
    static List<String> operations() {
        List<String> operations = new ArrayList<>();
        for (FrameMember member : FrameMember.values()) {
            for (String until : TIMES) {
                operations.add(operation(member, until));
            }
        }
        return operations;
    }

    static boolean isFrame(String operation) {
        return operation.contains(SEPARATOR);
    }

    static String member(String operation) {
        return operation.substring(0, operation.indexOf(SEPARATOR));
    }

    static String until(String operation) {
        return operation.substring(operation.indexOf(SEPARATOR) + 1);
    }

    static String of(Results results) {
        FrameTable table = new FrameTable(results);
        StringBuilder text = new StringBuilder();
        for (String jdk : results.jdks()) {
            text.append("### frames, JDK ").append(jdk).append("\n\n");
            table.append(jdk, text);
            text.append('\n');
        }
        return text.toString();
    }

    private record Column(Library library, int n, String until) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Library library : results.libraries()) {
            for (int n : results.sizes()) {
                TIMES.forEach(until -> columns.add(new Column(library, n, until)));
            }
        }
        return columns;
    }

    private void append(String jdk, StringBuilder text) {
        List<Column> columns = columns();
        text.append("| inverses, by minima |");
        columns.forEach(c -> text.append(String.format(" %s, %d², t ≤ %s |", c.library, c.n, c.until)));
        text.append(" B a call |\n|---|")
                .append("---|".repeat(columns.size() + 1))
                .append('\n');
        for (FrameMember member : FrameMember.values()) {
            text.append("| ").append(member.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            text.append(member.fields() == 1 ? " |" : ", of each field |");
            columns.forEach(c -> text.append(' ').append(cost(jdk, member, c)).append(" |"));
            text.append(' ').append(bytes(jdk, member, columns)).append(" |\n");
        }
    }

    private String cost(String jdk, FrameMember member, Column column) {
        OptionalDouble frame = results.min(cell(jdk, member, column));
        // The same transform, whatever the time: the faster one counts.
        OptionalDouble inverse = TIMES.stream()
                .map(until -> results.min(cell(jdk, FrameMember.INVERSE, new Column(column.library, column.n, until))))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
        if (frame.isEmpty() || inverse.isEmpty()) {
            return "–";
        }
        double ratio = frame.getAsDouble() / member.fields() / inverse.getAsDouble();
        return String.format(Locale.ROOT, "%.2f (%.1f µs)", ratio, frame.getAsDouble());
    }

    private String bytes(String jdk, FrameMember member, List<Column> columns) {
        return columns.stream()
                .map(column -> results.bytes(cell(jdk, member, column)))
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .stream()
                .mapToObj(bytes -> String.format(Locale.ROOT, "%.0f", bytes))
                .findFirst()
                .orElse("–");
    }

    private static Results.Cell cell(String jdk, FrameMember member, Column column) {
        return new Results.Cell(jdk, operation(member, column.until), column.n, column.library);
    }
}
