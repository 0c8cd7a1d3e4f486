package org.modewise.explorer.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The form of all binary messages: the header's length, the header in JSON, the data. Safe to share between threads. */
final class BinaryMessage {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LENGTH = 4;

    private BinaryMessage() {}

    static ObjectNode header(String type) {
        return MAPPER.createObjectNode().put("type", type);
    }

    /**
     * Starts a message.
     *
     * @param header what comes first
     * @param dataBytes how much follows
     * @param reusable a buffer that is used again if it is large enough, or null
     * @return a buffer at the place of the data, with its limit behind them
     */
    static ByteBuffer start(ObjectNode header, int dataBytes, ByteBuffer reusable) {
        byte[] json = bytes(header);
        int padded = (json.length + 3) / 4 * 4;
        int length = LENGTH + padded + dataBytes;
        ByteBuffer buffer = reusable != null && reusable.capacity() >= length
                ? reusable.clear()
                : ByteBuffer.allocate(length + length / 16).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(padded).put(json);
        for (int k = json.length; k < padded; k++) {
            buffer.put((byte) ' ');
        }
        return buffer.limit(length);
    }

    private static byte[] bytes(ObjectNode header) {
        try {
            return MAPPER.writeValueAsBytes(header);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON has no NaN and no infinity: null stands for both. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    static void put(ObjectNode header, String name, Levels levels) {
        header.putObject(name).put("lo", levels.lo()).put("hi", levels.hi());
    }
}
