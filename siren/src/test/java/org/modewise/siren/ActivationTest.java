package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.CorruptFileException;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.engine.Layers;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/** Networks of tanh and on random features: how they start, what they compute, in files and in training. */
class ActivationTest {
    private static final Architecture SINES = Architecture.of(new double[] {-1, -1}, new double[] {1, 1}, 16, 6, 6);
    private static final Architecture TANH = SINES.activation(Activation.TANH);
    private static final Architecture FEATURES = TANH.features(3);
    private static final Field2D TARGET =
            Field2D.of(Grid2D.unit(20, 17), (x, y) -> Math.exp(-8 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));

    @TempDir
    private Path folder;

    @Test
    void oneTanhInClosedForm() {
        Siren siren = Siren.of(
                Architecture.of(new double[] {-1, -1}, new double[] {1, 1}, 1).activation(Activation.TANH),
                0.4,
                -0.3,
                0.1,
                2,
                0.25);
        double tanh = Math.tanh(0.4 * 0.3 + 0.3 * 0.8 + 0.1);
        double slope = 1 - tanh * tanh;
        Jet jet = siren.jet(0.3, -0.8);
        assertThat(jet.value()).isCloseTo(0.25 + 2 * tanh, within(1e-15));
        assertThat(jet.first(0)).isCloseTo(2 * 0.4 * slope, within(1e-15));
        assertThat(jet.second(1)).isCloseTo(2 * 0.09 * -2 * tanh * slope, within(1e-15));
        assertThat(siren.value(0.3, -0.8)).isEqualTo(jet.value());
        assertThat(siren.sample(new Grid2D(2, 2, 0.3, -0.8, 1, 1)).get(0, 0)).isEqualTo(jet.value());
    }

