package org.modewise.pde;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** A table of reference values: a CSV file in the test resources, whose first row names the columns. */
record Reference(List<String> columns, List<double[]> rows) {
    static Reference read(String file) {
        try (InputStream stream = Reference.class.getResourceAsStream("/references/" + file);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(stream, file), UTF_8))) {
            List<String> columns = List.of(reader.readLine().split(","));
            return new Reference(columns, reader.lines().map(Reference::numbers).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        String[] cells = line.split(",");
        double[] numbers = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            numbers[k] = Double.parseDouble(cells[k]);
        }
        return numbers;
    }

    private int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " among " + columns);
        }
        return index;
    }

    double[] column(String column) {
        int index = index(column);
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    /** The rows that have a value in a column. */
    Reference where(String column, double value) {
        int index = index(column);
        return new Reference(
                columns, rows.stream().filter(row -> row[index] == value).toList());
    }

    /** A column as a field on the nodes that the columns x and y name, whatever the order of the rows. */
    Field2D field(String column, Grid2D grid) {
        if (rows.size() != grid.size()) {
            throw new IllegalArgumentException(rows.size() + " rows for " + grid);
        }
        double[] values = new double[grid.size()];
        Arrays.fill(values, Double.NaN);
        for (double[] row : rows) {
            int i = (int) Math.rint((row[index("x")] - grid.x0()) / grid.dx());
            int j = (int) Math.rint((row[index("y")] - grid.y0()) / grid.dy());
            values[j * grid.nx() + i] = row[index(column)];
        }
        return Field2D.of(grid, values);
    }
}
