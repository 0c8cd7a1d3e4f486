package org.modewise.siren;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modewise.siren.engine.Weights;

/** Networks in files. {@link Siren#save} documents the format. */
final class SirenFile {
    private static final int KIND = 1;
    /** The first version, of networks of sines alone, is still read, and written for these. */
    static final int SINES_ALONE = 1;

    static final int VERSION = 2;
    /** Bytes that an axis or a layer takes in memory, as objects in lists and in copies of these; rather more. */
    private static final int AXIS_OR_LAYER = 512;

    private static final List<Activation> ACTIVATIONS = List.of(Activation.SINE, Activation.TANH, Activation.FOURIER);

    private SirenFile() {}

    static void write(Siren siren, Path file) throws IOException {
        Architecture architecture = siren.architecture();
        double[] parameters = siren.parameters();
        CheckedFile.write(file, KIND, version(architecture), out -> write(architecture, parameters, out));
    }

    static Siren read(Path file) throws IOException {
        return CheckedFile.read(file, KIND, VERSION, SirenFile::read);
    }

    private static Siren read(CheckedInput in) throws IOException {
        Architecture architecture = readArchitecture(in);
        long at = in.position();
        double[] parameters = readParameters(in, architecture);
        // Beside the parameters, which have been counted and are not copied.
        long rest = Weights.size(architecture.layers()) - parameters.length;
        in.requireHeap(at, "weights of " + parameters.length + " parameters", Double.BYTES * rest);
        return Siren.owning(architecture, parameters);
    }

    /** What a network of an architecture is written as. */
    static int version(Architecture architecture) {
        return architecture.activation().stream().allMatch(Activation.SINE::equals) ? SINES_ALONE : VERSION;
    }

    /** Writes a network, whose parameters stand first in an array. */
    static void write(Architecture architecture, double[] parameters, CheckedOutput out) throws IOException {
        write(architecture, out);
        int count = architecture.parameters();
        out.integer(count);
        out.numbers(parameters, 0, count);
    }

    private static void write(Architecture architecture, CheckedOutput out) throws IOException {
        out.integer(architecture.inputs());
        for (int axis = 0; axis < architecture.inputs(); axis++) {
            byte[] name = architecture.axes().get(axis).getBytes(StandardCharsets.US_ASCII);
            out.bytes(Arrays.copyOf(name, Architecture.NAME_LENGTH));
            out.number(architecture.lower().get(axis));
            out.number(architecture.upper().get(axis));
        }
        out.integer(architecture.hidden().size());
        for (int k = 0; k < architecture.hidden().size(); k++) {
            out.integer(architecture.hidden().get(k));
            out.number(architecture.omega0().get(k));
            if (version(architecture) > SINES_ALONE) {
                out.integer(ACTIVATIONS.indexOf(architecture.activation().get(k)));
            }
        }
    }

    /** The parameters of an architecture that has just been read: as many as it takes, and finite. */
    static double[] readParameters(CheckedInput in, Architecture architecture) throws IOException {
        long at = in.position();
        int count = in.count("parameters", Double.BYTES, Double.BYTES);
        double[] parameters = in.doubles(count);
        try {
            Siren.check(architecture, parameters);
        } catch (IllegalArgumentException e) {
            throw in.corrupt(at, e);
        }
        return parameters;
    }

    static Architecture readArchitecture(CheckedInput in) throws IOException {
        long start = in.position();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        List<String> axes = new ArrayList<>();
        int count = in.count("axes", Architecture.NAME_LENGTH + 2 * Double.BYTES, AXIS_OR_LAYER);
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
        int each = Integer.BYTES + Double.BYTES + (sines ? 0 : Integer.BYTES) + parameters;
        int layers = in.count("hidden layers", each, AXIS_OR_LAYER);
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

    private static Activation readActivation(CheckedInput in) throws IOException {
        long at = in.position();
        int code = in.integer();
        if (code < 0 || code >= ACTIVATIONS.size()) {
            throw in.corrupt(at, "no activation has the number " + code);
        }
        return ACTIVATIONS.get(code);
    }
}