    @Test
    void tanhStartsAsGlorotAndBengioSay() {
        Architecture wide = Architecture.of(Grid2D.unit(8), 300, 200).activation(Activation.TANH);
        double[] parameters = Siren.random(wide, 3).parameters();
        Layers layers = wide.layers();
        double[] bounds = {Math.sqrt(6.0 / 302), Math.sqrt(6.0 / 500), Math.sqrt(6.0 / 201)};
        for (int k = 0; k < 3; k++) {
            double bound = bounds[k];
            double[] drawn = Arrays.copyOfRange(parameters, layers.weights(k), layers.biases(k));
            assertThat(Arrays.stream(drawn).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(bound);
            double variance = Arrays.stream(drawn).map(p -> p * p).average().orElseThrow();
            assertThat(variance / (bound * bound / 3)).isCloseTo(1, within(4 * Math.sqrt(0.8 / drawn.length)));
            assertThat(Arrays.copyOfRange(parameters, layers.biases(k), layers.biases(k) + layers.outputs(k)))
                    .containsOnly(0);
        }
        assertThat(Siren.random(wide, 3)).isEqualTo(Siren.random(wide, 3)).isNotEqualTo(Siren.random(wide, 4));
    }

    /** The network written out: sin and cos of 2πb·x, x in sides of the box from its middle. */
    @Test
    void featuresAreSinesAndCosinesOfNormalFrequencies() {
        double sigma = 3;
        Architecture one = Architecture.of(Grid2D.unit(8), 400).features(sigma);
        double[] parameters = Siren.random(one, 5).parameters();
        double x = 0.3;
        double y = 0.9;
        double expected = parameters[parameters.length - 1];
        double[] frequencies = new double[400];
        for (int j = 0; j < 400; j++) {
            frequencies[j] = sigma * parameters[j / 2 * 4 + j % 2];
        }
        for (int k = 0; k < 200; k++) {
            double angle = 2 * Math.PI * (frequencies[2 * k] * (x - 0.5) + frequencies[2 * k + 1] * (y - 0.5));
            expected += parameters[1200 + 2 * k] * Math.sin(angle) + parameters[1200 + 2 * k + 1] * Math.cos(angle);
        }
        assertThat(Siren.of(one, parameters).value(x, y)).isCloseTo(expected, within(1e-13));
        double mean = Arrays.stream(frequencies).average().orElseThrow();
        double variance = Arrays.stream(frequencies).map(b -> b * b).average().orElseThrow();
        double fourth =
                Arrays.stream(frequencies).map(b -> Math.pow(b, 4)).average().orElseThrow();
        // Four standard deviations of what 400 normal numbers say: of variance 2, of fourth moments 96.
        assertThat(mean / sigma).isCloseTo(0, within(4 / Math.sqrt(400)));
        assertThat(variance / (sigma * sigma)).isCloseTo(1, within(4 * Math.sqrt(2.0 / 400)));
        assertThat(fourth / Math.pow(sigma, 4)).isCloseTo(3, within(4 * Math.sqrt(96.0 / 400)));
        assertThat(Siren.random(one, 5)).isEqualTo(Siren.random(one, 5)).isNotEqualTo(Siren.random(one, 6));
    }

    @Test
    void withersKeepWhatBelongsTogether() {
        assertThat(TANH.omega0()).containsExactly(1.0, 1.0, 1.0);
        assertThat(TANH.omega0(7)).isEqualTo(TANH);
        assertThat(TANH.activation(Activation.SINE)).isEqualTo(SINES);
        assertThat(FEATURES.omega0()).containsExactly(3 * Math.PI, 1.0, 1.0);
        assertThat(FEATURES.activation()).containsExactly(Activation.FOURIER, Activation.TANH, Activation.TANH);
        assertThat(FEATURES.hidden(10, 6, 6, 6).activation())
                .containsExactly(Activation.FOURIER, Activation.TANH, Activation.TANH, Activation.TANH);
        assertThat(SINES.omega0(30, 10, 5).hidden(4, 4).omega0()).containsExactly(30.0, 10.0);
        Fitting fitting =
                Siren.fit(TARGET).activation(Activation.TANH).features(2).hidden(8, 4);
        assertThat(fitting.architecture())
                .isEqualTo(Architecture.of(TARGET.grid(), 8, 4)
                        .activation(Activation.TANH)
                        .features(2));
        assertThat(Siren.random(TANH, 1)).hasToString("Siren[2-16-6-6-1, tanh, 199 parameters]");
        assertThat(FEATURES).hasToString("Architecture[2-16-6-6-1, fourier tanh, 199 parameters]");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.activation(Activation.TANH, Activation.SINE))
                .withMessage("activation must hold 3, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.activation(Activation.FOURIER))
                .withMessageStartingWith("activation[0] must be another, FOURIER needs a sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINES.features(0))
                .withMessage("sigma must be from 1.0E-8 to 1.0E7, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TANH.omega0(Double.NaN))
                .withMessage("omega0[0] must be from 1.0E-8 to 1.0E8, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Architecture(
                        List.of(3), List.of(2.0), List.of(Activation.TANH), List.of(0.0), List.of(1.0), List.of("x")))
                .withMessage("omega0[0] must be 1 for tanh, got 2.0");
        assertThatNullPointerException()
                .isThrownBy(() -> SINES.activation((Activation[]) null))
                .withMessage("values");
        assertThatNullPointerException().isThrownBy(() -> SINES.hidden(null)).withMessage("widths");
    }

    @Test
    void filesSayWhatTheLayersAre() throws IOException {
        Path file = folder.resolve("net");
        for (Architecture architecture : List.of(TANH, FEATURES, SINES.features(2), SINES)) {
            Siren siren = Siren.random(architecture, 2);
            siren.save(file);
            assertThat(Siren.load(file)).isEqualTo(siren);
            // Sines alone are what they were in the first version.
            assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).getInt(12)).isEqualTo(architecture == SINES ? 1 : 2);
        }
        Siren.random(FEATURES, 2).save(file);
        byte[] bytes = Files.readAllBytes(file);
        int layers = 28 + 2 * (8 + 16);
        ByteBuffer in = ByteBuffer.wrap(bytes).position(layers);
        assertThat(in.getInt()).isEqualTo(3);
        int[] codes = {2, 1, 1};
        for (int k = 0; k < 3; k++) {
            assertThat(in.getInt()).isEqualTo(FEATURES.hidden().get(k));
            assertThat(in.getDouble()).isEqualTo(FEATURES.omega0().get(k));
            assertThat(in.getInt()).isEqualTo(codes[k]);
        }
        int first = layers + 4 + 12;
        for (int code : new int[] {-1, 3, Integer.MIN_VALUE}) {
            refused(file, patched(bytes, first, code), "no activation has the number " + code);
        }
        refused(file, patched(bytes, first + 16, 2), "activation[1] must be another");
        refused(file, patched(bytes, first, 1), "omega0[0] must be 1 for tanh");
        refused(file, patched(bytes, layers, 1 << 28), "hidden layers do not fit");
        refused(file, patched(bytes, 12, 1), "net");
        refused(file, patched(bytes, 12, 0), "version must be from 1 to 2, got 0");
        for (int length = 0; length < bytes.length; length += 13) {
            refused(file, Arrays.copyOf(bytes, length), "net");
        }
        for (int k = 0; k < layers + 60; k++) {
            byte[] damaged = bytes.clone();
            damaged[k] ^= (byte) (1 << k % 8);
            refused(file, damaged, "net");
        }
    }

