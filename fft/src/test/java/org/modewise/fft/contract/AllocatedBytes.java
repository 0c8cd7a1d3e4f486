package org.modewise.fft.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What code allocates on its own thread once it is compiled. A vector that is boxed shows up here. */
public final class AllocatedBytes {
    private static final int CALLS = 100;
    /** Compilation takes as long as it takes; what goes on allocating after so many rounds always will. */
    private static final int MAX_ROUNDS = 1000;
    /** Rounds between two pauses. */
    private static final int PATIENCE = 20;
    /** By name: the modules under test do not read the JDK's modules that know it. */
    private static final MethodHandle SO_FAR = soFar();

    private AllocatedBytes() {}

    private static MethodHandle soFar() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            Class<?> type = Class.forName("com.sun.management.ThreadMXBean");
            return MethodHandles.publicLookup()
                    .findVirtual(type, "getCurrentThreadAllocatedBytes", MethodType.methodType(long.class))
                    .bindTo(threads);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The bytes of the most frugal round of calls: 0 as soon as one has allocated nothing. */
    public static long least(Runnable call) {
        Runnable calls = () -> {
            for (int k = 0; k < CALLS; k++) {
                call.run();
            }
        };
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MAX_ROUNDS && least > 0; round++) {
            least = Math.min(least, of(calls));
            if (least > 0 && round % PATIENCE == PATIENCE - 1) {
                letCompile();
            }
        }
        return least;
    }

    /** On a busy machine the compiler's threads wait for a core just as this one does. */
    private static void letCompile() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bytes of one call. */
    public static long of(Runnable call) {
        long before = soFarByThisThread();
        call.run();
        return soFarByThisThread() - before;
    }

    private static long soFarByThisThread() {
        try {
            return (long) SO_FAR.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
