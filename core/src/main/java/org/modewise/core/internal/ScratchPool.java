package org.modewise.core.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Scratch memory for plans that many threads share: lock-free, and free of allocation once as many pieces exist as
 * threads work at a time. A piece belongs to its taker until it is given back; one that never comes back is collected.
 * So an unforeseen exception, which may leave a piece half done, may take it along; a refusal that callers provoke at
 * will should give it back.
 * The pool itself is collected with the plan that holds it, which a thread-local would not be.
 *
 * @param <T> the type of a piece of scratch
 */
public final class ScratchPool<T> {
    private static final int SLOTS = 64;

    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> factory;

    /**
     * Makes an empty pool.
     *
     * @param factory makes a new piece when none is free
     */
    public ScratchPool(Supplier<T> factory) {
        this.factory = factory;
    }

    /**
     * Takes a free piece, with whatever its last user left in it, or makes one.
     *
     * @return a piece that is the caller's alone until {@link #give}
     */
    public T take() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (slots.getPlain(slot) != null) {
                T scratch = slots.getAndSet(slot, null);
                if (scratch != null) {
                    return scratch;
                }
            }
        }
        return factory.get();
    }

    /**
     * Gives a piece back. Beyond {@value #SLOTS} idle pieces it is left to the garbage collector.
     *
     * @param scratch what {@link #take} returned
     */
    public void give(T scratch) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, scratch)) {
                return;
            }
        }
    }
}
