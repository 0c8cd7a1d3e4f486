package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modewise.siren.CheckedFileTest.patched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.fft.contract.AllocatedBytes;

/** Networks in files: whole, damaged, and made up. */
class SirenFileTest {
    private static final Siren SIREN = Siren.random(
            Architecture.of(new double[] {0, -1, 2}, new double[] {1, 1, 5}, 4, 3)
                    .omega0(30, 7.5),
            9);

    @TempDir
    private Path folder;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("net.siren");
        SIREN.save(file);
        bytes = Files.readAllBytes(file);
    }

    @Test
    void comesBackBitForBit() throws IOException {
        assertThat(Siren.load(file)).isEqualTo(SIREN);
        Siren extreme = Siren.of(SIREN.architecture(), withExtremes());
        extreme.save(file);
        assertThat(Siren.load(file)).isEqualTo(extreme);
    }

    @Test
    void anInterruptedThreadSavesAndLoads() throws IOException {
        Files.delete(file);
        Thread.currentThread().interrupt();
        try {
            SIREN.save(file);
            assertThat(Siren.load(file)).isEqualTo(SIREN);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Parameters, these times ω₀, and panels of them for both directions: what can be made can be loaded. */
    @Test
    void loadingTakesNoMoreThanMaking() throws IOException {
        Architecture architecture = Architecture.of(new double[2], new double[] {1, 1}, 400, 400);
        Siren wide = Siren.random(architecture, 1);
        wide.save(file);
        assertThat(Siren.load(file)).isEqualTo(wide);
        assertThat(AllocatedBytes.of(() -> load()))
                .isBetween(32L * architecture.parameters(), 34L * architecture.parameters());
    }

    private void load() {
        try {
            Siren.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] withExtremes() {
        double[] parameters = SIREN.parameters();
        parameters[0] = -0.0;
        parameters[1] = Double.MIN_VALUE;
        parameters[2] = -Double.MAX_VALUE;
        return parameters;
    }

    /** The format as its documentation has it, read by hand. */
    @Test
    void formatIsTheDocumentedOne() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[8];
        in.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("MODEWISE");
        assertThat(in.getInt()).isEqualTo(1);
        assertThat(in.getInt()).isEqualTo(1);
        assertThat(in.getLong()).isEqualTo(bytes.length - 28);
        assertThat(in.getInt()).isEqualTo(3);
        double[] corners = {0, 1, -1, 1, 2, 5};
        for (int axis = 0; axis < 3; axis++) {
            byte[] name = new byte[8];
            in.get(name);
            assertThat(name).isEqualTo(new byte[] {(byte) "xyt".charAt(axis), 0, 0, 0, 0, 0, 0, 0});
            assertThat(in.getDouble()).isEqualTo(corners[2 * axis]);
            assertThat(in.getDouble()).isEqualTo(corners[2 * axis + 1]);
        }
        assertThat(in.getInt()).isEqualTo(2);
        assertThat(in.getInt()).isEqualTo(4);
        assertThat(in.getDouble()).isEqualTo(30);
        assertThat(in.getInt()).isEqualTo(3);
        assertThat(in.getDouble()).isEqualTo(7.5);
        assertThat(in.getInt()).isEqualTo(35);
        for (double parameter : SIREN.parameters()) {
            assertThat(in.getDouble()).isEqualTo(parameter);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, in.position());
        assertThat(in.getInt()).isEqualTo((int) checksum.getValue());
        assertThat(in.hasRemaining()).isFalse();
    }

    private void refused(byte[] damaged, String... words) throws IOException {
        Files.write(file, damaged);
        assertThatExceptionOfType(CorruptFileException.class)
                .isThrownBy(() -> Siren.load(file))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(file + ": ")
                        .satisfies(m -> {
                            for (String word : words) {
                                assertThat(m).contains(word);
                            }
                        }));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void aFlippedBitInAnyByteIsRefused() throws IOException {
        for (int k = 0; k < bytes.length; k++) {
            byte[] damaged = bytes.clone();
            damaged[k] ^= (byte) (1 << k % 8);
            refused(damaged);
        }
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        refused(new byte[3], "cut off at byte 3");
        refused(new byte[100], "bytes 0 to 7");
        refused(Arrays.copyOf(bytes, bytes.length + 1), "at byte " + (bytes.length + 1));
        refused(patched(bytes, 8, 2), "kind must be 1, got 2 at byte 8");
        refused(patched(bytes, 12, 9), "version must be from 1 to 2, got 9 at byte 12");
        byte[] flipped = bytes.clone();
        flipped[50] ^= 1;
        refused(flipped, "checksum at byte " + (bytes.length - 4));
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeTheyAreAllocated() throws IOException {
        int axes = 24;
        int layers = axes + 4 + 3 * (8 + 2 * 8);
        int width = layers + 4;
        int parameters = width + 2 * 12;
        for (int count : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24}) {
            refused(patched(bytes, axes, count), count + " axes do not fit", "after byte 24");
            refused(patched(bytes, layers, count), count + " hidden layers do not fit");
            refused(patched(bytes, parameters, count), count + " parameters do not fit");
        }
        refused(patched(bytes, width, 0), "hidden[0] must be >= 1, got 0");
        refused(patched(bytes, width, Integer.MAX_VALUE), "parameters need");
        refused(patched(bytes, width, 1 << 20), "takes");
        // NaN as a corner, as a frequency, as a parameter.
        refused(patched(bytes, axes + 4 + 8, 0x7FF80000), "lower[0] must be finite, got NaN");
        refused(patched(bytes, axes + 4, 0x80000000), "axes must be names");
        refused(patched(bytes, width + 4, 0x7FF80000), "omega0[0]");
        refused(patched(bytes, parameters + 4, 0x7FF80000), "parameters[0] must be finite, got NaN");
        refused(patched(bytes, parameters, 34), "takes 35, got 34");
    }

    @Test
    void whatFollowsTheContentIsRefused() throws IOException {
        ByteBuffer longer = ByteBuffer.allocate(bytes.length + 8);
        longer.put(bytes, 0, bytes.length - 4).putLong(0).putLong(16, bytes.length - 28 + 8);
        CRC32C checksum = new CRC32C();
        checksum.update(longer.array(), 0, longer.position());
        longer.putInt((int) checksum.getValue());
        refused(longer.array(), "8 bytes too many from byte " + (bytes.length - 4));
    }

    @Test
    void failedWritesLeaveTheOldFile() {
        assertThatThrownBy(() -> SIREN.save(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SIREN.save(folder.resolve("no/net"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Siren.load(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Siren.load(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("file");
        assertThatThrownBy(() -> SIREN.save(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("file");
        assertThat(folder.toFile().list()).isEqualTo(List.of("net.siren").toArray());
    }
}
