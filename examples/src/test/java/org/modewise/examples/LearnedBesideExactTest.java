package org.modewise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Short trainings, each measured by the exact solution; benchmarks/RESULTS.md has the long ones. */
class LearnedBesideExactTest {
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(1);

    private static Learning share(double share) {
        return new Learning(share, 1, EXECUTOR, 2);
    }

    @AfterAll
    static void shutDown() {
        EXECUTOR.shutdown();
    }

    @Test
    void poisson() {
        assertThat(LearnedPoisson.compare(share(0.3)).error()).isLessThan(1e-4);
    }

    @Test
    void heat() {
        assertThat(LearnedHeat.compare(share(0.05)).error()).isLessThan(1e-2);
    }

    @Test
    void transport() {
        assertThat(LearnedTransport.compare(share(0.06)).error()).isLessThan(4e-4);
    }

    @Test
    void wave() {
        assertThat(LearnedWave.compare(share(0.06)).error()).isLessThan(5e-2);
    }

    @Test
    void allenCahn() {
        assertThat(LearnedAllenCahn.compare(share(0.06)).error()).isLessThan(3e-3);
    }

    @Test
    void hamiltonJacobi() {
        assertThat(LearnedHamiltonJacobi.compare(share(0.06)).error()).isLessThan(5e-2);
    }

    /** 1 % of noise, and 1 % of error at most. */
    @Test
    void coefficients() {
        assertThat(LearnedCoefficients.diffusivity(share(0.4)).error()).isLessThan(0.01);
        assertThat(LearnedCoefficients.thinShock(share(0.5)).error()).isLessThan(0.01);
    }
}
