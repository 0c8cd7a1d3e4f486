package org.modewise.siren;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A training between two steps, in a file: kind 2 of those that {@link Siren#save} describes, in the version of its
 * networks. The optimiser and its settings in words, an int for the number of bytes and these in UTF-8; a double, the
 * loss at the present network, which tells its target from others; an int, 1 if there is nothing left to do and else 0.
 * Two networks, the present and the best; doubles: the best loss, and the loss that the patience counts from; an int,
 * the step it counts from; an int and so many doubles, the losses; an int and so many doubles, the optimiser's state,
 * before it the unknown coefficients of an equation, if there are any, the present and the best.
 */
record Checkpoint(
        String optimizer,
        double value,
        boolean converged,
        Siren present,
        Siren best,
        double bestLoss,
        double mark,
        int markedAt,
        List<Double> losses,
        double[] state) {
    private static final int KIND = 2;

    void write(Path file) throws IOException {
        CheckedFile.write(file, KIND, SirenFile.version(present.architecture()), out -> {
            byte[] words = optimizer.getBytes(StandardCharsets.UTF_8);
            out.writeInt(words.length);
            out.write(words);
            out.writeDouble(value);
            out.writeInt(converged ? 1 : 0);
            SirenFile.write(present, out);
            SirenFile.write(best, out);
            out.writeDouble(bestLoss);
            out.writeDouble(mark);
            out.writeInt(markedAt);
            write(losses.stream().mapToDouble(Double::doubleValue).toArray(), out);
            write(state, out);
        });
    }

    private static void write(double[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static Checkpoint read(Path file) throws IOException {
        CheckedFile in = CheckedFile.read(file, KIND, SirenFile.VERSION);
        String optimizer = in.utf8("bytes of an optimiser");
        double value = in.number();
        boolean converged = in.integer() != 0;
        Siren present = SirenFile.read(in);
        int second = in.position();
        Siren best = SirenFile.read(in);
        if (!best.architecture().equals(present.architecture())) {
            throw in.corrupt(second, "expected " + present.architecture() + ", got " + best.architecture());
        }
        double bestLoss = in.number();
        double mark = in.number();
        int markedAt = in.integer();
        int third = in.position();
        List<Double> losses = new ArrayList<>();
        for (double loss : in.doubles("losses")) {
            losses.add(loss);
        }
        if (markedAt < 0 || markedAt >= losses.size()) {
            throw in.corrupt(third, losses.size() + " losses for a mark at step " + markedAt);
        }
        double[] state = in.doubles("numbers of an optimiser's state");
        in.end();
        return new Checkpoint(optimizer, value, converged, present, best, bestLoss, mark, markedAt, losses, state);
    }
}
