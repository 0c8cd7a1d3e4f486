package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modewise.core.Grid2D;
import org.modewise.explorer.scene.Shape;
import org.openqa.selenium.Keys;

/** What the page shows of equations, times and initial fields, and how fast. */
class PageTest extends PageFixture {
    @Test
    void paintAddsTheBrushesIntegralAndTheEraserTakesAway() throws IOException {
        double before = browser.number(READOUTS + ".mass");
        browser.drag("field", 0.1, 0.2, 0.3, 0.4, false);
        browser.settle();
        double painted = browser.number(READOUTS + ".mass");
        double integral = browser.number("(d => { let sum = 0; for (let k = 0; k < d.length; k += 4)"
                + " sum += 2 * Math.PI * (d[k + 2] / 1e4) ** 2 * d[k + 3] / 1e3; return sum; })"
                + "(window.modewise.recipe().dabs)");
        assertThat(integral).isPositive();
        assertThat(painted - before).isCloseTo(integral, within(1e-12));
        browser.picture("painted");
        browser.drag("field", 0.3, 0.8, 0.7, 0.8, true);
        browser.settle();
        assertThat(browser.number(READOUTS + ".mass")).isLessThan(painted);
    }

    @Test
    void belowZeroThePageWarnsAndStaysFinite() throws IOException {
        browser.set("time-value", -0.05);
        browser.settle();
        assertThat(browser.number("window.modewise.lastFrame().t")).isEqualTo(-0.05);
        assertThat(browser.element("warning").isDisplayed()).isTrue();
        assertThat(browser.element("warning").getText().replaceAll("(?<=\\d)\\h(?=\\d)", ""))
                .contains(String.valueOf((int) browser.number(READOUTS + ".backward.recoverable")))
                .contains("that is, amplified by less than 1/ε, ");
        assertThat(browser.element("raw").isDisplayed()).isTrue();
        for (String pane : List.of("field", "raw", "spectrum")) {
            assertThat(browser.number("(p => Number.isFinite(p.lo) && Number.isFinite(p.hi) && p.lo < p.hi"
                            + " ? p.levels.length : 0)(window.modewise.lastFrame()." + pane + ")"))
                    .as(pane)
                    .isEqualTo(pane.equals("spectrum") ? 128 * 65 : 128 * 128);
            assertThat(browser.number("(c => new Set(new Uint32Array(c.getContext('2d')"
                            + ".getImageData(0, 0, c.width, c.height).data.buffer)).size)"
                            + "(document.getElementById('" + pane + "'))"))
                    .as(pane)
                    .isGreaterThan(10);
        }
        browser.picture("below-zero");
        browser.colours("dark");
        browser.picture("below-zero-dark");
        browser.press("r");
        browser.settle();
        assertThat(browser.element("warning").isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, heat, 'u_t = \\alpha'",
        "2, transport, '\\mathbf c\\cdot\\nabla u = 0'",
        "3, ornstein-uhlenbeck, '\\theta\\,\\nabla'",
        "4, poisson, '-\\Delta u = f'",
        "5, burgers, '\\nu\\,u_{xx}'",
        "6, wave, 'u_{tt} = c^2'"
    })
    void keysChooseEquations(String key, String equation, String formula) throws IOException {
        int before = browser.pixels("field");
        browser.press(key);
        browser.set("time-value", 0.1);
        browser.settle();
        assertThat(browser.string("window.modewise.recipe().equation.name")).isEqualTo(equation);
        assertThat(browser.pixels("field")).isNotEqualTo(before);
        assertThat(browser.string("document.querySelector('#formula annotation').textContent"))
                .contains(formula);
        assertThat(browser.element("learning").getText()).hasSizeGreaterThan(100);
        browser.picture("equation-" + equation);
    }

    @Test
    void spacePlaysAndPausesAndCDrawsContours() throws IOException {
        browser.press("c");
        browser.press(Keys.SPACE);
        browser.waitFor("window.modewise.lastFrame().t > 0.02");
        browser.press(Keys.SPACE);
        browser.settle();
        double paused = browser.number("window.modewise.recipe().t");
        browser.settle();
        assertThat(browser.number("window.modewise.recipe().t")).isEqualTo(paused);
        assertThat(browser.element("contours").isSelected()).isTrue();
        browser.picture("contours");
    }

    static Map<String, Shape> shapes() {
        return Map.of(
                "letter", new Shape.Letter("A"),
                "blob", new Shape.Blob(0.06),
                "mode", new Shape.Mode(3, 2),
                "checkerboard", new Shape.Checkerboard(8),
                "ring", new Shape.Ring(0.25, 0.03),
                "box", new Shape.Rectangle(0.4, 0.3),
                "random", new Shape.Noise(-2, 7),
                "empty", new Shape.Empty());
    }

    @Test
    void everyInitialFieldIsShownAsTheServerHoldsIt() {
        shapes().forEach((name, shape) -> {
            double[] samples = shape.on(Grid2D.unit(128)).toArray();
            browser.set("initial", name);
            browser.settle();
            assertThat(browser.string("window.modewise.recipe().initial.shape")).isEqualTo(name);
            assertThat(browser.number(READOUTS + ".mass"))
                    .as(name)
                    .isCloseTo(Arrays.stream(samples).average().orElseThrow(), within(1e-12));
            assertThat(browser.number(READOUTS + ".most"))
                    .as(name)
                    .isCloseTo(Arrays.stream(samples).max().orElseThrow(), within(1e-12));
        });
    }

