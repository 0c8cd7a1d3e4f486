package org.modewise.core.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The providers of a service that load. One that does not is left out, with a warning, and never takes the others with it. */
public final class Providers {
    /** Should a loader fail at the same place for ever. */
    private static final int MAX_FAILURES = 100;

    private Providers() {}

    /**
     * Loads what a loader finds.
     *
     * @param <S> the service
     * @param loader the loader, not used before
     * @param log where the warnings go
     * @return the providers, in the loader's order
     */
    public static <S> List<S> of(ServiceLoader<S> loader, System.Logger log) {
        List<S> found = new ArrayList<>();
        Iterator<S> providers = loader.iterator();
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                // Both look for providers and load classes, so both throw; afterwards they go on behind the bad one.
                more = providers.hasNext();
                if (more) {
                    found.add(providers.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                log.log(System.Logger.Level.WARNING, "kernel left out: " + e);
                failures++;
                more = failures < MAX_FAILURES;
            }
        }
        return found;
    }
}
