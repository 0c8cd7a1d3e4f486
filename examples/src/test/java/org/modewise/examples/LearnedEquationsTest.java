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

class LearnedEquationsTest {
    @TempDir
    Path folder;

    @Test
    void errorsAndPicturesComeOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LearnedEquations.run(folder.resolve("new"), 0.01, 1, new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.stream().map(line -> line.replaceFirst(" +(error|found as) .*", "")))
                .containsExactly(
                        "Poisson",
                        "heat",
                        "transport",
                        "wave",
                        "Allen-Cahn",
                        "Hamilton-Jacobi",
                        "Burgers",
                        "alpha",
                        "nu",
                        "nu, thin shock",
                        "4 turns",
                        "16 turns",
                        "edges");
        for (String name : List.of("exact", "learned", "error", "losses")) {
            assertThat(folder.resolve("new").resolve(name + ".png")).isNotEmptyFile();
        }
    }
}
