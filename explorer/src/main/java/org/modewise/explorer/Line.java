package org.modewise.explorer;

import java.nio.ByteBuffer;

/** The way to one page. */
interface Line {
    /**
     * Sends words.
     *
     * @param json the message
     * @param sent runs when the network has taken it, or the line is broken
     */
    void send(String json, Runnable sent);

    /**
     * Sends numbers.
     *
     * @param message from its position to its limit; the buffer is the line's until {@code sent} runs
     * @param sent runs when the network has taken it, or the line is broken
     */
    void send(ByteBuffer message, Runnable sent);

    /**
     * Breaks the line.
     *
     * @param reason for whoever is at the other end
     */
    void hangUp(String reason);
}
