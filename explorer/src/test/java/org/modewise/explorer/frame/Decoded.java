package org.modewise.explorer.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A binary message as the page reads it, by the protocol and not by the code that wrote it. */
public record Decoded(JsonNode header, ByteBuffer data) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads a message.
     *
     * @param message from its position to its limit; it is left as it is
     * @return header and data
     * @throws IOException if the header is not JSON
     */
    public static Decoded of(ByteBuffer message) throws IOException {
        ByteBuffer bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        byte[] json = new byte[bytes.getInt()];
        bytes.get(json);
        return new Decoded(MAPPER.readTree(json), bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * Some samples.
     *
     * @param name of the field in the header
     * @param from where they begin
     * @param count how many there are
     * @return their values
     */
    public double[] values(String name, int from, int count) {
        double lo = header.at("/" + name + "/lo").doubleValue();
        double step = step(name);
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = lo + step * (data.getShort(2 * (from + k)) & 0xffff);
        }
        return values;
    }

    /**
     * The distance between two levels.
     *
     * @param name of the field in the header
     * @return (hi - lo)/65535
     */
    public double step(String name) {
        double lo = header.at("/" + name + "/lo").doubleValue();
        double hi = header.at("/" + name + "/hi").doubleValue();
        return (hi - lo) / 65535;
    }
}
