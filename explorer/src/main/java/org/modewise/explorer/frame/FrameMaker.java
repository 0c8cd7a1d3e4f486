package org.modewise.explorer.frame;

import static org.modewise.explorer.frame.BinaryMessage.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.modewise.core.Grid2D;
import org.modewise.explorer.scene.Backward;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Motion;
import org.modewise.fft.RealFft2D;

/**
 * Makes frames: the field at a time and its spectrum as levels, and what can be read off them. Holds memory for one grid,
 * which it uses again: for one thread at a time.
 */
public final class FrameMaker {
    private static final double NANOS_PER_MICRO = 1000;

    private final Grid2D grid;
    private final RealFft2D fft;
    private final double[] values;
    private final double[] spectrum;
    private final SpectrumLevels spectrumLevels;
    private final short[] fieldData;
    private final short[] spectrumData;
    private double[] raw;
    private short[] rawData;
    private ByteBuffer buffer;

    /**
     * Prepares the memory.
     *
     * @param grid the unit torus
     */
    public FrameMaker(Grid2D grid) {
        this.grid = grid;
        this.fft = RealFft2D.of(grid);
        this.values = new double[grid.size()];
        this.spectrum = new double[fft.spectrumLength()];
        this.spectrumLevels = new SpectrumLevels(grid, fft.layout());
        this.fieldData = new short[values.length];
        this.spectrumData = new short[spectrumLevels.length()];
    }

    /**
     * The mean of u² at a time.
     *
     * @param motion the solution
     * @param t the time
     * @return the energy
     */
    public double energy(Motion motion, double t) {
        motion.at(t, values);
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }

    /**
     * Makes a frame.
     *
     * @param sequence its mark
     * @param motion the solution
     * @param moment the time
     * @param initialEnergy the mean of u² at time zero
     * @return the message, in a buffer that the next frame is written to as well
     */
    public ByteBuffer frame(long sequence, Motion motion, Moment moment, double initialEnergy) {
        long start = System.nanoTime();
        double t = moment.t();
        Backward backward = null;
        if (t < 0) {
            if (raw == null) {
                raw = new double[values.length];
                rawData = new short[values.length];
            }
            backward = motion.backward(t, moment.amplification(), values, raw);
        }
        if (backward == null) {
            motion.at(t, values);
        }
        long transform = System.nanoTime();
        fft.forward(values, spectrum);
        double fftMicros = (System.nanoTime() - transform) / NANOS_PER_MICRO;

        Levels field = Levels.of(values, values.length);
        Levels logs = spectrumLevels.read(spectrum);
        Levels unbounded = backward == null ? null : Levels.of(raw, raw.length);
        field.write(values, values.length, fieldData);
        spectrumLevels.write(logs, spectrumData);
        if (unbounded != null) {
            unbounded.write(raw, raw.length, rawData);
        }

        ObjectNode header = BinaryMessage.header("frame");
        header.put("sequence", sequence).put("t", t).put("n", grid.nx());
        put(header, "field", field);
        put(header, "spectrum", logs);
        if (unbounded != null) {
            put(header, "raw", unbounded);
        }
        ObjectNode readouts = header.putObject("readouts");
        readings(readouts, field, motion, t, initialEnergy);
        backward(readouts, backward);
        put(readouts, "fftMicros", fftMicros);
        put(readouts, "frameMicros", (System.nanoTime() - start) / NANOS_PER_MICRO);

        int samples = values.length * (backward == null ? 1 : 2) + spectrumData.length;
        buffer = BinaryMessage.start(header, samples * Short.BYTES, buffer);
        ShortBuffer data = buffer.asShortBuffer().put(fieldData).put(spectrumData);
        if (unbounded != null) {
            data.put(rawData);
        }
        return buffer.position(0);
    }

    private void readings(ObjectNode readouts, Levels field, Motion motion, double t, double initialEnergy) {
        double sum = 0;
        double squares = 0;
        // Row by row, so that it is the transform's error that Parseval's shows, not that of a long sum.
        for (int row = 0; row < values.length; row += grid.nx()) {
            double rowSum = 0;
            double rowSquares = 0;
            for (int k = row; k < row + grid.nx(); k++) {
                rowSum += values[k];
                rowSquares += values[k] * values[k];
            }
            sum += rowSum;
            squares += rowSquares;
        }
        double energy = squares / values.length;
        double forward = Math.max(0, t);
        put(readouts, "mass", sum / values.length);
        put(readouts, "energy", energy / initialEnergy);
        put(readouts, "slope", motion.slope(spectrumLevels.effectiveSquare()));
        put(readouts, "kEff", Math.sqrt(spectrumLevels.effectiveSquare()) / grid.kx(1));
        put(readouts, "sigma", motion.blur(forward));
        put(readouts, "critical", motion.critical());
        readouts.put("criticalMeaning", motion.criticalMeaning());
        put(readouts, "parseval", energy == 0 ? 0 : Math.abs(spectrumLevels.energy() - energy) / energy);
        readouts.putObject("dominant")
                .put("kx", spectrumLevels.dominantX())
                .put("ky", spectrumLevels.dominantY())
                .put("share", spectrumLevels.dominantShare());
        put(readouts, "least", field.lo());
        put(readouts, "most", field.hi());
        readouts.put("method", motion.method(forward));
        put(readouts, "leaked", motion.leaked(forward));
        readouts.put("note", motion.note(t));
    }

    private static void backward(ObjectNode readouts, Backward backward) {
        if (backward == null) {
            readouts.putNull("backward");
            return;
        }
        ObjectNode node = readouts.putObject("backward");
        node.put("recoverable", backward.recoverable())
                .put("modes", backward.modes())
                .put("kept", backward.kept())
                .put("clipped", backward.clipped());
        put(node, "amplification", backward.amplification());
        put(node, "largest", backward.largest());
        put(node, "noiseGain", backward.noiseGain());
    }
}
