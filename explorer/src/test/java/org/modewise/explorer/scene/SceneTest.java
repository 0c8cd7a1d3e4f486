package org.modewise.explorer.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modewise.core.Field2D;

/** The code that the page offers makes the field that the page shows. */
class SceneTest {
    private static final List<Dab> DABS = List.of(new Dab(0.2, 0.9, 0.05, 0.5), new Dab(0.5, 0.5, 0.1, -0.75));

    static Stream<Arguments> scenes() {
        Stream<Arguments> equations = SceneEquation.ALL.stream()
                .map(equation ->
                        Arguments.of(equation, Settings.start(equation.parameters()), new Shape.Letter("A"), 0.05));
        SceneEquation heat = SceneEquation.of("heat");
        SceneEquation burgers = SceneEquation.of("burgers");
        Settings start = Settings.start(heat.parameters());
        Stream<Shape> shapes = Stream.of(
                new Shape.Letter("\"\\~"),
                new Shape.Blob(0.1),
                new Shape.Mode(3, -2),
                new Shape.Checkerboard(8),
                new Shape.Ring(0.3, 0.05),
                new Shape.Rectangle(0.5, 0.2),
                new Shape.Noise(-1.5, -7),
                new Shape.Empty());
        return Stream.concat(
                Stream.concat(equations, shapes.map(shape -> Arguments.of(heat, start, shape, 1e-3))),
                Stream.of(
                        Arguments.of(heat, start, new Shape.Letter("A"), -0.01),
                        Arguments.of(
                                burgers,
                                Settings.of(
                                        burgers.parameters(), Map.of("amplitude", 0.05), Map.of("kind", "potential")),
                                new Shape.Blob(0.1),
                                0.1),
                        Arguments.of(
                                SceneEquation.of("wave"),
                                Settings.start(SceneEquation.of("wave").parameters()),
                                new Shape.Blob(0.1),
                                -0.2)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theCodeMakesTheField(SceneEquation equation, Settings settings, Shape shape, double t) {
        check(new Canvas(64, shape, DABS, () -> {}), equation, settings, t);
    }

    private static void check(Canvas canvas, SceneEquation equation, Settings settings, double t) {
        double[] shown = new double[64 * 64];
        Moment moment = new Moment(t, 500);
        equation.solve(canvas.field(), settings).shown(moment, shown);

        String code = Scene.code(canvas, equation, settings, moment)
                .replace("shown.show();", ShellResult.class.getName() + ".take(shown.toArray());");
        run(code);

        Field2D expected = Field2D.of(canvas.grid(), shown);
        Field2D actual = Field2D.of(canvas.grid(), ShellResult.values());
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void seriousPaintingFitsIntoTheCode() {
        List<Dab> many = new ArrayList<>();
        for (int k = 0; k < 3000; k++) {
            many.add(new Dab(k / 3000.0, 0.5, 0.0213, 0.017));
        }
        SceneEquation transport = SceneEquation.of("transport");
        Canvas canvas = new Canvas(64, new Shape.Empty(), many, () -> {});
        check(canvas, transport, Settings.start(transport.parameters()), 0.25);
    }

    private static void run(String code) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            String rest = code;
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
                assertThat(info.completeness().isComplete()).as(rest).isTrue();
                for (SnippetEvent event : shell.eval(info.source())) {
                    assertThat(event.exception()).as(info.source()).isNull();
                    assertThat(event.status()).as(info.source()).isEqualTo(jdk.jshell.Snippet.Status.VALID);
                }
                rest = info.remaining();
            }
        }
    }
}
