package org.modewise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {
    @Test
    void whatIsGivenBackIsTakenAgain() {
        AtomicInteger made = new AtomicInteger();
        ScratchPool<Integer> pool = new ScratchPool<>(made::incrementAndGet);
        Integer first = pool.take();
        assertThat(pool.take()).isEqualTo(2);
        pool.give(first);
        assertThat(pool.take()).isSameAs(first);
        assertThat(made).hasValue(2);
    }

    @Test
    void aFullPoolDropsWhatItCannotHold() {
        ScratchPool<Object> pool = new ScratchPool<>(Object::new);
        for (int k = 0; k < 200; k++) {
            pool.give(new Object());
        }
        assertThat(pool.take()).isNotNull();
    }

    @Test
    void noTwoThreadsHoldOnePiece() throws InterruptedException, ExecutionException {
        AtomicInteger made = new AtomicInteger();
        ScratchPool<Integer> pool = new ScratchPool<>(made::incrementAndGet);
        Set<Integer> held = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(24);
        List<Future<Integer>> clashes = new ArrayList<>();
        for (int t = 0; t < 24; t++) {
            clashes.add(threads.submit(() -> {
                int clash = 0;
                for (int k = 0; k < 5000; k++) {
                    Integer piece = pool.take();
                    clash += held.add(piece) ? 0 : 1;
                    held.remove(piece);
                    pool.give(piece);
                }
                return clash;
            }));
        }
        for (Future<Integer> clash : clashes) {
            assertThat(clash.get()).isZero();
        }
        threads.shutdown();
        // A thread may miss a piece that moves behind its search, so a few more than 24 can be made.
        assertThat(made.get()).isLessThan(24 * 5000 / 10);
    }
}
