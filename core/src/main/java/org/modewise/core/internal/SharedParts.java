package org.modewise.core.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * The parts of one call, for any number of threads to take from. A thread holds what it has taken until that has ended;
 * the caller works as well and waits for those alone, so threads that come late or never cost nothing.
 */
final class SharedParts {
    /** A few tens of microseconds: threads that share a transform end at about the same time. */
    private static final int SPINS = 1000;

    private final int parts;
    /** Counts down, past 0 once for each thread that finds nothing left. */
    private final AtomicInteger untaken;

    private final AtomicInteger unfinished;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile Thread waiting;
    private IntConsumer part;

    SharedParts(int parts, IntConsumer part) {
        this.parts = parts;
        this.part = part;
        this.untaken = new AtomicInteger(parts);
        this.unfinished = new AtomicInteger(parts);
    }

    /** Whether there is still a part to take. */
    boolean isOpen() {
        return untaken.get() > 0;
    }

    /** Takes and runs parts until none is left. Never throws. */
    void work() {
        for (int left = untaken.getAndDecrement(); left > 0; left = untaken.getAndDecrement()) {
            try {
                part.accept(parts - left);
            } catch (Throwable e) {
                fail(e);
            }
            finish(1);
        }
    }

    /** Keeps the exception for the caller, the first one above the others, and takes the parts that are left from all. */
    void fail(Throwable e) {
        if (!failure.compareAndSet(null, e) && failure.get() != e) {
            failure.get().addSuppressed(e);
        }
        finish(Math.max(0, untaken.getAndSet(0)));
    }

    private void finish(int count) {
        if (unfinished.addAndGet(-count) == 0) {
            // Null if nobody waits.
            LockSupport.unpark(waiting);
        }
    }

    /**
     * Waits for the parts that others have begun, whether interrupted or not; for the calling thread alone. It rethrows
     * what a part has thrown. Nothing that the parts worked on is held afterwards, though an executor may still hold this.
     */
    void join() {
        for (int spin = 0; spin < SPINS && unfinished.get() > 0; spin++) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        waiting = Thread.currentThread();
        while (unfinished.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        part = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            SharedParts.<RuntimeException>rethrow(failure.get());
        }
    }

    /** Whatever a part could throw, its caller can expect: parts declare nothing. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void rethrow(Throwable e) throws E {
        throw (E) e;
    }
}
