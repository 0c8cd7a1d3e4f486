package org.modewise.pde;

import java.io.Serial;
import java.util.Objects;

/** A strict solution does not trust itself at a time; the message says which quantity fails, its bound and a remedy. */
public final class UntrustedSolutionException extends ArithmeticException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What the solution can say at that time. */
    private final Certificate certificate;

    /**
     * Makes the exception.
     *
     * @param message which quantity fails, its value and its bound, and what helps
     * @param certificate the solution's at that time
     */
    public UntrustedSolutionException(String message, Certificate certificate) {
        super(message);
        this.certificate = Objects.requireNonNull(certificate, "certificate");
    }

    /**
     * What the solution can say at that time.
     *
     * @return the certificate that was refused
     */
    public Certificate certificate() {
        return certificate;
    }
}
