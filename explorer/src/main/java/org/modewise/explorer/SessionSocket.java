package org.modewise.explorer;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session.Listener;
import org.eclipse.jetty.websocket.api.StatusCode;

/** A WebSocket with a session behind it. Public, for Jetty calls it. */
public final class SessionSocket extends Listener.Abstract implements Line {
    private final Function<Line, Session> opening;
    private final Consumer<SessionSocket> closing;
    private Session session;

    SessionSocket(Function<Line, Session> opening, Consumer<SessionSocket> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    @Override
    public void onWebSocketOpen(org.eclipse.jetty.websocket.api.Session socket) {
        super.onWebSocketOpen(socket);
        session = opening.apply(this);
        send(Replies.hello());
        socket.demand();
    }

    @Override
    public void onWebSocketText(String message) {
        session.accept(message, getSession()::demand);
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
        }
        closing.accept(this);
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        System.getLogger(SessionSocket.class.getName()).log(System.Logger.Level.DEBUG, "a line broke", cause);
    }

    @Override
    public void send(String json) {
        getSession().sendText(json, Callback.NOOP);
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