    @Test
    void aRingStaysOnTheTorus() {
        browser.set("initial", "ring");
        browser.set("initial-radius", 0.45);
        browser.set("initial-width", 0.2);
        browser.settle();
        assertThat(browser.number("(r => r.radius + r.width / 2)(window.modewise.recipe().initial)"))
                .isEqualTo(0.5, within(1e-15));
        assertThat(browser.string("document.getElementById('status').className"))
                .isEmpty();
        assertThat(browser.number(READOUTS + ".most")).isPositive();
    }

    @Test
    void theBrushIsAsWideAsTheGridResolves() {
        browser.set("brush-radius", 0);
        assertThat(browser.number("window.modewise.recipe().brush.radius")).isEqualTo(1.25 / 128, within(1e-4));
        browser.set("grid", 64);
        assertThat(browser.number("window.modewise.recipe().brush.radius")).isEqualTo(1.25 / 64);
        browser.set("grid", 512);
        browser.set("brush-radius", 0);
        browser.drag("field", 0.3, 0.3, 0.5, 0.4, false);
        browser.settle();
        assertThat(browser.number("window.modewise.recipe().dabs[2]")).isEqualTo(24);
        assertThat(browser.string("document.getElementById('status').className"))
                .isEmpty();
    }

    @Test
    void burgersPotentialIsShown() throws IOException {
        browser.set("grid", 64);
        browser.press("5");
        browser.set("parameter-kind", "potential");
        browser.set("time-value", 0.5);
        browser.settle();
        assertThat(browser.element("field-title").getText()).startsWith("Φ");
        browser.picture("potential");
    }

    @Test
    void contoursCrossTheSeam() {
        browser.set("initial", "mode");
        browser.set("initial-ky", 0);
        browser.press("c");
        browser.settle();
        assertThat(browser.number("""
                (canvas => {
                    const {width, height} = canvas;
                    const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
                    const drawn = row => pixels.subarray(4 * width * row, 4 * width * (row + 1))
                        .filter((value, k) => k % 4 === 3 && value > 0).length;
                    return Math.min(drawn(0), drawn(height - 1));
                })(document.querySelector('#field-pane .overlay'))""")).isGreaterThan(20);
    }

    @Test
    void filesOfWhatIsSeenAreMade() {
        browser.run("window.saved = []; HTMLAnchorElement.prototype.click ="
                + " function () { window.saved.push(this.download); }");
        browser.set("grid", 64);
        browser.set("time-value", -0.05);
        browser.settle();
        for (String format : List.of("png", "npy", "gif")) {
            browser.click("download-" + format);
            browser.waitFor("window.saved.some(name => name.endsWith('." + format + "'))");
        }
        assertThat(browser.string("document.getElementById('status').className"))
                .isEmpty();
    }

    @Test
    void theSnippetIsOffered() {
        browser.run("document.getElementById('snippet-panel').open = true");
        browser.waitFor("document.getElementById('snippet').innerText.includes('new Heat(0.015)')");
    }

    /** No rate is asserted; what is printed is for whoever measures. */
    @Test
    void rates() {
        for (int n : new int[] {128, 512}) {
            browser.set("grid", n);
            browser.settle();
            browser.set("span", 1);
            browser.run("document.getElementById('loop').checked = true;"
                    + "document.getElementById('loop').dispatchEvent(new Event('change', {bubbles: true}))");
            browser.press(Keys.SPACE);
            browser.run("""
                    window.measured = new Map();
                    const look = () => {
                        const frame = window.modewise.lastFrame();
                        window.measured.set(frame.sequence, frame.readouts.frameMicros);
                        requestAnimationFrame(look);
                    };
                    look();""");
            double first = browser.number("window.modewise.framesDelivered");
            browser.rest(2000);
            double frames = browser.number("window.modewise.framesDelivered") - first;
            browser.press(Keys.SPACE);
            browser.settle();
            System.out.printf(
                    Locale.ROOT,
                    "%dx%d in Chromium, kernel %s: %.0f frames/s, median of the server's computing %.0f us%n",
                    n,
                    n,
                    browser.element("readout-kernel").getText(),
                    frames / 2,
                    browser.number("(m => m.sort((a, b) => a - b)[m.length >> 1])([...window.measured.values()])"));
            assertThat(frames).isPositive();
        }
        browser.set("grid", 128);
        browser.settle();
        browser.drag("field", 0.1, 0.5, 0.9, 0.5, false);
        browser.settle();
        System.out.printf(
                Locale.ROOT,
                "input to pixel at 128x128: median %.0f ms, 95th percentile %.0f of %.0f%n",
                browser.number("(l => l.sort((a, b) => a - b)[l.length >> 1])(window.modewise.latencies())"),
                browser.number("(l => l.sort((a, b) => a - b)[l.length * 19 / 20 | 0])(window.modewise.latencies())"),
                browser.number("window.modewise.latencies().length"));
    }
}
