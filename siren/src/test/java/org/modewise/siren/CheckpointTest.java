package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.modewise.siren.CheckedFileTest.patched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.fft.contract.AllocatedBytes;

/** Trainings in files: whole, damaged, of others, and what they take on their way. */
class CheckpointTest {
    private static final Architecture SMALL =
            Architecture.of(new double[] {0}, new double[] {1}, 2).omega0(3);
    private static final int PARAMETERS = 7;
    private static final List<Double> LOSSES = List.of(3.0, 2.0, 2.5);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("training");
    }

    private static double[] random(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    private static Checkpoint of(Architecture architecture, int coefficients, double[] state) {
        int count = architecture.parameters() + coefficients;
        return new Checkpoint(
                "Adam\u00e9", 2.5, false, architecture, random(count, 1), random(count, 2), 2, 2, 1, LOSSES, state);
    }

    @Test
    void comesBackBitForBit() throws IOException {
        for (int coefficients : new int[] {0, 3}) {
            Checkpoint written = of(SMALL, coefficients, random(20, 3));
            written.write(file);
            assertThat(Checkpoint.read(file, coefficients))
                    .usingRecursiveComparison()
                    .isEqualTo(written);
        }
    }

    /** The format as its documentation has it, read by hand. */
    @Test
    void formatIsTheDocumentedOne() throws IOException {
        Checkpoint written = of(SMALL, 1, random(2, 3));
        written.write(file);
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        in.position(8);
        assertThat(in.getInt()).isEqualTo(2);
        assertThat(in.getInt()).isEqualTo(1);
        assertThat(in.getLong()).isEqualTo(in.capacity() - 28);
        byte[] words = new byte[in.getInt()];
        in.get(words);
        assertThat(new String(words, StandardCharsets.UTF_8)).isEqualTo("Adam\u00e9");
        assertThat(in.getDouble()).isEqualTo(2.5);
        assertThat(in.getInt()).isZero();
        for (double[] network : List.of(written.present(), written.best())) {
            // An axis with its name and corners, and a layer with its width and frequency.
            in.position(in.position() + 4 + 24 + 4 + 12);
            assertThat(numbers(in)).isEqualTo(Arrays.copyOf(network, PARAMETERS));
        }
        assertThat(in.getDouble()).isEqualTo(2);
        assertThat(in.getDouble()).isEqualTo(2);
        assertThat(in.getInt()).isEqualTo(1);
        assertThat(numbers(in)).containsExactly(3, 2, 2.5);
        assertThat(numbers(in))
                .containsExactly(written.present()[7], written.best()[7], written.state()[0], written.state()[1]);
        assertThat(in.remaining()).isEqualTo(4);
    }

    private static double[] numbers(ByteBuffer in) {
        double[] numbers = new double[in.getInt()];
        Arrays.setAll(numbers, k -> in.getDouble());
        return numbers;
    }

    private void refused(byte[] damaged, String... words) throws IOException {
        Files.write(file, damaged);
        assertThatExceptionOfType(CorruptFileException.class)
                .isThrownBy(() -> Checkpoint.read(file, 0))
                .withMessageStartingWith(file + ": ")
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void everyTruncationAndEveryFlippedByteIsRefused() throws IOException {
        of(SMALL, 0, random(5, 3)).write(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            refused(Arrays.copyOf(bytes, at), "");
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            refused(damaged, "");
        }
    }

    /** Ints that somebody has changed, and the checksum made right again. */
    @Test
    void whatContradictsItselfIsRefused() throws IOException {
        of(SMALL, 0, random(5, 3)).write(file);
        byte[] bytes = Files.readAllBytes(file);
        int network = 4 + 24 + 4 + 12 + 4 + 8 * PARAMETERS;
        int first = 24 + 4 + 6 + 8 + 4;
        int mark = first + 2 * network + 16;
        int losses = mark + 4;
        int state = losses + 4 + 3 * 8;
        for (int count : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24}) {
            refused(patched(bytes, 24, count), count + " bytes of an optimiser do not fit", "after byte 24");
            refused(patched(bytes, first, count), count + " axes do not fit");
            refused(patched(bytes, losses, count), count + " losses do not fit", "after byte " + losses);
            refused(patched(bytes, state, count), count + " numbers of an optimiser's state do not fit");
        }
        refused(patched(bytes, mark, 3), "3 losses for a mark at step 3");
        refused(patched(bytes, mark, -1), "3 losses for a mark at step -1");
        refused(patched(bytes, first - 4, 2), "must be 0 or 1, got 2");
        refused(patched(bytes, mark, 0), "and that of step 0, 3.0, got 2.0 and 2.0");
        refused(patched(bytes, mark - 8, 0), "and that of step 1, 2.0, got 2.0 and 0.0");
        for (int high : new int[] {0, 0x40080000, 0x7FF80000, 0xC0080000}) {
            refused(patched(bytes, mark - 16, high), "expected the least of the losses, 2.0, and that of step 1");
        }
        refused(patched(bytes, losses + 4, 0x7FF80000), "losses[0] must be >= 0 and finite, got NaN");
        refused(patched(bytes, losses + 4, 0xC0080000), "losses[0] must be >= 0 and finite, got -3.0");
        refused(patched(bytes, state, 4), "8 bytes too many");
        refused(patched(bytes, first + network + 4, 'z' << 24), "from byte " + (first + network) + ": expected");
        refused(patched(bytes, first + 4 + 24 + 4 + 12 + 4, 0x7FF80000), "parameters[0] must be finite, got NaN");
    }

    /** A state of 8 MB, as large ones have gigabytes: no copy on the way there, none on the way back. */
    @Test
    void statesAreNotCopiedOnTheirWay() throws IOException {
        Checkpoint large = of(SMALL, 1, random(1000000, 3));
        large.write(file);
        Checkpoint.read(file, 1);
        assertThat(AllocatedBytes.of(() -> unchecked(() -> large.write(file)))).isLessThan(500000);
        assertThat(AllocatedBytes.of(() -> unchecked(() -> Checkpoint.read(file, 1))))
                .isBetween(8000000L, 8500000L);
    }

    @FunctionalInterface
    private interface Access {
        void run() throws IOException;
    }

    private static void unchecked(Access access) {
        try {
            access.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatDiffersFromTheSettingsIsSaid() {
        Checkpoint checkpoint = of(SMALL, 0, new double[0]);
        checkpoint.expect(SMALL, "Adam\u00e9");
        expected(checkpoint, SMALL.hidden(3), "of Architecture[1-3-1, 10 parameters], got one of " + SMALL);
        expected(checkpoint, SMALL.omega0(4), "with omega0 = [4.0], got one with [3.0]");
        expected(checkpoint, SMALL.axes("t"), "with axes = [t], got one with [x]");
        Architecture wide = Architecture.of(new double[] {-1}, new double[] {1}, 2);
        expected(checkpoint, wide.omega0(3), "with lower = [-1.0], got one with [0.0]");
        Architecture far = Architecture.of(new double[] {0}, new double[] {2}, 2);
        expected(checkpoint, far.omega0(3), "with upper = [2.0], got one with [1.0]");
        Architecture mixed = SMALL.hidden(2, 2, 2).activation(Activation.SINE, Activation.TANH, Activation.TANH);
        expected(
                of(mixed, 0, new double[0]),
                mixed.activation(Activation.SINE, Activation.SINE, Activation.TANH),
                "with activation = [SINE, SINE, TANH], got one with [SINE, TANH, TANH]");
        Architecture deep = SMALL.hidden(1, 1, 2, 1, 3, 1);
        expected(
                of(deep, 0, new double[0]),
                SMALL.hidden(1, 1, 3, 1, 2, 1),
                "with hidden = [1, 1, 3, 1, 2, 1], got one with [1, 1, 2, 1, 3, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint.expect(SMALL, "Lbfgs"))
                .withMessage("expected a checkpoint of Lbfgs, got one of Adam\u00e9");
    }

    private static void expected(Checkpoint checkpoint, Architecture settings, String difference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint.expect(settings, "Adam\u00e9"))
                .withMessage("expected a checkpoint " + difference);
    }
}
