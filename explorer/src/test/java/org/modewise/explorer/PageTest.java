package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser; where there is none, these tests say so and are left out. */
class PageTest {
    private static final String READOUTS = "window.modewise.lastFrame().readouts";

    private static ExplorerServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start().orElse(null);
        if (browser == null) {
            System.out.println("no Chromium with its driver in /usr/bin: the tests of the page are left out");
        }
        Assumptions.assumeTrue(browser != null, "Chromium and its driver are installed");
        server = ExplorerServer.start("localhost", 0);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void open() {
        browser.colours("light");
        browser.resize(1440, 1000);
        browser.open(server.url());
    }

    @AfterEach
    void theConsoleIsQuietAndNothingOnScreenIsNotANumber() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.string("document.body.innerText")).doesNotContain("NaN", "Infinity", "undefined");
    }

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
                .contains(String.valueOf((int) browser.number(READOUTS + ".backward.recoverable")));
        assertThat(browser.element("raw").isDisplayed()).isTrue();
        for (String pane : List.of("field", "raw", "spectrum")) {
            assertThat(
                            browser.number(
                                    "(() => { const c = document.getElementById('" + pane + "');"
                                            + " const p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                                            + " let opaque = 0; for (let k = 3; k < p.length; k += 4) opaque += p[k] === 255; return opaque; })()"))
                    .as(pane)
                    .isEqualTo(128 * 128);
        }
        browser.picture("below-zero");
        browser.press("r");
        browser.settle();
        assertThat(browser.element("warning").isDisplayed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, heat", "2, transport", "3, ornstein-uhlenbeck", "4, poisson", "5, burgers", "6, wave"})
    void keysChooseEquations(String key, String equation) throws IOException {
        browser.press(key);
        browser.set("time-value", 0.1);
        browser.settle();
        assertThat(browser.string("window.modewise.recipe().equation.name")).isEqualTo(equation);
        assertThat(browser.element("formula").getText()).isNotBlank();
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

    @ParameterizedTest
    @ValueSource(strings = {"letter", "blob", "mode", "checkerboard", "ring", "box", "random", "empty"})
    void everyInitialFieldIsShown(String shape) {
        browser.set("initial", shape);
        browser.settle();
        assertThat(browser.string("window.modewise.recipe().initial.shape")).isEqualTo(shape);
        assertThat(browser.number(READOUTS + ".most")).isBetween(0.0, 6.0);
    }

    @Test
    void aPictureIsBroughtAndTravelsInTheLink() throws IOException {
        WebElement file = browser.element("picture-file");
        file.sendKeys(java.nio.file.Path.of("..", "docs", "images", "camera.png")
                .toAbsolutePath()
                .normalize()
                .toString());
        browser.waitFor("window.modewise.recipe().initial.shape === 'picture'");
        browser.settle();
        browser.picture("picture");
        roundTrip();
    }

    @Test
    void aLinkRestoresEveryPixel() {
        browser.press("5");
        browser.set("grid", 64);
        browser.drag("field", 0.2, 0.2, 0.6, 0.3, false);
        browser.drag("field", 0.5, 0.6, 0.4, 0.8, true);
        browser.set("map", "cividis");
        browser.set("time-value", 0.07);
        browser.settle();
        roundTrip();
    }

    private static void roundTrip() {
        int field = browser.pixels("field");
        int spectrum = browser.pixels("spectrum");
        String recipe = browser.string("JSON.stringify(window.modewise.recipe())");
        browser.waitFor("location.hash.length > 20");
        String link = linkAtRest();
        assertThat(link).startsWith(server.url());
        browser.open(link);
        browser.settle();
        assertThat(browser.string("JSON.stringify(window.modewise.recipe())")).isEqualTo(recipe);
        assertThat(browser.pixels("field")).isEqualTo(field);
        assertThat(browser.pixels("spectrum")).isEqualTo(spectrum);
    }

    /** The address once it has stopped changing. */
    private static String linkAtRest() {
        String last = "";
        for (String now = browser.string("location.href"); !now.equals(last); now = browser.string("location.href")) {
            last = now;
            browser.run("return new Promise(done => setTimeout(done, 1500))");
        }
        return last;
    }

    static Stream<String> brokenLinks() {
        return Stream.concat(
                Stream.of("#", "#x", "#v1=", "#v1=%%%", "#v1=AAAA", "#v2=AAAA", "#v1=%F0%9F%92%A9"),
                Stream.of(
                                "[]",
                                "{}",
                                "{\"n\":100}",
                                "{\"equation\":{\"name\":\"navier\",\"parameters\":{}}}",
                                "{\"equation\":{\"name\":\"__proto__\",\"parameters\":{}}}",
                                "{\"dabs\":[0,0,1]}",
                                "{\"initial\":{\"shape\":\"picture\",\"grey\":\"AAAA\"}}",
                                "\"" + "A".repeat(50_000_000) + "\"")
                        .map(PageTest::link));
    }

    /** A fragment as the page makes them, of any JSON. */
    private static String link(String json) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] buffer = new byte[100_000];
        int length = deflater.deflate(buffer);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        return "#v1=" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(buffer, length));
    }

    @ParameterizedTest
    @MethodSource("brokenLinks")
    void aBrokenLinkLeavesThePageWhole(String fragment) {
        browser.open(server.url() + fragment);
        browser.settle();
        assertThat(browser.string("window.modewise.recipe().equation.name")).isEqualTo("heat");
    }

    @Test
    void theTourRunsThroughItsSixSteps() throws IOException {
        browser.click("tour-start");
        String last = "";
        for (int step = 1; step <= 6; step++) {
            browser.settle();
            String title = browser.element("tour-title").getText();
            assertThat(title).isNotBlank().isNotEqualTo(last);
            last = title;
            browser.picture("tour-" + step);
            if (step < 6) {
                browser.click("tour-next");
            }
        }
        browser.click("tour-next");
        browser.waitFor("document.getElementById('tour').hidden");
    }

    @Test
    void aNetworkLearnsStopsAndGoesOn() throws IOException {
        browser.set("grid", 64);
        browser.set("time-value", 0.05);
        browser.set("optimizer", "adam");
        browser.set("train-steps", 20_000);
        browser.click("train-start");
        browser.waitFor("/[1-9]/.test(document.getElementById('prediction-text').innerText)");
        browser.click("train-stop");
        browser.waitFor("document.getElementById('train-state').innerText.includes('stopped')");
        double stopped = best();
        browser.set("train-steps", 500);
        browser.click("train-on");
        browser.waitFor("document.getElementById('train-state').innerText.includes('all steps done')");
        assertThat(best()).isLessThan(stopped);
        browser.picture("trained");
    }

    /** The best loss of the run that the table shows first. */
    private static double best() {
        String text = browser.string("document.querySelector('#runs tr td:nth-of-type(5)').innerText");
        return Double.parseDouble(text.replace("·10", "e")
                .replace('⁻', '-')
                .replace('−', '-')
                .replaceAll("[⁰¹²³⁴⁵⁶⁷⁸⁹]", "$0")
                .chars()
                .map(PageTest::plainDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static int plainDigit(int c) {
        int place = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
        return place < 0 ? c : '0' + place;
    }

    @ParameterizedTest
    @CsvSource({"360, 800", "768, 1024", "1024, 768", "1920, 1080"})
    void itFitsEveryScreen(int width, int height) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.colours(scheme);
            browser.resize(width, height);
            browser.settle();
            assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat(browser.number("document.getElementById('field').getBoundingClientRect().width"))
                    .isGreaterThan(200);
            browser.picture("width-" + width + "-" + scheme);
        }
    }

    @Test
    void theSnippetIsOffered() {
        browser.run("document.getElementById('snippet-panel').open = true");
        browser.waitFor("document.getElementById('snippet').innerText.includes('new Heat(0.015)')");
    }

    @Test
    void whatIsReadUnderThePointerIsTheFrames() {
        browser.set("initial", "mode");
        browser.settle();
        browser.drag("spectrum", 0.51, 0.49, 0.51, 0.49, false);
        assertThat(browser.element("spectrum-reading").getText()).isNotBlank();
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
            browser.run("return new Promise(done => setTimeout(done, 5000))");
            double frames = browser.number("window.modewise.framesDelivered") - first;
            browser.press(Keys.SPACE);
            browser.settle();
            System.out.printf(
                    Locale.ROOT,
                    "%dx%d in Chromium, kernel %s: %.0f frames/s, median of the server's computing %.0f us%n",
                    n,
                    n,
                    browser.element("readout-kernel").getText(),
                    frames / 5,
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
