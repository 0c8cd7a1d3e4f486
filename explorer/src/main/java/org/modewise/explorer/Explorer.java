package org.modewise.explorer;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** Serves the spectral explorer: a page to paint a field on, and to see its exact solution move. */
public final class Explorer {
    private static final String USAGE = """
            usage: modewise-explorer [--port N] [--host NAME] [--open]

            Serves a page on which fields can be painted and moved through time, their spectra beside them.

              --port N     where to listen (default: 8080; 0 takes any port that is free)
              --host NAME  on which name or address (default: localhost, which lets nobody in from elsewhere)
              --open       opens the page in the browser
              --help       this text
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final int MOST_PORT = 65_535;

    private Explorer() {}

    /** The command line, read. */
    private record Options(String host, int port, boolean open, boolean help) {
        static Options of(String[] args) {
            Options options = new Options("localhost", DEFAULT_PORT, false, false);
            for (int k = 0; k < args.length; k++) {
                String next = k + 1 < args.length ? args[k + 1] : null;
                switch (args[k]) {
                    case "--port" -> options = new Options(options.host, port(next), options.open, options.help);
                    case "--host" ->
                        options = new Options(present(next, "--host"), options.port, options.open, options.help);
                    case "--open" -> options = new Options(options.host, options.port, true, options.help);
                    case "--help" -> options = new Options(options.host, options.port, options.open, true);
                    default -> throw new IllegalArgumentException("unknown option " + args[k] + "; --help tells more");
                }
                if (args[k].equals("--port") || args[k].equals("--host")) {
                    k++;
                }
            }
            return options;
        }

        private static String present(String value, String option) {
            if (value == null) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return value;
        }

        private static int port(String value) {
            String text = present(value, "--port");
            try {
                int port = Integer.parseInt(text);
                if (port >= 0 && port <= MOST_PORT) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number out of range.
            }
            throw new IllegalArgumentException("--port must be a number from 0 to " + MOST_PORT + ", got " + text);
        }
    }

    /**
     * Runs the server until it is stopped; see {@code --help}. Exits with 2 and one line when it cannot do as told.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** Returns -1 once the server is up. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        if (options.help()) {
            out.print(USAGE);
            return 0;
        }
        ExplorerServer server;
        try {
            server = ExplorerServer.start(options.host(), options.port());
        } catch (IOException e) {
            boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
            err.println(
                    taken
                            ? "port " + options.port() + " is taken; --port N takes another, --port 0 any that is free"
                            : e.getMessage());
            return 2;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "explorer-stop"));
        String kernel = RealFft2D.of(Grid2D.unit(64)).kernel();
        out.println("Modewise explorer on " + server.url() + " (kernel " + kernel + "); Ctrl-C stops it");
        if (kernel.equals("scalar")) {
            out.println("faster with vectors: java --add-modules jdk.incubator.vector -jar modewise-explorer.jar");
        }
        server.warmUp();
        if (options.open()) {
            open(server.url(), err);
        }
        // Jetty's threads are daemons, so that a test ends; here they are waited for.
        new Thread(() -> waitFor(server), "explorer").start();
        return -1;
    }

    private static void waitFor(ExplorerServer server) {
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void open(String url, PrintStream err) {
        try {
            Desktop.getDesktop().browse(URI.create(url));
        } catch (IOException | RuntimeException e) {
            err.println("no browser opens here; the page is at " + url);
        }
    }
}
