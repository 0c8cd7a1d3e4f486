package org.modewise.pde.logdomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against the maximum over all parabolas. */
class ParabolaEnvelopeTest {
    @Property(tries = 200)
    void highestOfAll(
            @ForAll @IntRange(min = 1, max = 40) int sources,
            @ForAll @DoubleRange(min = 0.01, max = 10) double precision,
            @ForAll @DoubleRange(min = 0.1, max = 3) double step,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = new double[sources];
        for (int k = 0; k < sources; k++) {
            values[k] = random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : 100 * random.nextDouble();
        }
        values[random.nextInt(sources)] = 1;
        ParabolaEnvelope envelope = new ParabolaEnvelope();
        int first = -random.nextInt(3 * sources);
        int last = random.nextInt(3 * sources);
        envelope.build(values, sources, first, last, 0.5, step, precision);
        double xi = first * step;
        while (xi < last * step) {
            double most = Double.NEGATIVE_INFINITY;
            for (int k = first; k <= last; k++) {
                double z = xi - 0.5 - k * step;
                most = Math.max(most, values[Math.floorMod(k, sources)] - precision * z * z);
            }
            if (!envelope.isEmpty()) {
                int best = envelope.highest(xi);
                double z = xi - 0.5 - best * step;
                double value = values[Math.floorMod(best, sources)] - precision * z * z;
                assertThat(value).isCloseTo(most, within(1e-12 * (1 + Math.abs(most))));
                assertThat(envelope.height(xi, precision)).isCloseTo(value, within(1e-12 * (1 + Math.abs(value))));
            } else {
                assertThat(most).isEqualTo(Double.NEGATIVE_INFINITY);
            }
            xi += 3 * random.nextDouble();
        }
    }

    @Test
    void tiesGoToTheLeft() {
        ParabolaEnvelope envelope = new ParabolaEnvelope();
        envelope.build(new double[] {0, 0}, 2, 0, 1, 0, 1, 1);
        assertThat(envelope.highest(0.5)).isZero();
        assertThat(envelope.highest(0.5000001)).isEqualTo(1);
    }

    @Test
    void nothingHasNoEnvelope() {
        ParabolaEnvelope envelope = new ParabolaEnvelope();
        envelope.build(new double[] {Double.NEGATIVE_INFINITY}, 1, -2, 2, 0, 1, 1);
        assertThat(envelope.isEmpty()).isTrue();
    }
}
