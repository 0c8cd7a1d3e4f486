package org.modewise.fft.contract;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes the forced kernel away before a test of the choice, and puts it back after. */
public final class NoForcedKernel implements BeforeEachCallback, AfterEachCallback {
    /** The system property that forces a kernel. */
    public static final String PROPERTY = "modewise.kernel";

    private String before;

    @Override
    public void beforeEach(ExtensionContext context) {
        before = System.clearProperty(PROPERTY);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }
}
