package org.modewise.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Results in Markdown: a table for each JDK and operation, a row for each size. */
final class Tables {
    private static final String NONE = "–";

    private final Results results;
    /** The best kernel of ours that was measured: what the ratios are of. */
    private final Optional<Library> ours;

    private Tables(Results results) {
        this.results = results;
        this.ours = results.libraries().stream().filter(Library::isOurs).findFirst();
    }

    static String of(Results results) {
        Tables tables = new Tables(results);
        StringBuilder text = new StringBuilder();
        for (String jdk : results.jdks()) {
            for (String operation : results.operations()) {
                text.append("### ")
                        .append(operation)
                        .append(", JDK ")
                        .append(jdk)
                        .append("\n\n");
                tables.append(jdk, operation, text);
                text.append('\n');
            }
        }
        return text.toString();
    }

    private record Column(String head, IntFunction<String> cell) {}

    private void append(String jdk, String operation, StringBuilder text) {
        List<Column> columns = columns(jdk, operation);
        text.append("| µs, min / median |");
        columns.forEach(column -> text.append(' ').append(column.head).append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (int n : results.sizes()) {
            text.append("| ").append(n).append("² |");
            columns.forEach(
                    column -> text.append(' ').append(column.cell.apply(n)).append(" |"));
            text.append('\n');
        }
    }

    private List<Column> columns(String jdk, String operation) {
        List<Column> columns = new ArrayList<>();
        for (Library library : results.libraries()) {
            columns.add(new Column(library.toString(), n -> times(new Results.Cell(jdk, operation, n, library))));
        }
        ours.ifPresent(own -> {
            for (Library peer : List.of(Library.FFTW, Library.JTRANSFORMS_2D)) {
                if (results.libraries().contains(peer)) {
                    columns.add(new Column(
                            own + " / " + peer,
                            n -> ratio(
                                    new Results.Cell(jdk, operation, n, own),
                                    new Results.Cell(jdk, operation, n, peer))));
                }
            }
            if (operation.equals("frame") && results.operations().contains("inverse")) {
                columns.add(new Column(
                        own + ", frame / inverse",
                        n -> ratio(new Results.Cell(jdk, "frame", n, own), new Results.Cell(jdk, "inverse", n, own))));
            }
            columns.add(new Column(own + ", B a call", n -> bytes(new Results.Cell(jdk, operation, n, own))));
        });
        return columns;
    }

    private String times(Results.Cell cell) {
        OptionalDouble min = results.min(cell);
        return min.isEmpty()
                ? NONE
                : digits(min.getAsDouble()) + " / "
                        + digits(results.median(cell).getAsDouble());
    }

    private String ratio(Results.Cell over, Results.Cell under) {
        OptionalDouble numerator = results.min(over);
        OptionalDouble denominator = results.min(under);
        return numerator.isEmpty() || denominator.isEmpty()
                ? NONE
                : String.format(Locale.ROOT, "%.2f", numerator.getAsDouble() / denominator.getAsDouble());
    }

    private String bytes(Results.Cell cell) {
        OptionalDouble bytes = results.bytes(cell);
        return bytes.isEmpty() ? NONE : String.format(Locale.ROOT, "%.0f", bytes.getAsDouble());
    }

    /** Three significant digits, more before the point if they are there. */
    private static String digits(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
