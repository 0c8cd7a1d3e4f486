package org.modewise.siren;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modewise.core.CorruptFileException;
import org.modewise.core.internal.elementary.WeightMatrix;

/** Networks in files. {@link Siren#save} documents the format. */
final class SirenFile {
    private static final int KIND = 1;
    /** The first version, of networks of sines alone, is still read, and written for these. */
    static final int SINES_ALONE = 1;

    static final int VERSION = 2;
    private static final List<Activation> ACTIVATIONS = List.of(Activation.SINE, Activation.TANH, Activation.FOURIER);

    private SirenFile() {}

    static void write(Siren siren, Path file) throws IOException {
        CheckedFile.write(file, KIND, version(siren.architecture()), out -> write(siren, out));
    }

    static Siren read(Path file) throws IOException {
        CheckedFile in = CheckedFile.read(file, KIND, VERSION);
        Siren siren = read(in);
        in.end();
        return siren;
    }

    /** What a network of an architecture is written as. */
    static int version(Architecture architecture) {
        return architecture.activation().stream().allMatch(Activation.SINE::equals) ? SINES_ALONE : VERSION;
    }

    static void write(Siren siren, DataOutputStream out) throws IOException {
        Architecture architecture = siren.architecture();
        write(architecture, out);
        double[] parameters = siren.parameters();
        out.writeInt(parameters.length);
        for (double parameter : parameters) {
            out.writeDouble(parameter);
        }
    }

    private static void write(Architecture architecture, DataOutputStream out) throws IOException {
        out.writeInt(architecture.inputs());
        for (int axis = 0; axis < architecture.inputs(); axis++) {
            byte[] name = architecture.axes().get(axis).getBytes(StandardCharsets.US_ASCII);
            out.write(Arrays.copyOf(name, Architecture.NAME_LENGTH));
            out.writeDouble(architecture.lower().get(axis));
            out.writeDouble(architecture.upper().get(axis));
        }
        out.writeInt(architecture.hidden().size());
        for (int k = 0; k < architecture.hidden().size(); k++) {
            out.writeInt(architecture.hidden().get(k));
            out.writeDouble(architecture.omega0().get(k));
            if (version(architecture) > SINES_ALONE) {
                out.writeInt(ACTIVATIONS.indexOf(architecture.activation().get(k)));
            }
        }
    }

    static Siren read(CheckedFile in) throws CorruptFileException {
        int start = in.position();
        Architecture architecture = readArchitecture(in);
        double[] parameters = in.doubles("parameters");
        long needed = bytes(architecture);
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (needed > most) {
            throw in.corrupt(
                    start, "the network takes " + needed + " bytes, more than the " + most + " there are for it");
        }
        try {
            return Siren.of(architecture, parameters);
        } catch (IllegalArgumentException e) {
            throw in.corrupt(start, e);
        }
    }

    /** Of the numbers as they are read and kept, and of the weights in panels, forward and backward. */
    private static long bytes(Architecture architecture) {
        long numbers = 4L * architecture.parameters();
        long inputs = architecture.inputs();
        for (int width : architecture.hidden()) {
            numbers += panels(inputs, width);
            inputs = width;
        }
        return Double.BYTES * (numbers + panels(inputs, 1));
    }

    private static long panels(long inputs, long outputs) {
        return padded(outputs) * (inputs + 1) + padded(inputs) * (outputs + 1);
    }

    private static long padded(long rows) {
        return (rows + WeightMatrix.PANEL - 1) / WeightMatrix.PANEL * WeightMatrix.PANEL;
    }

    private static Architecture readArchitecture(CheckedFile in) throws CorruptFileException {
        int start = in.position();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        List<String> axes = new ArrayList<>();
        int count = in.count("axes", Architecture.NAME_LENGTH + 2 * Double.BYTES);
        if (count > Architecture.MOST_AXES) {
            throw in.corrupt(start, count + " axes are more than the " + Architecture.MOST_AXES + " there can be");
        }
        for (int axis = 0; axis < count; axis++) {
            axes.add(in.ascii(Architecture.NAME_LENGTH));
            lower.add(in.number());
            upper.add(in.number());
        }
        List<Integer> hidden = new ArrayList<>();
        List<Double> omega0 = new ArrayList<>();
        List<Activation> activation = new ArrayList<>();
        boolean sines = in.version() == SINES_ALONE;
        // Each has a weight and a bias at least, which follow.
        int parameters = 2 * Double.BYTES;
        int layers = in.count("hidden layers", Integer.BYTES + Double.BYTES + (sines ? 0 : Integer.BYTES) + parameters);
        for (int k = 0; k < layers; k++) {
            hidden.add(in.integer());
            omega0.add(in.number());
            activation.add(sines ? Activation.SINE : readActivation(in));
        }
        try {
            return new Architecture(hidden, omega0, activation, lower, upper, axes);
        } catch (IllegalArgumentException e) {
            throw in.corrupt(start, e);
        }
    }

    private static Activation readActivation(CheckedFile in) throws CorruptFileException {
        int at = in.position();
        int code = in.integer();
        if (code < 0 || code >= ACTIVATIONS.size()) {
            throw in.corrupt(at, "no activation has the number " + code);
        }
        return ACTIVATIONS.get(code);
    }
}
