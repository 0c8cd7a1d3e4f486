/** A page on the engine: one server, one WebSocket a tab. */
module org.modewise.explorer {
    requires org.modewise.pde;
    requires org.modewise.siren;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.websocket.server;
    requires com.fasterxml.jackson.databind;

    exports org.modewise.explorer to
            org.eclipse.jetty.websocket.common;
}
