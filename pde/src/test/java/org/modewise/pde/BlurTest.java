package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.assertAbsolute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;

/**
 * The blur of a photograph against a convolution written out: the weights are the periodic Gaussian, sampled at the
 * nodes and not normalised. Its transform is e^{-(σκ)²/2} and its aliases, the largest at Nyquist, where both are
 * e^{-(πσ)²/2} for σ in pixels: 4e-14 at 2.5 pixels, 5e-20 at 3, 7e-3 at 1, below which the two blurs are two things.
 */
class BlurTest {
    @TempDir
    static Path directory;

    private static Field2D photograph() throws IOException {
        Path file = directory.resolve("camera.png");
        if (!Files.exists(file)) {
            try (InputStream stream = BlurTest.class.getResourceAsStream("/camera.png")) {
                Files.copy(stream, file);
            }
        }
        return Images.read(file);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 4, 11.3, 40})
    void isTheConvolutionWithTheGaussian(double pixels) throws IOException {
        Field2D photograph = photograph();
        assertThat(photograph.grid()).isEqualTo(Grid2D.unit(512));
        Field2D expected = transposed(convolvedRows(transposed(convolvedRows(photograph, pixels)), pixels));
        assertAbsolute(Measure.distance(Heat.blur(photograph, pixels / 512), expected), 1e-14);
        Heat heat = new Heat(0.015);
        Field2D heated = heat.solve(photograph).at(heat.timeToBlur(pixels / 512));
        assertAbsolute(Measure.distance(heated, expected), 1e-14);
    }

    @Test
    void ofWidthZeroIsThePhotograph() throws IOException {
        assertAbsolute(Measure.distance(Heat.blur(photograph(), 0), photograph()), 2e-15);
    }

    @Test
    void blursAddInSquares() throws IOException {
        Field2D twice = Heat.blur(Heat.blur(photograph(), 3.0 / 512), 4.0 / 512);
        assertAbsolute(Measure.distance(twice, Heat.blur(photograph(), 5.0 / 512)), 2e-15);
    }

    private static Field2D convolvedRows(Field2D u, double sigma) {
        int n = u.grid().nx();
        double[] weights = new double[n];
        for (int k = -10 * n; k < 10 * n; k++) {
            weights[Math.floorMod(k, n)] += Math.exp(-0.5 * Waves.sq(k / sigma)) / (sigma * Math.sqrt(2 * Math.PI));
        }
        double[] in = u.toArray();
        double[] out = new double[in.length];
        for (int shift = 0; shift < n; shift++) {
            double weight = weights[shift];
            if (weight < 1e-30) {
                continue;
            }
            for (int row = 0; row < in.length; row += n) {
                for (int i = 0; i < n; i++) {
                    out[row + i] += weight * in[row + (i + shift) % n];
                }
            }
        }
        return Field2D.of(u.grid(), out);
    }

    private static Field2D transposed(Field2D u) {
        int n = u.grid().nx();
        double[] out = new double[n * n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                out[i * n + j] = u.get(i, j);
            }
        }
        return Field2D.of(u.grid(), out);
    }

    @Test
    void theWidestBlurIsTheMean() {
        Field2D u = Measure.noise(Grid2D.unit(16), 3);
        assertAbsolute(Measure.distance(Heat.blur(u, 1e200), u.map(value -> u.mean())), 1e-15);
        assertAbsolute(Measure.distance(Heat.blur(u, 0), u), 1e-15);
    }
}
