package org.modewise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** Runs the README's sessions and code, and compares what they print with what it says they print. */
class ReadmeTest {
    private static final Path ROOT = Path.of("");
    private static final String PROMPT = "jshell> ";

    @Test
    void sessionsPrintWhatTheReadmeShows() throws IOException {
        List<String> sessions = blocks("jshell");
        assertThat(sessions).isNotEmpty();
        for (String session : sessions) {
            StringBuilder transcript = new StringBuilder();
            try (JShell shell = shell()) {
                for (String line : session.lines().toList()) {
                    if (line.startsWith(PROMPT)) {
                        String answer = evaluate(shell, line.substring(PROMPT.length()));
                        transcript.append(line).append('\n').append(answer).append("\n");
                    }
                }
            }
            // The README was written where there are vectors.
            String kernel = RealFft2D.of(Grid2D.unit(128)).kernel();
            assertThat(transcript.toString().strip()).isEqualTo(session.strip().replace("simd", kernel));
        }
    }

    @TestFactory
    Stream<DynamicTest> codePrintsWhatItsCommentsSay() throws IOException {
        List<String> examples = blocks("java");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        return examples.stream()
                .map(code -> DynamicTest.dynamicTest(
                        code.lines().findFirst().orElse(""),
                        () -> assertThat(printedBy(code))
                                .isEqualTo(code.lines()
                                        .filter(line -> line.startsWith("// prints "))
                                        .map(line -> line.substring("// prints ".length()))
                                        .toList())));
    }

    private static List<String> printedBy(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try (JShell shell = shell()) {
            evaluate(shell, code);
        } finally {
            System.setOut(standard);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** A shell in this VM, with the imports of bin/modewise-shell. */
    private static JShell shell() {
        AtomicInteger typed = new AtomicInteger();
        JShell shell = JShell.builder()
                .executionEngine("local")
                .tempVariableNameGenerator(() -> "$" + (typed.get() + 1))
                .build();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : classPath.split(File.pathSeparator)) {
            shell.addToClasspath(entry);
        }
        try {
            evaluate(shell, "import java.nio.file.*; import java.util.*; import java.util.concurrent.*;");
            evaluate(shell, Files.readString(ROOT.resolve("bin/imports.jsh")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.onSnippetEvent(event -> typed.set(typed.get() + 1));
        return shell;
    }

    /** Runs every statement and returns what the shell answers, a line a value. */
    private static String evaluate(JShell shell, String code) {
        StringBuilder answers = new StringBuilder();
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.exception()).as(next.source()).isNull();
                assertThat(event.status())
                        .as(() -> next.source()
                                + shell.diagnostics(event.snippet())
                                        .map(diagnostic -> diagnostic.getMessage(null))
                                        .toList())
                        .isEqualTo(Snippet.Status.VALID);
                if (event.snippet() instanceof VarSnippet variable) {
                    answers.append(variable.name())
                            .append(" ==> ")
                            .append(event.value())
                            .append('\n');
                }
            }
            rest = next.remaining();
        }
        return answers.toString();
    }

    /** The README's fenced blocks of one language. */
    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
            if (block == null && line.equals("```" + language)) {
                block = new StringBuilder();
            } else if (block != null && line.equals("```")) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
