package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** Links that hold all that is seen, and links that hold what they should not. */
class PageLinksTest extends PageFixture {
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
            browser.rest(900);
        }
        return last;
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
                        .map(PageFixture::link));
    }

    @Test
    void aBrokenLinkLeavesThePageWhole() {
        browser.open(server.url() + "#v1=AAAA");
        String recipe = browser.string("JSON.stringify(window.modewise.recipe())");
        brokenLinks().forEach(fragment -> {
            browser.run("location.hash = arguments[0]", fragment);
            browser.rest(50);
            browser.settle();
            assertThat(browser.string("JSON.stringify(window.modewise.recipe())"))
                    .isEqualTo(recipe);
        });
    }
}
