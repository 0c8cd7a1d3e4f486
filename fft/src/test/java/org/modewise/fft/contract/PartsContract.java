package org.modewise.fft.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.modewise.core.Grid2D;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.fft.spi.SpectrumLayout;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.Workers;

/** Whoever runs the parts of a transform, and in whatever order, the bits are those of the caller alone. */
public interface PartsContract extends KernelContract {
    /** Planes that may be worth cutting, and lines. */
    private List<Grid2D> large() {
        return Stream.of(
                        new int[] {256, 256},
                        new int[] {257, 301},
                        new int[] {300, 250},
                        new int[] {512, 1024},
                        new int[] {4, 20_000},
                        new int[] {30_000, 3},
                        new int[] {1 << 17, 1},
                        new int[] {1, 99_999})
                .filter(shape -> claims(shape[0], shape[1]))
                .map(shape -> KernelContract.grid(shape[0], shape[1]))
                .toList();
    }

    @Test
    default void partsInAnyOrder() {
        for (int parallelism : new int[] {2, 3, 16}) {
            claimed().forEach(grid -> check(grid, new LastPartFirst(parallelism)));
            large().forEach(grid -> check(grid, new LastPartFirst(parallelism)));
        }
    }

    @Test
    default void partsAtTheSameTime() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                large().forEach(grid -> check(grid, new Pool(threads, 4)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void onlyWhatIsWorthSharingIsShared() {
        Stream.concat(claimed().stream(), large().stream()).forEach(grid -> {
            RealTransform2D transform = kernel().plan(grid.nx(), grid.ny());
            double[] spectrum = new double[transform.layout().length()];
            List<Integer> parts = new ArrayList<>();
            Workers workers = new Counting(Integer.MAX_VALUE, parts);
            transform.forward(Samples.random(grid.size(), 122), spectrum, workers);
            transform.inverse(spectrum, null, new double[grid.size()], workers);
            assertThat(parts.isEmpty()).as("nothing to share of %s", grid).isNotEqualTo(transform.isWorthSharing());
            assertThat(parts).as("parts of %s", grid).allMatch(number -> number <= Math.max(grid.nx(), grid.ny()) / 8);
            assertThat(!transform.isWorthSharing() || grid.size() >= 1 << 16)
                    .as("worth of %s", grid)
                    .isTrue();
        });
    }

    private void check(Grid2D grid, Workers workers) {
        RealTransform2D transform = kernel().plan(grid.nx(), grid.ny());
        SpectrumLayout layout = transform.layout();
        SpectrumMultiplier multiplier = Multipliers.random(layout, 121).get(1);
        double[] samples = Samples.random(grid.size(), 121);
        double[] spectrum = new double[layout.length()];
        transform.forward(samples, spectrum);
        double[] back = new double[grid.size()];
        transform.inverse(spectrum, back);
        double[] product = new double[grid.size()];
        transform.inverse(spectrum, multiplier, product, Workers.CALLER);

        double[] shared = new double[layout.length()];
        Arrays.fill(shared, Double.NaN);
        transform.forward(samples, shared, workers);
        same("forward", grid, CarefulPlan.coefficients(layout, shared), CarefulPlan.coefficients(layout, spectrum));
        double[] inPlace = Arrays.copyOf(samples, layout.length());
        transform.forward(inPlace, inPlace, workers);
        same(
                "forward in place",
                grid,
                CarefulPlan.coefficients(layout, inPlace),
                CarefulPlan.coefficients(layout, spectrum));

        double[] values = new double[grid.size()];
        transform.inverse(spectrum, null, values, workers);
        same("inverse", grid, values, back);
        transform.inverse(spectrum, multiplier, values, workers);
        same("product", grid, values, product);
        transform.inverse(spectrum, multiplier, spectrum, workers);
        same("product in place", grid, Arrays.copyOf(spectrum, grid.size()), product);
    }

    private static void same(String what, Grid2D grid, double[] got, double[] expected) {
        assertThat(Arrays.equals(got, expected)).as("%s on %s", what, grid).isTrue();
    }

    /** One thread that claims to be many, and starts at the end. */
    record LastPartFirst(int parallelism) implements Workers {
        @Override
        public void run(int parts, IntConsumer part) {
            for (int i = parts - 1; i >= 0; i--) {
                part.accept(i);
            }
        }
    }

    /** The caller, who claims to be many, and counts the parts it is given at a time. */
    record Counting(int parallelism, List<Integer> parts) implements Workers {
        @Override
        public void run(int parts, IntConsumer part) {
            this.parts.add(parts);
            // No shape has more to share, and a part for each thread would never end.
            assertThat(parts).isLessThan(1 << 16);
            Workers.CALLER.run(parts, part);
        }
    }

    /** As many threads as that. */
    record Pool(ExecutorService threads, int parallelism) implements Workers {
        @Override
        public void run(int parts, IntConsumer part) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                int number = i;
                running.add(threads.submit(() -> part.accept(number)));
            }
            try {
                for (Future<?> future : running) {
                    future.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
