package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The page in a real browser; where there is none, the tests say so and are left out. */
abstract class PageFixture {
    static final String READOUTS = "window.modewise.lastFrame().readouts";

    static ExplorerServer server;

    static Browser browser;

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

    /** A fragment as the page makes them, of any JSON. */
    static String link(String json) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] buffer = new byte[100_000];
        int length = deflater.deflate(buffer);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        return "#v1=" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(buffer, length));
    }
}
