package org.modewise.explorer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets nobody in but the page itself: the host must be the one that the server is known by, so that no other name can be led
 * here, and a WebSocket must come from a page of this server. Every answer forbids the browser whatever the page does not need.
 */
final class Guard extends Handler.Wrapper {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "[::]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String host;

    /**
     * Guards a server that listens on a host, in brackets if it is an address with colons; on loopback any of its names will do, and where it listens everywhere, any address.
     */
    Guard(String host, Handler inner) {
        super(inner);
        this.host = host.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        String authority = request.getHeaders().get(HttpHeader.HOST);
        if (authority == null || !isOurs(authority)) {
            Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
            return true;
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean upgrade = request.getHeaders().contains(HttpHeader.UPGRADE, "websocket");
        if (origin != null && !origin.equalsIgnoreCase("http://" + authority) || upgrade && origin == null) {
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isOurs(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        String name = (port ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
        if (LOOPBACK.contains(host)) {
            return LOOPBACK.contains(name);
        }
        // An address cannot be led here under another name, as a name can.
        return name.equals(host)
                || EVERYWHERE.contains(host)
                        && (LOOPBACK.contains(name) || ADDRESS.matcher(name).matches());
    }
}
