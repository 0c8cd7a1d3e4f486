package org.modewise.explorer.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.modewise.explorer.scene.Ranges;

/** The members of a JSON object, each of the kind that is asked for, or refused. */
final class Members {
    private final JsonNode json;

    Members(JsonNode json) {
        this.json = json;
    }

    double number(String name) {
        return number(json.path(name), name);
    }

    double number(String name, double least, double most) {
        return Ranges.within(number(name), least, most, name);
    }

    private static double number(JsonNode node, String name) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
        return node.doubleValue();
    }

    int whole(String name, int least, int most) {
        long value = wholeLong(name);
        // Out of the ints is out of the range as well.
        return Ranges.within((int) Math.max(Integer.MIN_VALUE, Math.min(value, Integer.MAX_VALUE)), least, most, name);
    }

    long wholeLong(String name) {
        JsonNode node = json.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return node.longValue();
    }

    boolean isText(String name) {
        return json.path(name).isTextual();
    }

    String text(String name, int longest) {
        if (!isText(name)) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        String text = json.path(name).textValue();
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    name + " must have at most " + longest + " characters, got " + text.length());
        }
        return text;
    }

    Members object(String name) {
        if (!json.path(name).isObject()) {
            throw new IllegalArgumentException(name + " must be an object");
        }
        return new Members(json.path(name));
    }

    List<String> names(int most) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        Ranges.within(names.size(), 0, most, "the number of members");
        return names;
    }

    JsonNode list(String name, int longest) {
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + " must be a list");
        }
        Ranges.within(list.size(), 0, longest, "the length of " + name);
        return list;
    }

    double[] array(String name, int shortest, int longest) {
        return numbers(json.path(name), shortest, longest, name);
    }

    static double[] numbers(JsonNode list, int shortest, int longest, String name) {
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + " must be a list of numbers");
        }
        Ranges.within(list.size(), shortest, longest, "the length of " + name);
        double[] numbers = new double[list.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = number(list.get(k), name);
        }
        return numbers;
    }
}
