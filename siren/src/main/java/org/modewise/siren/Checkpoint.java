package org.modewise.siren;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A training between two steps, in a file: kind 2 of those that {@link Siren#save} describes, in the version of its
 * networks. The optimiser, its settings and the seed in words, an int for the number of bytes and these in UTF-8; a double, the
 * loss at the present network, which tells its target from others; an int, 1 if there is nothing left to do and else 0.
 * Two networks, the present and the best; doubles: the best loss, and the loss that the patience counts from; an int,
 * the step it counts from; an int and so many doubles, the losses; an int and so many doubles, the optimiser's state,
 * before it the unknown coefficients of an equation, if there are any, the present and the best.
 */
record Checkpoint(
        String optimizer,
        double value,
        boolean converged,
        Architecture architecture,
        double[] present,
        double[] best,
        double bestLoss,
        double mark,
        int markedAt,
        List<Double> losses,
        double[] state) {
    private static final int KIND = 2;
    /** What a loss takes in memory: an object and a reference to it. */
    private static final int LOSS = 4 * Double.BYTES;

    void write(Path file) throws IOException {
        byte[] words = optimizer.getBytes(StandardCharsets.UTF_8);
        int network = architecture.parameters();
        int coefficients = present.length - network;
        CheckedFile.write(file, KIND, SirenFile.version(architecture), out -> {
            out.integer(words.length);
            out.bytes(words);
            out.number(value);
            out.integer(converged ? 1 : 0);
            SirenFile.write(architecture, present, out);
            SirenFile.write(architecture, best, out);
            out.number(bestLoss);
            out.number(mark);
            out.integer(markedAt);
            out.integer(losses.size());
            for (double loss : losses) {
                out.number(loss);
            }
            out.integer(Math.addExact(2 * coefficients, state.length));
            out.numbers(present, network, coefficients);
            out.numbers(best, network, coefficients);
            out.numbers(state, 0, state.length);
        });
    }

    /** Reads a training of so many coefficients. In one of another number, what begins the state counts as these. */
    static Checkpoint read(Path file, int coefficients) throws IOException {
        return CheckedFile.read(file, KIND, SirenFile.VERSION, in -> read(in, coefficients));
    }

    private static Checkpoint read(CheckedInput in, int coefficients) throws IOException {
        String optimizer = in.utf8("bytes of an optimiser");
        double value = in.number();
        boolean converged = readFlag(in);
        Architecture architecture = SirenFile.readArchitecture(in);
        double[] present = SirenFile.readParameters(in, architecture);
        long second = in.position();
        Architecture other = SirenFile.readArchitecture(in);
        if (!other.equals(architecture)) {
            throw in.corrupt(second, "expected " + architecture + ", got " + other);
        }
        double[] best = SirenFile.readParameters(in, architecture);
        long marks = in.position();
        double bestLoss = in.number();
        double mark = in.number();
        int markedAt = in.integer();
        long third = in.position();
        int steps = in.count("losses", Double.BYTES, LOSS);
        if (markedAt < 0 || markedAt >= steps) {
            throw in.corrupt(third, steps + " losses for a mark at step " + markedAt);
        }
        List<Double> losses = new ArrayList<>(steps);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < steps; k++) {
            double loss = in.number();
            if (!(loss >= 0 && loss < Double.POSITIVE_INFINITY)) {
                throw in.corrupt(third, "losses[" + k + "] must be >= 0 and finite, got " + loss);
            }
            losses.add(loss);
            least = Math.min(least, loss);
        }
        if (bestLoss != least || mark != losses.get(markedAt)) {
            throw in.corrupt(
                    marks,
                    "expected the least of the losses, " + least + ", and that of step " + markedAt + ", "
                            + losses.get(markedAt) + ", got " + bestLoss + " and " + mark);
        }
        int numbers = in.count("numbers of an optimiser's state", Double.BYTES, Double.BYTES);
        int theirs = Math.min(coefficients, numbers / 2);
        present = joined(present, in.doubles(theirs));
        best = joined(best, in.doubles(theirs));
        double[] state = in.doubles(numbers - 2 * theirs);
        return new Checkpoint(
                optimizer, value, converged, architecture, present, best, bestLoss, mark, markedAt, losses, state);
    }

    private static boolean readFlag(CheckedInput in) throws IOException {
        long at = in.position();
        int flag = in.integer();
        if (flag != 0 && flag != 1) {
            throw in.corrupt(at, "what tells whether there is nothing left to do must be 0 or 1, got " + flag);
        }
        return flag == 1;
    }

    /** The parameters of a network, and coefficients behind them. */
    static double[] joined(double[] network, double[] coefficients) {
        double[] all = Arrays.copyOf(network, network.length + coefficients.length);
        System.arraycopy(coefficients, 0, all, network.length, coefficients.length);
        return all;
    }

    /** Refuses to go on with another architecture, or with another optimiser by its words. */
    void expect(Architecture wanted, String words) {
        if (!architecture.equals(wanted)) {
            throw new IllegalArgumentException("expected a checkpoint "
                    + (architecture.toString().equals(wanted.toString())
                            ? difference(wanted, architecture)
                            : "of " + wanted + ", got one of " + architecture));
        }
        if (!optimizer.equals(words)) {
            throw new IllegalArgumentException("expected a checkpoint of " + words + ", got one of " + optimizer);
        }
    }

    /** Of architectures that look alike in few words. */
    private static String difference(Architecture wanted, Architecture actual) {
        if (!actual.hidden().equals(wanted.hidden())) {
            return difference("hidden", wanted.hidden(), actual.hidden());
        }
        if (!actual.activation().equals(wanted.activation())) {
            return difference("activation", wanted.activation(), actual.activation());
        }
        if (!actual.omega0().equals(wanted.omega0())) {
            return difference("omega0", wanted.omega0(), actual.omega0());
        }
        if (!actual.axes().equals(wanted.axes())) {
            return difference("axes", wanted.axes(), actual.axes());
        }
        return actual.lower().equals(wanted.lower())
                ? difference("upper", wanted.upper(), actual.upper())
                : difference("lower", wanted.lower(), actual.lower());
    }

    private static String difference(String name, List<?> wanted, List<?> actual) {
        return "with " + name + " = " + wanted + ", got one with " + actual;
    }
}
