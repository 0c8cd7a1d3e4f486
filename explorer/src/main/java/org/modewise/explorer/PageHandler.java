package org.modewise.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The files of the page: {@code /} and {@code /page/*} are ours, {@code /lib/*} come from the jars of uPlot and KaTeX. Nothing else is
 * there, and a name holds no more than one folder, so that no path leads elsewhere.
 */
final class PageHandler extends Handler.Abstract {
    private static final String PAGE = "org/modewise/explorer/page/";
    private static final Map<String, String> LIBRARIES = Map.of(
            "uplot", "META-INF/resources/webjars/uplot/1.6.30/dist/",
            "katex", "META-INF/resources/webjars/katex/0.16.4/dist/");
    private static final Pattern OURS = Pattern.compile("/page/([a-z][a-z0-9-]*\\.(?:js|css|svg|html))");
    private static final Pattern THEIRS = Pattern.compile(
            "/lib/(uplot|katex)/((?:fonts/)?[A-Za-z][A-Za-z0-9_-]*(?:\\.min|\\.esm)?\\.(?:js|mjs|css|woff2))");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "mjs", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final ClassLoader loader = PageHandler.class.getClassLoader();
    private final Map<String, byte[]> libraries = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getCanonicalPath();
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        if (!head && !HttpMethod.GET.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        byte[] bytes = read(path);
        if (bytes == null) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        String name = path.equals("/") ? "index.html" : path;
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, path.startsWith("/lib/") ? "max-age=86400" : "no-cache");
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
        return true;
    }

    /** The file of a path, or null. */
    private byte[] read(String path) throws IOException {
        if (path == null) {
            return null;
        }
        if (path.equals("/")) {
            return resource(PAGE + "index.html");
        }
        Matcher ours = OURS.matcher(path);
        if (ours.matches()) {
            return resource(PAGE + ours.group(1));
        }
        Matcher theirs = THEIRS.matcher(path);
        if (!theirs.matches()) {
            return null;
        }
        byte[] known = libraries.get(path);
        if (known == null) {
            known = resource(LIBRARIES.get(theirs.group(1)) + theirs.group(2));
            if (known != null) {
                libraries.put(path, known);
            }
        }
        return known;
    }

    private byte[] resource(String name) throws IOException {
        try (InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
