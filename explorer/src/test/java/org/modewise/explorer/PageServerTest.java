package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page and its server: what is refused, late or lost, and trainings. */
class PageServerTest extends PageFixture {
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
        browser.rest(900);
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
                .map(PageServerTest::plainDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static int plainDigit(int c) {
        int place = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
        return place < 0 ? c : '0' + place;
    }
}