    /** With one int changed and the checksum made right again. */
    private static byte[] patched(byte[] bytes, int at, int value) {
        ByteBuffer patched = ByteBuffer.wrap(bytes.clone()).putInt(at, value);
        CRC32C checksum = new CRC32C();
        checksum.update(patched.array(), 0, bytes.length - 4);
        return patched.putInt(bytes.length - 4, (int) checksum.getValue()).array();
    }

    private static void refused(Path file, byte[] bytes, String words) throws IOException {
        Files.write(file, bytes);
        assertThatExceptionOfType(CorruptFileException.class)
                .isThrownBy(() -> Siren.load(file))
                .withMessageContaining(words);
    }

    @Test
    void trainingMovesAllButFeatures() throws IOException {
        for (Architecture architecture :
                List.of(TANH, FEATURES, SINES.features(2).omega0(2 * Math.PI, 5, 5))) {
            for (Optimizer optimizer : List.of(Adam.of(0.01), LevenbergMarquardt.standard())) {
                Path file = folder.resolve("checkpoint");
                Fitting fitting = new Fitting(TARGET, architecture, 1, optimizer, Training.of(20));
                Fit fit = fitting.run();
                assertThat(fit.loss())
                        .isLessThan((optimizer instanceof Adam ? 0.7 : 1e-4)
                                * fit.losses().get(0));
                double[] start = Siren.random(fitting.architecture(), 1).parameters();
                double[] end = fit.model().parameters();
                int frozen = architecture == TANH ? 0 : 3 * 16;
                assertThat(Arrays.copyOf(end, frozen)).isEqualTo(Arrays.copyOf(start, frozen));
                for (int p = frozen; p < end.length - 1; p++) {
                    assertThat(end[p]).as(fitting + " " + p).isNotEqualTo(start[p]);
                }
                fitting.steps(9).checkpoint(file, 3).run();
                assertThat(fitting.resume(file)).isEqualTo(fit);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Siren.fit(TARGET)
                                .hidden(16, 6, 6)
                                .optimizer(optimizer)
                                .resume(file))
                        .withMessageContaining("expected a checkpoint of Architecture[2-16-6-6-1, 199");
            }
        }
    }

    @Test
    void equationsGoOnFromAnyNetwork() {
        Domain domain = Domain.of("x", -1, 1).and("y", -1, 1);
        Pinn pinn = Pinn.residual(u -> u.laplacian().minus(1.0), Points.sobol(domain, 200))
                .steps(10);
        for (Architecture architecture : List.of(TANH, FEATURES)) {
            Siren start = Siren.random(architecture, 3);
            double laplacian = start.laplacian(0.25, -0.5) - 1;
            Pinn there = Pinn.residual(u -> u.laplacian().minus(1.0), Points.of(domain, new double[] {0.25, -0.5}));
            assertThat(there.loss(start) / (laplacian * laplacian)).isCloseTo(1, within(1e-12));
            Fit fit = pinn.from(new Fit(start, List.of(1.0), FitStatus.COMPLETED, Map.of()))
                    .run();
            assertThat(fit.model().architecture()).isEqualTo(architecture);
            assertThat(fit.loss()).isLessThan(0.01 * fit.losses().get(0));
            int frozen = architecture.frozen().length;
            assertThat(Arrays.copyOf(fit.model().parameters(), frozen))
                    .isEqualTo(Arrays.copyOf(start.parameters(), frozen));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pinn.from(fit).periodic("x").from(fit))
                    .withMessageStartingWith("activation of the first layer must be SINE for periodic axes, got ");
        }
    }
}
