package org.modewise.explorer.frame;

import static org.modewise.explorer.frame.BinaryMessage.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.modewise.core.Field2D;

/** Makes the pictures of a training: the network's field, and where it errs. */
public final class PredictionMaker {
    private PredictionMaker() {}

    /**
     * Makes a message.
     *
     * @param run which training
     * @param step how far the training is
     * @param network the network's field
     * @param exact what it is to be
     * @return the message
     */
    public static ByteBuffer prediction(long run, int step, Field2D network, Field2D exact) {
        Field2D difference = network.minus(exact).map(Math::abs);
        double[] values = network.toArray();
        double[] errors = difference.toArray();
        Levels field = Levels.of(values, values.length);
        Levels error = Levels.of(errors, errors.length);
        ObjectNode header = BinaryMessage.header("prediction");
        header.put("run", run).put("step", step).put("n", network.grid().nx());
        put(header, "relative", difference.norm() / exact.norm());
        put(header, "largest", error.hi());
        put(header, "field", field);
        put(header, "error", error);
        ByteBuffer buffer = BinaryMessage.start(header, 2 * values.length * Short.BYTES, null);
        short[] levels = new short[values.length];
        field.write(values, values.length, levels);
        ShortBuffer data = buffer.asShortBuffer().put(levels);
        error.write(errors, errors.length, levels);
        data.put(levels);
        return buffer.position(0);
    }
}
