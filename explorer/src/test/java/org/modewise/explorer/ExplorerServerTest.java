package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.explorer.frame.Decoded;
import org.modewise.explorer.message.SampleMessages;
import org.modewise.pde.Heat;

/** The server as the network sees it: who is let in, what is served, and what no message can do. */
class ExplorerServerTest {
    private static final int LETTER = 128;

    private final HttpClient client = HttpClient.newHttpClient();
    private ExplorerServer server;

    @BeforeEach
    void start() throws IOException {
        server = ExplorerServer.start("localhost", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String frame(long sequence, double t) {
        return "{\"type\":\"frame\",\"sequence\":" + sequence + ",\"t\":" + t + ",\"amplification\":1000}";
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(server.url()).resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/page/style.css, text/css;charset=utf-8",
        "/page/main.js, text/javascript;charset=utf-8",
        "/lib/uplot/uPlot.esm.js, text/javascript;charset=utf-8",
        "/lib/uplot/uPlot.min.css, text/css;charset=utf-8",
        "/lib/katex/katex.mjs, text/javascript;charset=utf-8",
        "/lib/katex/katex.min.css, text/css;charset=utf-8",
        "/lib/katex/fonts/KaTeX_Main-Regular.woff2, font/woff2"
    })
    void thePageIsServedUnderAStrictPolicy(String path, String type) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.body()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/page/",
                "/page/nothing.js",
                "/page/index",
                "/page/%2e%2e/Explorer.class",
                "/page/..%2fx.js",
                "/lib/katex/fonts/%2e%2e/katex.mjs",
                "/lib/other/x.js",
                "/META-INF/MANIFEST.MF",
                "/org/modewise/explorer/Explorer.class",
                "/page/%00.js",
                "/session"
            })
    void nothingElseIsServed(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("Exception", "Jetty");
    }

    /** By hand, for the client does not let a host be made up. */
    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "evil.example:80, 421",
        "localhost.evil.example, 421",
        "'', 400",
        "LOCALHOST, 200",
        "127.0.0.1:1, 200",
        "[::1]:80, 200"
    })
    void onlyItsOwnNamesAreAnswered(String host, int status) throws IOException {
        assertThat(answer(URI.create(server.url()).getPort(), host)).startsWith("HTTP/1.1 " + status);
    }

    private static String answer(int port, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://localhost",
                "http://localhost:1",
                "http://localhost.evil.example"
            })
    void otherOriginsGetNoSession(String origin) {
        assertThatThrownBy(() -> Page.open(client, server, origin)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> Page.open(client, server, null)).isInstanceOf(CompletionException.class);
        assertThat(server.sessions()).isZero();
    }

    @Test
    void whereItListensEverywhereAddressesWillDoAndNamesWillNot() throws IOException {
        try (ExplorerServer everywhere = ExplorerServer.start("0.0.0.0", 0)) {
            int port = URI.create(everywhere.url()).getPort();
            assertThat(answer(port, "127.0.0.1:" + port)).startsWith("HTTP/1.1 200");
            assertThat(answer(port, "localhost")).startsWith("HTTP/1.1 200");
            assertThat(answer(port, "[fe80::1]:80")).startsWith("HTTP/1.1 200");
            assertThat(answer(port, "evil.example")).startsWith("HTTP/1.1 421");
            assertThat(answer(port, "127.0.0.1.evil.example")).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void aFrameIsTheLibrarysSolution() throws IOException, InterruptedException {
        try (Page page = Page.open(client, server)) {
            page.say(frame(1, 0.01));
            Decoded frame = Decoded.of(page.binary());
            double[] expected = new Heat(0.015)
                    .solve(InitialFields.text(Grid2D.unit(LETTER), "A"))
                    .at(0.01)
                    .toArray();
            double[] actual = frame.values("field", 0, expected.length);
            double most = 0;
            for (int k = 0; k < expected.length; k++) {
                most = Math.max(most, Math.abs(actual[k] - expected[k]));
            }
            assertThat(most).isLessThanOrEqualTo(0.51 * frame.step("field"));
        }
    }

    @Test
    void paintIsSeenInTheNextFrame() throws IOException, InterruptedException {
        try (Page page = Page.open(client, server)) {
            page.say(frame(1, 0));
            double before = mass(page);
            page.say("{\"type\":\"dab\",\"dab\":[0.99,0.02,0.03,0.5]}");
            page.say(frame(2, 0));
            assertThat(mass(page) - before)
                    .isCloseTo(2 * Math.PI * 0.03 * 0.03 * 0.5, org.assertj.core.api.Assertions.within(1e-14));
        }
    }

    private static double mass(Page page) throws IOException, InterruptedException {
        return Decoded.of(page.binary()).header().at("/readouts/mass").doubleValue();
    }

    @Test
    void whatCannotBeSolvedIsSaidAndTheSessionGoesOn() throws IOException, InterruptedException {
        try (Page page = Page.open(client, server)) {
            page.say("{\"type\":\"field\",\"n\":64,\"initial\":{\"shape\":\"mode\",\"kx\":40,\"ky\":0},\"dabs\":[]}");
            assertThat(page.text()).contains("\"about\":\"field\"").contains("mode's kx must be in [-31, 31], got 40");
            page.say("{\"type\":\"trainOn\",\"steps\":5}");
            assertThat(page.text()).contains("there is no training to go on with");
            page.say(frame(3, 0.1));
            assertThat(Decoded.of(page.binary()).header().path("n").intValue()).isEqualTo(LETTER);
        }
    }

    @Test
    void tenThousandHostileMessagesHurtNobody() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        Page attacker = Page.open(client, server);
        try (Page victim = Page.open(client, server)) {
            for (int k = 0; k < 10_000; k++) {
                String valid = SampleMessages.VALID.get(random.nextInt(SampleMessages.VALID.size()));
                String text = SampleMessages.mutated(valid, random).replaceAll("[\ud800-\udfff]", "?");
                try {
                    attacker.say(text);
                } catch (CompletionException e) {
                    // Hung up on, for it does not wait for answers: it comes back.
                    attacker.close();
                    attacker = Page.open(client, server);
                }
                if (k % 500 == 0) {
                    victim.say(frame(k, 0.01));
                    assertThat(Decoded.of(victim.binary())
                                    .header()
                                    .path("sequence")
                                    .intValue())
                            .isEqualTo(k);
                }
            }
            assertThat(victim.unreadTexts()).isZero();
        } finally {
            attacker.close();
        }
    }

    @Test
    void hugeMessagesEndTheirSessionAlone() throws IOException, InterruptedException {
        try (Page victim = Page.open(client, server);
                Page attacker = Page.open(client, server)) {
            // The server may hang up before it has heard the end.
            assertThatCode(() -> attacker.say("x".repeat(3_000_000)))
                    .satisfiesAnyOf(
                            e -> assertThat(e).isNull(), e -> assertThat(e).hasCauseInstanceOf(IOException.class));
            assertThat(attacker.end()).isNotEqualTo(1000);
            victim.say(frame(1, 0.01));
            assertThat(Decoded.of(victim.binary()).header().path("sequence").intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void binaryMessagesEndTheirSession() throws InterruptedException {
        try (Page page = Page.open(client, server)) {
            page.sayBinary(ByteBuffer.wrap(new byte[] {1}));
            assertThat(page.end()).isEqualTo(1008);
        }
    }

    @Test
    void handshakesThatBreakOffTakeNobodysPlace() throws IOException, InterruptedException {
        URI uri = URI.create(server.url());
        for (int k = 0; k < 2 * ExplorerServer.MOST_SESSIONS; k++) {
            try (Socket socket = new Socket("localhost", uri.getPort())) {
                // No orderly end: whoever writes to it gets an error.
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write(("GET /session HTTP/1.1\r\nHost: localhost:" + uri.getPort()
                                        + "\r\nOrigin: http://localhost:" + uri.getPort()
                                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                                        + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }
        for (int k = 0; k < 100 && server.sessions() > 0; k++) {
            Thread.sleep(100);
        }
        assertThat(server.sessions()).isZero();
        Page.open(client, server).close();
    }

    @Test
    void closingATabFreesItsSession() throws IOException, InterruptedException {
        Page page = Page.open(client, server);
        page.say(
                "{\"type\":\"train\",\"hidden\":[24,24],\"omega0\":30,\"optimizer\":\"adam\",\"steps\":20000,\"seed\":1,\"run\":4,\"t\":0,\"amplification\":1000}");
        assertThat(page.text()).contains("RUNNING");
        assertThat(server.sessions()).isEqualTo(1);
        page.close();
        for (int k = 0; k < 300 && (server.sessions() > 0 || server.trainings() > 0); k++) {
            Thread.sleep(100);
        }
        assertThat(server.sessions()).isZero();
        assertThat(server.trainings()).isZero();
    }

    /** No time is asserted; what is printed is for whoever measures. */
    @Test
    void fiftySessionsPlayAtOnce() throws Exception {
        int pages = 50;
        int frames = 40;
        ExecutorService players = Executors.newFixedThreadPool(pages);
        try {
            List<Future<double[]>> played = new ArrayList<>();
            for (int k = 0; k < pages; k++) {
                int player = k;
                played.add(players.submit((Callable<double[]>) () -> play(player, frames)));
            }
            double[] millis = new double[pages * frames];
            int at = 0;
            for (Future<double[]> times : played) {
                System.arraycopy(times.get(), 0, millis, at, frames);
                at += frames;
            }
            Arrays.sort(millis);
            System.out.printf(
                    "50 sessions at 128x128, ms a frame: median %.1f, 95th percentile %.1f, most %.1f%n",
                    millis[millis.length / 2], millis[millis.length * 95 / 100], millis[millis.length - 1]);
        } finally {
            players.shutdownNow();
        }
    }

    private double[] play(int player, int frames) throws IOException, InterruptedException {
        double[] millis = new double[frames];
        try (Page page = Page.open(client, server)) {
            for (int k = 0; k < frames; k++) {
                long start = System.nanoTime();
                page.say(frame(k, 1e-4 * k * (player + 1)));
                assertThat(Decoded.of(page.binary()).header().path("sequence").intValue())
                        .isEqualTo(k);
                millis[k] = (System.nanoTime() - start) * 1e-6;
            }
            assertThat(page.unreadTexts()).isZero();
        }
        return millis;
    }

    @Test
    void moreSessionsThanItHoldsAreTurnedAway() throws InterruptedException {
        List<Page> pages = new ArrayList<>();
        try {
            for (int k = 0; k < ExplorerServer.MOST_SESSIONS; k++) {
                pages.add(Page.open(client, server));
            }
            try (Page late = Page.open(client, server, server.url().replaceAll("/$", ""))) {
                assertThat(late.end()).isEqualTo(1013);
            }
        } finally {
            pages.forEach(Page::close);
        }
    }
}
