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

class LearnedLetterTest {
    @TempDir
    Path folder;

    @Test
    void secondOrderIsAhead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LearnedLetter.run(folder.resolve("new"), 12, new PrintStream(out, true, StandardCharsets.UTF_8));
        List<Double> errors = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("error"))
                .map(line -> Double.parseDouble(line.replaceFirst(".* error ", "")))
                .toList();
        assertThat(errors).hasSize(3).isSorted();
        for (String name : List.of("exact", "adam", "adam-error", "l-bfgs", "levenberg-marquardt-error", "losses")) {
            assertThat(folder.resolve("new").resolve(name + ".png")).isNotEmptyFile();
        }
    }
}
