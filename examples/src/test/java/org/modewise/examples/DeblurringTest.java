package org.modewise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeblurringTest {
    @TempDir
    Path folder;

    @Test
    void everyFilterTakesBackAThird() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deblurring.run(folder.resolve("new"), new PrintStream(out, true, StandardCharsets.UTF_8));
        List<Double> errors = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Double.parseDouble(line.replaceFirst(".* error ([0-9.]+).*", "$1")))
                .toList();
        assertThat(errors).hasSize(5);
        assertThat(errors.subList(1, 5)).allMatch(error -> error < 0.75 * errors.get(0));
        for (String name : List.of("blurred", "cut-off", "tikhonov", "wiener", "quasi-reversibility", "picard")) {
            assertThat(folder.resolve("new").resolve(name + ".png")).isNotEmptyFile();
        }
    }
}
