package org.modewise.explorer.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modewise.core.Colormap;
import org.modewise.explorer.message.Message.Alive;
import org.modewise.explorer.message.Message.CurveWish;
import org.modewise.explorer.message.Message.FrameWish;
import org.modewise.explorer.message.Message.GifWish;
import org.modewise.explorer.message.Message.NewEquation;
import org.modewise.explorer.message.Message.NewField;
import org.modewise.explorer.message.Message.NpyWish;
import org.modewise.explorer.message.Message.Paint;
import org.modewise.explorer.message.Message.SnippetWish;
import org.modewise.explorer.message.Message.Train;
import org.modewise.explorer.message.Message.TrainOn;
import org.modewise.explorer.message.Message.TrainStop;
import org.modewise.explorer.scene.Canvas;
import org.modewise.explorer.scene.Dab;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Ranges;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.explorer.training.Plan;

/** Reads messages, and lets nothing through that is not as the protocol has it. Safe to share between threads. */
public final class MessageReader {
    /** The longest message, in characters: a picture of 512² levels in Base64, or 20 000 dabs. */
    public static final int MOST_CHARACTERS = 600_000;

    /** How far from zero the page may go. */
    public static final double MOST_TIME = 1000;

    private static final int MOST_PICTURES = 120;
    private static final int DEPTH = 5;
    private static final int NUMBER_LENGTH = 32;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(MOST_CHARACTERS)
                            .maxNumberLength(NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a message.
     *
     * @param text what the page has sent
     * @return what it says
     * @throws BadMessageException if it is no such message
     */
    public Message read(String text) throws BadMessageException {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadMessageException(
                    "session", "a message must have at most " + MOST_CHARACTERS + " characters, got " + text.length());
        }
        JsonNode json;
        try {
            json = mapper.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new BadMessageException(
                    "session",
                    location == null
                            ? "a message must be JSON no more than " + DEPTH + " levels deep"
                            : "a message must be JSON, and is not from character " + location.getCharOffset());
        }
        if (!json.isObject() || !json.path("type").isTextual()) {
            throw new BadMessageException("session", "a message must be an object with a type");
        }
        String type = json.path("type").textValue();
        try {
            return read(type, new Members(json));
        } catch (IllegalArgumentException e) {
            throw new BadMessageException(isWord(type) ? type : "session", e.getMessage());
        }
    }

    private static boolean isWord(String type) {
        return type.length() <= 16 && type.chars().allMatch(Character::isLetter);
    }

    private static Message read(String type, Members json) {
        return switch (type) {
            case "field" -> field(json);
            case "dab" -> new Paint(dab(json.array("dab", 4, 4)));
            case "equation" -> equation(json);
            case "frame" -> new FrameWish(json.wholeLong("sequence"), moment(json));
            case "curve" -> new CurveWish(times(json, 2, 200));
            case "train" -> new Train(json.wholeLong("run"), plan(json), moment(json));
            case "trainStop" -> new TrainStop();
            case "trainOn" -> new TrainOn(json.whole("steps", 1, Plan.MOST_STEPS));
            case "snippet" -> new SnippetWish(moment(json));
            case "export" -> export(json);
            case "alive" -> new Alive();
            default -> throw new IllegalArgumentException("there is no such type of message");
        };
    }

    private static Moment moment(Members json) {
        return new Moment(json.number("t", -MOST_TIME, MOST_TIME), amplification(json));
    }

    private static double amplification(Members json) {
        return json.number("amplification", 10, 1e15);
    }

    private static NewField field(Members json) {
        int n = json.whole("n", 64, 512);
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("n must be 64, 128, 256 or 512, got " + n);
        }
        List<Dab> dabs = new ArrayList<>();
        for (JsonNode dab : json.list("dabs", Canvas.MOST_DABS)) {
            dabs.add(dab(Members.numbers(dab, 4, 4, "a dab")));
        }
        return new NewField(n, shape(n, json.object("initial")), dabs);
    }

    private static Dab dab(double[] numbers) {
        return new Dab(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static Shape shape(int n, Members json) {
        String shape = json.text("shape", 16);
        return switch (shape) {
            case "letter" -> new Shape.Letter(json.text("text", 16));
            case "blob" -> new Shape.Blob(json.number("sigma"));
            case "mode" -> new Shape.Mode(json.whole("kx", -n, n), json.whole("ky", -n, n));
            case "checkerboard" -> new Shape.Checkerboard(json.whole("cells", 2, 32));
            case "ring" -> new Shape.Ring(json.number("radius"), json.number("width"));
            case "box" -> new Shape.Rectangle(json.number("width"), json.number("height"));
            case "random" -> new Shape.Noise(json.number("slope"), json.wholeLong("seed"));
            case "picture" -> new Shape.Picture(n, grey(n, json));
            case "empty" -> new Shape.Empty();
            default -> throw new IllegalArgumentException("there is no such shape");
        };
    }

    private static byte[] grey(int n, Members json) {
        int length = (n * n + 2) / 3 * 4;
        return Base64.getDecoder().decode(json.text("grey", length));
    }

    private static NewEquation equation(Members json) {
        SceneEquation equation = SceneEquation.of(json.text("name", 32));
        Map<String, Double> numbers = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Members parameters = json.object("parameters");
        for (String name : parameters.names(16)) {
            if (parameters.isText(name)) {
                names.put(name, parameters.text(name, 32));
            } else {
                numbers.put(name, parameters.number(name));
            }
        }
        return new NewEquation(equation, Settings.of(equation.parameters(), numbers, names));
    }

    private static double[] times(Members json, int fewest, int most) {
        double[] times = json.array("times", fewest, most);
        for (double t : times) {
            Ranges.within(t, -MOST_TIME, MOST_TIME, "a time");
        }
        return times;
    }

    private static Plan plan(Members json) {
        double[] widths = json.array("hidden", 1, 4);
        int[] hidden = new int[widths.length];
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = (int) Ranges.within(Math.rint(widths[k]), 2, 64, "a width");
        }
        return new Plan(
                hidden,
                json.number("omega0", 1, 100),
                Plan.Method.of(json.text("optimizer", 16)),
                json.whole("steps", 1, Plan.MOST_STEPS),
                json.wholeLong("seed"));
    }

    private static Message export(Members json) {
        String format = json.text("format", 8);
        return switch (format) {
            case "npy" -> new NpyWish(moment(json));
            case "gif" -> film(json);
            default -> throw new IllegalArgumentException("format must be npy or gif");
        };
    }

    private static GifWish film(Members json) {
        double amplification = amplification(json);
        List<Moment> moments = Arrays.stream(times(json, 2, MOST_PICTURES))
                .mapToObj(t -> new Moment(t, amplification))
                .toList();
        double lo = json.number("lo");
        double hi = json.number("hi");
        if (lo >= hi) {
            throw new IllegalArgumentException("lo must be below hi, got " + lo + " and " + hi);
        }
        return new GifWish(moments, Colormap.of(json.text("colormap", 16)), lo, hi);
    }
}
