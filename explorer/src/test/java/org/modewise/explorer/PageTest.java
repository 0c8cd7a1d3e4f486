package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.modewise.core.Grid2D;
import org.modewise.explorer.scene.Shape;
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
            System.out.println("no Chromium with its driver on the path: the tests of the page are left out");
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
            rest(900);
        }
        return last;
    }

    /** Lets the page be for so many milliseconds. */
    private static void rest(int millis) {
        browser.run("return new Promise(done => setTimeout(done, arguments[0]))".replace("arguments[0]", "" + millis));
    }

    @Test
    void undoWorksOnStrokesOfALinkAndNeverWipesWhatItDoesNotKnow() {
        browser.drag("field", 0.2, 0.2, 0.6, 0.3, false);
        double first = browser.number("window.modewise.recipe().dabs.length");
        browser.drag("field", 0.2, 0.7, 0.6, 0.8, false);
        String recipe = browser.string("JSON.stringify(window.modewise.recipe())");
        browser.open(server.url() + link(recipe));
        browser.click("undo");
        assertThat(browser.number("window.modewise.recipe().dabs.length")).isEqualTo(first);
        browser.click("undo");
        browser.click("undo");
        assertThat(browser.number("window.modewise.recipe().dabs.length")).isZero();
        browser.open(server.url() + link(recipe.replaceFirst("\"strokes\":\\[[^]]*]", "\"strokes\":[]")));
        browser.click("undo");
        browser.settle();
        assertThat(browser.number("window.modewise.recipe().dabs.length")).isGreaterThan(first);
    }

    @Test
    void aLinksTimeIsKeptEvenBeyondItsSpan() {
        browser.set("speed", 2);
        browser.set("brush-radius-value", 0.07);
        browser.set("width", 31);
        String recipe = browser.string("JSON.stringify(window.modewise.recipe())");
        browser.open(server.url() + link(recipe.replace("\"t\":0,", "\"t\":2.5678901234,")));
        browser.settle();
        assertThat(browser.number("window.modewise.lastFrame().t")).isEqualTo(2.5678901234);
        assertThat(browser.number("window.modewise.recipe().t")).isEqualTo(2.5678901234);
        assertThat(browser.number("window.modewise.recipe().view.span")).isEqualTo(3);
        assertThat(browser.string("document.getElementById('speed').value")).isEqualTo("2");
        assertThat(browser.string("document.getElementById('brush-radius-value').value"))
                .isEqualTo("0.07");
        assertThat(browser.string("document.getElementById('width-value').value"))
                .isEqualTo("31");
        browser.set("span", 0.3);
        assertThat(browser.number("window.modewise.recipe().t")).isEqualTo(0.3);
    }

    @Test
    void whatTheServerRefusesIsTakenBack() throws IOException {
        browser.press("6");
        browser.drag("field", 0.2, 0.2, 0.6, 0.3, false);
        browser.settle();
        String taken = "(({n, initial, dabs, equation}) => JSON.stringify([n, initial, dabs, equation]))"
                + "(window.modewise.recipe())";
        String before = browser.string(taken);
        double mass = browser.number(READOUTS + ".mass");
        String refused = browser.string("JSON.stringify({...window.modewise.recipe(),"
                + " initial: {shape: 'ring', radius: 0.45, width: 0.2}, dabs: [], strokes: []})");
        browser.run("location.hash = arguments[0]", link(refused));
        browser.waitFor("document.getElementById('status').classList.contains('failed')");
        browser.settle();
        assertThat(browser.string(taken)).isEqualTo(before);
        assertThat(browser.number(READOUTS + ".mass")).isCloseTo(mass, within(1e-12));
        assertThat(browser.element("status").getText()).contains("radius + width/2");
        browser.picture("refused");
        browser.press("2");
        browser.waitFor("!document.getElementById('status').classList.contains('failed')");
        browser.open(server.url() + link(refused));
        browser.waitFor("document.getElementById('status').classList.contains('failed')");
        browser.settle();
        assertThat(browser.string("window.modewise.recipe().initial.shape")).isEqualTo("letter");
        assertThat(browser.element("status").getText()).contains("radius + width/2");
    }

    @Test
    void lateFramesAreWaitedForAndSaidToBeComputed() throws IOException {
        browser.set("time-value", 0.02);
        browser.settle();
        browser.waitFor("document.getElementById('readout-critical').innerText !== '–'");
        browser.run("const send = WebSocket.prototype.send;"
                + "WebSocket.prototype.send = function (m) { setTimeout(() => send.call(this, m), 1200); }");
        browser.press("6");
        browser.waitFor("document.getElementById('layout').classList.contains('late')");
        assertThat(browser.number("window.modewise.lastFrame().t")).isEqualTo(0.02);
        for (String readout : List.of("readout-t", "readout-critical", "readout-energy", "note")) {
            assertThat(browser.element(readout).getText()).as(readout).isIn("–", "");
        }
        browser.picture("late");
        browser.press(Keys.SPACE);
        rest(900);
        assertThat(browser.number("window.modewise.recipe().t")).isLessThan(0.02 + 0.08);
        browser.press(Keys.SPACE);
        browser.waitFor("!document.getElementById('layout').classList.contains('late')");
        browser.waitFor("document.getElementById('readout-energy').innerText !== '–'");
    }

    @Test
    void aLostServerIsSaidAndItsReturnBringsAllBack() throws IOException {
        ExplorerServer lost = ExplorerServer.start("localhost", 0);
        URI url = URI.create(lost.url());
        browser.open(lost.url());
        browser.drag("field", 0.2, 0.2, 0.6, 0.3, false);
        browser.settle();
        double mass = browser.number(READOUTS + ".mass");
        double frames = browser.number("window.modewise.framesDelivered");
        browser.set("optimizer", "adam");
        browser.set("train-steps", 20_000);
        browser.click("train-start");
        lost.close();
        browser.waitFor("document.getElementById('train-state').innerText.includes('the server forgot it')");
        browser.waitFor("document.getElementById('status').innerText.includes('Trying again')");
        assertThat(browser.element("train-start").isEnabled()).isTrue();
        assertThat(browser.element("train-on").isEnabled()).isFalse();
        browser.run("scrollTo(0, 0)");
        browser.picture("disconnected");
        ExplorerServer returned = ExplorerServer.start("localhost", url.getPort());
        try {
            browser.waitFor("window.modewise.framesDelivered > " + frames);
            browser.settle();
            assertThat(browser.number(READOUTS + ".mass")).isCloseTo(mass, within(1e-12));
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("WebSocket"));
        } finally {
            browser.run("window.stop(); location.href = 'about:blank'");
            returned.close();
        }
    }

    private static Stream<String> brokenLinks() {
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

    @Test
    void aBrokenLinkLeavesThePageWhole() {
        browser.open(server.url() + "#v1=AAAA");
        String recipe = browser.string("JSON.stringify(window.modewise.recipe())");
        brokenLinks().forEach(fragment -> {
            browser.run("location.hash = arguments[0]", fragment);
            rest(50);
            browser.settle();
            assertThat(browser.string("JSON.stringify(window.modewise.recipe())"))
                    .isEqualTo(recipe);
        });
    }

    @Test
    void theTourShowsItsSixScenesAndGivesTheOwnBack() throws IOException {
        browser.press("2");
        browser.drag("field", 0.2, 0.2, 0.6, 0.3, false);
        browser.set("time-value", 0.123);
        browser.settle();
        String own = browser.string("JSON.stringify(window.modewise.recipe())");
        browser.click("tour-start");
        String[] scenes = {
            "heat letter 0",
            "heat letter > 0",
            "heat letter -0.05",
            "burgers blob > 0",
            "wave blob > 0",
            "heat letter 0.05"
        };
        for (int step = 1; step <= 6; step++) {
            assertThat(browser.element("tour-title").getText()).startsWith(step + " of 6: ");
            String[] scene = scenes[step - 1].split(" ", 3);
            browser.waitFor("window.modewise.lastFrame().t " + (scene[2].startsWith(">") ? "" : "=== ") + scene[2]);
            assertThat(browser.string("(r => `${r.equation.name} ${r.initial.shape} ${r.dabs.length}`)"
                            + "(window.modewise.recipe())"))
                    .isEqualTo(scene[0] + " " + scene[1] + " 0");
            browser.picture("tour-" + step);
            browser.click("tour-next");
        }
        browser.waitFor("document.getElementById('tour').hidden");
        browser.settle();
        assertThat(browser.string("JSON.stringify(window.modewise.recipe())")).isEqualTo(own);
    }

    @Test
    void theToursCardLeavesRoomOnANarrowScreenAndEscapeEndsIt() throws IOException {
        browser.resize(360, 800);
        browser.click("tour-start");
        browser.click("tour-next");
        browser.click("tour-next");
        browser.waitFor("!document.getElementById('warning').hidden");
        browser.settle();
        String top = "document.getElementById('warning').getBoundingClientRect().top";
        assertThat(browser.number(top))
                .isGreaterThan(browser.number("document.getElementById('tour').getBoundingClientRect().bottom"))
                .isLessThan(600);
        browser.picture("tour-narrow");
        browser.run("document.activeElement.blur()");
        browser.press(Keys.ESCAPE);
        browser.waitFor("document.getElementById('tour').hidden");
    }

    @Test
    void theHelpOpensAndTheKeyboardReadsValues() throws IOException {
        browser.press("?");
        browser.picture("help");
        browser.press(Keys.ESCAPE);
        browser.waitFor("!document.getElementById('help').open");
        browser.element("field").sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.element("field-reading").getText())
                .contains("x 0.516")
                .contains("y 0.500");
        assertThat(browser.element("field-reading").getDomAttribute("aria-live"))
                .isEqualTo("polite");
        browser.element("time-value").sendKeys(Keys.ARROW_UP);
        browser.settle();
        assertThat(browser.number("window.modewise.recipe().t")).isEqualTo(0.01);
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
        browser.waitFor("document.getElementById('train-state').innerText.includes('judged on all')");
        browser.picture("trained");
        browser.set("time-value", 0.06);
        browser.waitFor("document.getElementById('maps').classList.contains('outdated')");
        browser.set("layers", 4);
        browser.set("width", 64);
        assertThat(browser.element("parameter-count").getText()).contains("more than");
        assertThat(browser.element("train-start").isEnabled()).isFalse();
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
        browser.set("initial", "blob");
        browser.settle();
        browser.hover("field", 0.6, 0.43);
        Matcher field = Pattern.compile("x (0\\.\\d+)  y (0\\.\\d+)  u (0\\.\\d+) ± (0\\.0*1)")
                .matcher(reading("field-reading"));
        assertThat(field.matches()).as(reading("field-reading")).isTrue();
        long i = Math.round(128 * Double.parseDouble(field.group(1)));
        long j = Math.round(128 * Double.parseDouble(field.group(2)));
        double step = browser.number("(f => (f.hi - f.lo) / 65535)(window.modewise.lastFrame().field)");
        double value = browser.number("(f => f.lo + f.levels[" + (128 * j + i) + "] / 65535 * (f.hi - f.lo))"
                + "(window.modewise.lastFrame().field)");
        double stated = Double.parseDouble(field.group(4));
        assertThat(Double.parseDouble(field.group(3))).isCloseTo(value, within(stated / 2 + 1e-12));
        assertThat(stated).isBetween(step / 2, 5 * step);
        double x = (i - 64) / 128.0;
        double y = (j - 64) / 128.0;
        assertThat(value).isCloseTo(Math.exp(-(x * x + y * y) / (2 * 0.06 * 0.06)), within(stated));

        browser.hover("spectrum", 0.53, 0.48);
        Matcher spectrum = Pattern.compile("kx (\\d+)  ky (\\d+)  .*log₁₀ −(\\d\\.\\d{1,2})")
                .matcher(reading("spectrum-reading"));
        assertThat(spectrum.matches()).as(reading("spectrum-reading")).isTrue();
        int kx = Integer.parseInt(spectrum.group(1));
        int ky = Integer.parseInt(spectrum.group(2));
        double log = Math.log10(2 * Math.PI * 0.06 * 0.06)
                - 2 * Math.PI * Math.PI * 0.06 * 0.06 * (kx * kx + ky * ky) * Math.log10(Math.E);
        assertThat(-Double.parseDouble(spectrum.group(3))).isCloseTo(log, within(0.006));
    }

    private static String reading(String id) {
        return browser.string("document.getElementById('" + id + "').textContent");
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
            browser.run("return new Promise(done => setTimeout(done, 2000))");
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
