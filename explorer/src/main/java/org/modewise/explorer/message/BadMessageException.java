package org.modewise.explorer.message;

/** A message that is not as the protocol has it. */
public final class BadMessageException extends Exception {
    private static final long serialVersionUID = 1;

    private final String about;

    /**
     * Says what is wrong.
     *
     * @param about the type of the message, or {@code session} if that cannot be told
     * @param message what is wrong, for whoever sent it
     */
    public BadMessageException(String about, String message) {
        super(message);
        this.about = about;
    }

    /**
     * What the message was about.
     *
     * @return its type
     */
    public String about() {
        return about;
    }
}
