package org.modewise.explorer;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session.Listener;
import org.eclipse.jetty.websocket.api.StatusCode;

/** A WebSocket with a session behind it. Public, for Jetty calls it. */
public final class SessionSocket extends Listener.Abstract implements Line {
    private final Function<Line, Optional<Session>> opening;
    private final Runnable closing;
    private Session session;

    /** Opens a session once the socket is open, or none if the server is full; tells of its end if there was one. */
    SessionSocket(Function<Line, Optional<Session>> opening, Runnable closing) {
        this.opening = opening;
        this.closing = closing;
    }

    @Override
    public void onWebSocketOpen(org.eclipse.jetty.websocket.api.Session socket) {
        super.onWebSocketOpen(socket);
        Optional<Session> opened = opening.apply(this);
        if (opened.isEmpty()) {
            String reason = ExplorerServer.MOST_SESSIONS + " pages are open, and no more can be";
            socket.close(StatusCode.TRY_AGAIN_LATER, reason, Callback.NOOP);
            return;
        }
        session = opened.get();
        socket.demand();
    }

    @Override
    public void onWebSocketText(String message) {
        session.accept(message);
        // Whatever waits: only so is it heard that the page has gone.
        getSession().demand();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        hangUp("the page sends no binary messages");
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        if (session != null) {
            session.close();
            closing.run();
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        System.getLogger(SessionSocket.class.getName()).log(System.Logger.Level.DEBUG, "a line broke", cause);
    }

    @Override
    public void send(String json, Runnable sent) {
        getSession().sendText(json, Callback.from(sent, failure -> sent.run()));
    }

    @Override
    public void send(ByteBuffer message, Runnable sent) {
        getSession().sendBinary(message, Callback.from(sent, failure -> sent.run()));
    }

    @Override
    public void hangUp(String reason) {
        getSession().close(StatusCode.POLICY_VIOLATION, reason, Callback.NOOP);
    }
}
