package org.modewise.siren.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.modewise.fft.contract.AllocatedBytes;
import org.modewise.fft.contract.ChildVm;

/** Values and gradients of a loss against a network written out number by number. */
class TiledLossTest extends SampleLoss {
    @Test
    void valueIsThatOfTheNetworkWrittenOut() {
        assertThat(loss(PartRunner.CALLER).value(theta) / sumOfSquares()).isCloseTo(1, within(1e-14));
    }

    @Test
    void gradientIsThatOfComplexSteps() {
        double[] r = residuals(HyperDual.complex(theta)).stream()
                .mapToDouble(Complex::re)
                .toArray();
        double[] expected = Arrays.stream(jacobianColumns())
                .mapToDouble(column -> 2 * dot(column, r))
                .toArray();
        double[] gradient = new double[theta.length];
        double value = loss(PartRunner.CALLER).gradient(theta, gradient);
        assertThat(value / sumOfSquares()).isCloseTo(1, within(1e-14));
        assertThat(distance(gradient, expected)).isLessThan(1e-13);
    }

    @Test
    void gradientIsThatOfCentralDifferences() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[] gradient = new double[theta.length];
        loss.gradient(theta, gradient);
        double[] differences = new double[theta.length];
        for (int p = 0; p < theta.length; p++) {
            // Richardson's extrapolation of two central differences: an error of h⁴.
            differences[p] = (4 * difference(loss, p, 1e-4) - difference(loss, p, 2e-4)) / 3;
        }
        assertThat(distance(gradient, differences)).isLessThan(1e-9);
    }

    private double difference(TiledLoss loss, int p, double h) {
        double[] moved = theta.clone();
        moved[p] = theta[p] + h;
        double above = loss.value(moved);
        moved[p] = theta[p] - h;
        return (above - loss.value(moved)) / (2 * h);
    }

    @Test
    void blocksAreSamplesOfTheWhole() {
        TiledLoss loss = loss(PartRunner.CALLER);
        assertThat(loss.blocks()).isEqualTo(3);
        assertThat(loss.residuals()).isEqualTo(POINTS + 9);
        double[] sum = new double[theta.length];
        double value = 0;
        for (int block = 0; block < 3; block++) {
            double[] part = new double[theta.length];
            value += loss.gradient(theta, new int[] {9, block}, 1, 1, part) / 3;
            for (int p = 0; p < sum.length; p++) {
                sum[p] += part[p] / 3;
            }
        }
        double[] gradient = new double[theta.length];
        assertThat(value / loss.gradient(theta, gradient)).isCloseTo(1, within(1e-14));
        assertThat(distance(sum, gradient)).isLessThan(1e-14);
    }

    @Test
    void threadsChangeNoBit() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            TiledLoss one = loss(PartRunner.CALLER);
            TiledLoss many = loss(PartRunner.of(pool, 4));
            int n = theta.length;
            double[] g = new double[n];
            double[] h = new double[n];
            assertThat(many.value(theta)).isEqualTo(one.value(theta));
            assertThat(many.gradient(theta, h)).isEqualTo(one.gradient(theta, g));
            assertThat(h).isEqualTo(g);
            double[][] a = new double[n][n];
            double[][] b = new double[n][n];
            many.normal(theta, h, b);
            one.normal(theta, g, a);
            assertThat(h).isEqualTo(g);
            assertThat(b).isDeepEqualTo(a);
            one.normalProduct(theta, theta, g);
            many.normalProduct(theta, theta, h);
            assertThat(h).isEqualTo(g);
            one.normalDiagonal(theta, g);
            many.normalDiagonal(theta, h);
            assertThat(h).isEqualTo(g);
            one.bending(theta, theta, g);
            many.bending(theta, theta, h);
            assertThat(h).isEqualTo(g);
        } finally {
            pool.shutdownNow();
        }
    }

    /** In one of three VMs: now and then, by timing, C2 leaves an operation uncompiled and boxes its vectors. */
    @Test
    void nothingIsAllocatedOnceWarm() throws IOException, InterruptedException {
        List<String> vectors = List.of("--add-modules", "jdk.incubator.vector");
        String bytes = "";
        for (int vm = 1; vm <= 3 && !bytes.endsWith(": 0 bytes"); vm++) {
            bytes = ChildVm.onTheClassPath(
                            vectors, EngineAllocation.class, getClass().getName())
                    .strip();
        }
        assertThat(bytes).endsWith(": 0 bytes");
    }

    /** The bytes of the most frugal hundred gradients. */
    long allocatedOnceWarm() {
        TiledLoss loss = loss(PartRunner.CALLER);
        double[] gradient = new double[theta.length];
        return AllocatedBytes.least(() -> loss.gradient(theta, gradient));
    }
}
