package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The tour, the help, what is read under the pointer, and screens of every size. */
class PageGuideTest extends PageFixture {
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
}
