package org.modewise.explorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.explorer.frame.FrameMaker;
import org.modewise.explorer.message.MessageReader;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Motion;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;

/**
 * The explorer's server: serves the page, and holds a session for every page that is open. What is computed runs on threads
 * of its own, beside those that read and write; trainings have theirs, so that frames need not wait for them.
 */
public final class ExplorerServer implements AutoCloseable {
    /** How many pages may be open at once. */
    public static final int MOST_SESSIONS = 64;

    private static final int WARM_UP_GRID = 128;
    private static final int WARM_UP_FRAMES = 2000;

    // All messages are ASCII but for what is refused.
    private static final long MOST_BYTES = MessageReader.MOST_CHARACTERS;

    private static final int FIRST_THREADS = 4;
    private static final int MOST_THREADS = 32;
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final Server server;
    private final ServerConnector connector;
    private final String host;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor trainers;
    private final Path folder;
    private final AtomicInteger open = new AtomicInteger();

    private ExplorerServer(String host, int port) throws IOException {
        // As URLs and the header have it.
        this.host = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        int cores = Runtime.getRuntime().availableProcessors();
        // A thread a session: the system shares the cores among them, so that nobody's slow solution stops another's
        // frames.
        workers = pool("explorer-worker", MOST_SESSIONS, Thread.NORM_PRIORITY, MOST_SESSIONS);
        trainers = pool("explorer-trainer", Math.max(1, cores / 2), Thread.MIN_PRIORITY, MOST_SESSIONS);
        folder = Files.createTempDirectory("modewise-explorer");
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FIRST_THREADS);
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxTextMessageSize(MOST_BYTES);
            container.setMaxBinaryMessageSize(1);
            container.setMaxFrameSize(MOST_BYTES);
            container.setIdleTimeout(IDLE);
            container.addMapping("/session", (request, response, callback) -> {
                // Without compression: on loopback that costs eight times what it saves, at 512² 64 ms a frame for 8.
                response.setExtensions(List.of());
                return new SessionSocket(this::open, open::decrementAndGet);
            });
        });
        sockets.setHandler(new PageHandler());
        server.setHandler(new Guard(this.host, sockets));
        server.setDefaultHandler(new DefaultHandler(false, false));
    }

    /** A session, unless there are as many as there may be. */
    private Optional<Session> open(Line line) {
        if (open.incrementAndGet() > MOST_SESSIONS) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Session(line, workers, trainers, folder));
    }

    private static ThreadPoolExecutor pool(String name, int size, int priority, int queue) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, IDLE.toSeconds(), TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> {
                    Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setPriority(priority);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Starts a server.
     *
     * @param host the name or address to listen on; {@code localhost} lets nobody in from elsewhere
     * @param port the port, 0 for any that is free
     * @return the server, to be closed
     * @throws IOException if the port is taken, or there is no folder for temporary files
     */
    public static ExplorerServer start(String host, int port) throws IOException {
        ExplorerServer explorer = new ExplorerServer(host, port);
        try {
            explorer.server.start();
        } catch (Exception e) {
            explorer.close();
            throw e instanceof IOException io ? io : new IOException("the server does not start: " + e, e);
        }
        return explorer;
    }

    /**
     * Where the page is.
     *
     * @return a URL
     */
    public String url() {
        return "http://" + host + ":" + connector.getLocalPort() + "/";
    }

    /**
     * How many pages are open.
     *
     * @return the number of sessions
     */
    public int sessions() {
        return open.get();
    }

    /** How many trainings run or wait for a thread. */
    int trainings() {
        return trainers.getActiveCount() + trainers.getQueue().size();
    }

    /** Has the compiler see what frames need, beside all else: the first ones take a hundred times as long as later ones. */
    void warmUp() {
        workers.execute(() -> {
            Grid2D grid = Grid2D.unit(WARM_UP_GRID);
            FrameMaker frames = new FrameMaker(grid);
            SceneEquation heat = SceneEquation.ALL.get(0);
            Motion motion = heat.solve(InitialFields.gaussian(grid, 0.1), Settings.start(heat.parameters()));
            for (int k = 0; k < WARM_UP_FRAMES && !workers.isShutdown(); k++) {
                frames.frame(k, motion, new Moment(k * 1e-3, 1000), 1);
            }
        });
    }

    /** Waits until the server is stopped. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Hangs up on every page, ends all threads and removes the temporary files. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e, e);
        } finally {
            workers.shutdownNow();
            trainers.shutdownNow();
            removeFolder();
        }
    }

    private void removeFolder() {
        try {
            // A training that runs has its checkpoint here until its portion ends.
            trainers.awaitTermination(2, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
