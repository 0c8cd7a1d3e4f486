package org.modewise.explorer;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other end of a line, as a page would be. */
final class Page implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> binaries = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WebSocket socket;

    private Page(HttpClient client, String url, String origin) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket = builder.buildAsync(URI.create(url.replace("http:", "ws:") + "session"), this)
                .join();
    }

    /** Connects as the server's own page does, and takes its greeting. */
    static Page open(HttpClient client, ExplorerServer server) throws InterruptedException {
        String url = server.url();
        Page page = new Page(client, url, url.substring(0, url.length() - 1));
        page.text();
        return page;
    }

    /** Connects with another origin, or none. */
    static Page open(HttpClient client, ExplorerServer server, String origin) {
        return new Page(client, server.url(), origin);
    }

    synchronized void say(String message) {
        socket.sendText(message, true).join();
    }

    void sayBinary(ByteBuffer message) {
        socket.sendBinary(message, true).join();
    }

    /** The next words, waited for. */
    String text() throws InterruptedException {
        String next = texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the server is silent");
        }
        return next;
    }

    /** The next numbers, waited for. */
    ByteBuffer binary() throws InterruptedException {
        ByteBuffer next = binaries.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the server sends nothing");
        }
        return next;
    }

    /** Words that have come and not been asked for. */
    int unreadTexts() {
        return texts.size();
    }

    /** The code with which the server hangs up. */
    int end() throws InterruptedException {
        return ends.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return ends.isEmpty() && !socket.isInputClosed();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            binaries.add(ByteBuffer.wrap(bytes.toByteArray()));
            bytes.reset();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        ends.add(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        ends.add(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
