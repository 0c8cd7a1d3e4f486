package org.modewise.explorer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.explorer.scene.Canvas;
import org.modewise.explorer.scene.Dab;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Motion;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;
import org.modewise.pde.Heat;
import org.modewise.pde.SpectralSolution;
import org.modewise.pde.Transport;

/** What the page is sent is what the library says, to half a level. */
class FrameMakerTest {
    private static final double HALF_LEVEL = 0.5 + 1e-6;

    private static Motion motion(String equation, Field2D initial) {
        SceneEquation scene = SceneEquation.of(equation);
        return scene.solve(initial, Settings.start(scene.parameters()));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256})
    void valuesAreTheLibrarys(int n) throws IOException {
        Field2D initial = InitialFields.text(Grid2D.unit(n), "A");
        Decoded frame =
                Decoded.of(new FrameMaker(initial.grid()).frame(5, motion("heat", initial), new Moment(0.01, 1000), 1));
        assertThat(frame.header().path("sequence").intValue()).isEqualTo(5);
        double[] expected = new Heat(0.015).solve(initial).at(0.01).toArray();
        double[] actual = frame.values("field", 0, n * n);
        for (int k = 0; k < actual.length; k++) {
            assertThat(actual[k]).isCloseTo(expected[k], within(HALF_LEVEL * frame.step("field")));
        }
    }

    @Test
    void theSpectrumIsTheLibrarys() throws IOException {
        int n = 64;
        // Nothing in it has a symmetry that would hide an exchange of axes or signs.
        Field2D initial =
                new Canvas(n, new Shape.Noise(-1, 3), List.of(new Dab(0.2, 0.7, 0.05, 0.8)), () -> {}).field();
        Decoded frame = Decoded.of(
                new FrameMaker(initial.grid()).frame(0, motion("transport", initial), new Moment(0.3, 1000), 1));
        Spectrum2D expected = RealFft2D.of(initial.grid())
                .forward(new Transport(1, 0.5).solve(initial).at(0.3));
        double[] actual = frame.values("spectrum", n * n, n * (n / 2 + 1));
        int k = 0;
        for (int my = -n / 2; my < n / 2; my++) {
            for (int mx = 0; mx <= n / 2; mx++) {
                double modulus = Math.hypot(expected.re(mx, my), expected.im(mx, my)) / (n * n);
                // Where rounding is all there is, near 1e-17, its digits are nobody's.
                if (modulus > 1e-9) {
                    assertThat(actual[k])
                            .as("mode (%d,%d)", mx, my)
                            .isCloseTo(Math.log10(modulus), within(HALF_LEVEL * frame.step("spectrum") + 1e-7));
                }
                k++;
            }
        }
    }

    @Test
    void readoutsAreTheLibrarys() throws IOException {
        Field2D initial = InitialFields.text(Grid2D.unit(128), "A");
        SpectralSolution solution = new Heat(0.015).solve(initial);
        FrameMaker frames = new FrameMaker(initial.grid());
        Motion motion = motion("heat", initial);
        double t = 0.02;
        JsonNode readouts = Decoded.of(frames.frame(0, motion, new Moment(t, 1000), frames.energy(motion, 0)))
                .header()
                .path("readouts");
        assertThat(readouts.path("mass").doubleValue()).isCloseTo(initial.mean(), within(1e-15));
        assertThat(readouts.path("energy").doubleValue())
                .isCloseTo(solution.energy(t) / solution.energy(0), within(2e-15));
        assertThat(readouts.path("slope").doubleValue()).isCloseTo(solution.logEnergySlope(t), within(2e-12));
        assertThat(readouts.path("kEff").doubleValue())
                .isCloseTo(solution.effectiveWavenumber(t) / (2 * Math.PI), within(1e-13));
        assertThat(readouts.path("sigma").doubleValue()).isCloseTo(new Heat(0.015).blurWidth(t), within(1e-16));
        assertThat(readouts.path("parseval").doubleValue()).isLessThan(1e-14);
        var dominant = solution.spectrum(t).dominantMode();
        assertThat(readouts.at("/dominant/kx").intValue()).isEqualTo(dominant.mx());
        assertThat(readouts.at("/dominant/ky").intValue()).isEqualTo(dominant.my());
        assertThat(readouts.at("/dominant/share").doubleValue()).isCloseTo(dominant.share(), within(1e-12));
        assertThat(readouts.path("backward").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-4, -0.05, -1, -1000})
    void belowZeroEverythingIsFinite(double t) throws IOException {
        int n = 128;
        Field2D initial = InitialFields.text(Grid2D.unit(n), "A");
        Decoded frame =
                Decoded.of(new FrameMaker(initial.grid()).frame(0, motion("heat", initial), new Moment(t, 1000), 1));
        assertThat(Arrays.stream(frame.values("field", 0, n * n)).allMatch(Double::isFinite))
                .isTrue();
        double[] raw = frame.values("raw", n * n + n * (n / 2 + 1), n * n);
        assertThat(Arrays.stream(raw).allMatch(Double::isFinite)).isTrue();
        double[] expected = new Heat(0.015).solve(initial).backward(1000).at(t).toArray();
        double[] actual = frame.values("field", 0, n * n);
        for (int k = 0; k < actual.length; k++) {
            assertThat(actual[k]).isCloseTo(expected[k], within(HALF_LEVEL * frame.step("field") + 1e-12));
        }
        JsonNode backward = frame.header().at("/readouts/backward");
        assertThat(backward.path("modes").intValue()).isEqualTo(n * n);
        // α|κ|²|t| ≤ 52 ln 2, counted by hand.
        int known = 0;
        for (int my = -n / 2; my < n / 2; my++) {
            for (int mx = -n / 2; mx < n / 2; mx++) {
                double exponent = 0.015 * 4 * Math.PI * Math.PI * (mx * mx + my * my) * -t;
                known += exponent <= 52 * Math.log(2) ? 1 : 0;
            }
        }
        assertThat(backward.path("recoverable").intValue()).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heat", "transport", "ornstein-uhlenbeck", "poisson", "burgers", "wave"})
    void anEmptyCanvasHasFrames(String equation) throws IOException {
        Field2D nothing = new Canvas(64, new Shape.Empty(), List.of(), () -> {}).field();
        Decoded frame = Decoded.of(
                new FrameMaker(nothing.grid()).frame(0, motion(equation, nothing), new Moment(0.1, 1000), 0));
        assertThat(frame.values("field", 0, 64 * 64)).containsOnly(0);
        assertThat(frame.header().at("/readouts/energy").isNull()).isTrue();
    }
}
