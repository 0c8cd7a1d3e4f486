package org.modewise.explorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.modewise.core.Grid2D;
import org.modewise.explorer.message.MessageReader;
import org.modewise.explorer.scene.Canvas;
import org.modewise.explorer.scene.Parameter;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.training.LearnerProgress;
import org.modewise.explorer.training.Plan;
import org.modewise.fft.RealFft2D;

/** What the server says in words: JSON, as the protocol has it. Safe to share between threads. */
final class Replies {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SMALLEST_GRID = 64;

    private Replies() {}

    static String hello() {
        ObjectNode hello = reply("hello");
        String version = Replies.class.getPackage().getImplementationVersion();
        hello.put("version", version == null ? "unpackaged" : version);
        hello.put("kernel", RealFft2D.of(Grid2D.unit(SMALLEST_GRID)).kernel());
        hello.putObject("limits")
                .put("parameters", Plan.MOST_PARAMETERS)
                .put("dabs", Canvas.MOST_DABS)
                .put("work", Canvas.MOST_WORK)
                .put("characters", MessageReader.MOST_CHARACTERS);
        ArrayNode equations = hello.putArray("equations");
        for (SceneEquation equation : SceneEquation.ALL) {
            ObjectNode node = equations.addObject();
            node.put("name", equation.name());
            node.put("key", String.valueOf(equations.size()));
            node.put("reversible", equation.reversibility().name().toLowerCase(Locale.ROOT));
            ArrayNode parameters = node.putArray("parameters");
            equation.parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
        }
        return text(hello);
    }

    private static void describe(Parameter parameter, ObjectNode node) {
        node.put("name", parameter.name()).put("label", parameter.label());
        if (parameter instanceof Parameter.Slider slider) {
            node.put("unit", slider.unit())
                    .put("least", slider.least())
                    .put("most", slider.most())
                    .put("start", slider.start())
                    .put("logarithmic", slider.logarithmic());
        } else if (parameter instanceof Parameter.Choice choice) {
            choice.choices().forEach(node.putArray("choices")::add);
            node.put("start", choice.start());
        }
    }

    static String error(String about, String message) {
        return text(reply("error").put("about", about).put("message", message));
    }

    static String curve(double[] times, double[] energies) {
        ObjectNode curve = reply("curve");
        put(curve.putArray("times"), times);
        put(curve.putArray("energies"), energies);
        return text(curve);
    }

    private static void put(ArrayNode node, double[] numbers) {
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                node.add(number);
            } else {
                node.addNull();
            }
        }
    }

    static String training(long run, LearnerProgress progress, double t, int samples) {
        ObjectNode training = reply("training");
        training.put("run", run)
                .put("status", progress.status().name())
                .put("step", progress.step())
                .put("steps", progress.steps())
                .put("optimizer", progress.plan().method().protocolName())
                .put("parameters", progress.plan().parameters())
                .put("samples", samples)
                .put("seconds", progress.seconds())
                .put("t", t)
                .put("note", progress.note());
        List<Double> losses = progress.losses();
        put(
                training.putArray("losses"),
                losses.stream().mapToDouble(loss -> loss).toArray());
        return text(training);
    }

    static String snippet(String java) {
        return text(reply("snippet").put("java", java));
    }

    private static ObjectNode reply(String type) {
        return MAPPER.createObjectNode().put("type", type);
    }

    private static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
