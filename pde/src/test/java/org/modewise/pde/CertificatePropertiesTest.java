package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** What holds of certificates on every grid, for any data. */
class CertificatePropertiesTest {
    private static final int TRIES = 150;

    @Provide
    Arbitrary<Grid2D> grids() {
        return Grids.upTo(24).withoutEdgeCases();
    }

    private static LinearEquation equation() {
        return new Heat(0.003).plus(new Transport(0.2, -0.1));
    }

    @Property(tries = TRIES)
    void figuresAreNumbersWhateverTheData(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double t) {
        Certificate certificate = equation().solve(Measure.noise(grid, seed)).certificate(t);
        assertThat(certificate.initialTail()).isBetween(0.0, 1.0);
        assertThat(certificate.tail()).isBetween(0.0, 1.0);
        assertThat(certificate.error()).isNotNegative().isFinite();
        assertThat(certificate.aliasing()).isNotNegative().isFinite();
        assertThat(certificate.noiseGain()).isBetween(0.0, 1 + 1e-14);
        assertThat(certificate.amplification()).isEqualTo(1);
        assertThat(certificate.massDefect()).isBetween(0.0, 1e-14);
        assertThat(certificate.maximumDefect()).isNotNegative().isFinite();
        assertThat(certificate.energyDefect()).isNaN();
    }

    @Property(tries = TRIES)
    void unitsDoNotMatter(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @IntRange(min = -900, max = 900) int exponent,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        Field2D u = Measure.noise(grid, seed);
        Certificate one = equation().solve(u).certificate(t);
        Certificate other = equation().solve(u.times(Math.scalb(1.0, exponent))).certificate(t);
        // Powers of two round nothing but what has decayed out of the doubles.
        assertThat(figures(other)).containsExactly(figures(one), within(1e-14));
    }

    private static double[] figures(Certificate certificate) {
        return new double[] {
            certificate.initialTail(),
            certificate.tail(),
            certificate.error(),
            certificate.aliasing(),
            certificate.amplification(),
            certificate.noiseGain(),
            certificate.massDefect(),
            certificate.maximumDefect()
        };
    }

    @Property(tries = TRIES)
    void whatTheGridHasInPlentyIsTrusted(
            @ForAll("grids") Grid2D grid, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double t) {
        SpectralSolution solution = equation().solve(Waves.random(grid, seed, 4).sample(grid));
        assertThat(solution.strict().at(t)).isEqualTo(solution.at(t));
    }

    @Property(tries = TRIES)
    void strictIsTheSameOrThrows(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 2) double bound,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        SpectralSolution solution = equation().solve(Measure.noise(grid, seed));
        Certificate certificate = solution.certificate(t);
        double worst = Math.max(
                Math.max(certificate.error(), certificate.tail()),
                Math.max(certificate.aliasing(), certificate.largestDefect()));
        if (worst <= bound) {
            assertThat(solution.strict(Tolerances.of(bound)).at(t)).isEqualTo(solution.at(t));
        } else {
            assertThatThrownBy(() -> solution.strict(Tolerances.of(bound)).at(t))
                    .isInstanceOfSatisfying(
                            UntrustedSolutionException.class,
                            e -> assertThat(e.certificate()).isEqualTo(certificate));
        }
    }

    @Property(tries = TRIES)
    void diffusionNeverAddsToTheError(
            @ForAll("grids") Grid2D grid,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double s,
            @ForAll @DoubleRange(min = 0, max = 1) double t) {
        SpectralSolution solution = new Heat(0.01).solve(Measure.noise(grid, seed));
        double sooner = solution.certificate(Math.min(s, t)).error()
                * solution.at(Math.min(s, t)).norm();
        double later = solution.certificate(Math.max(s, t)).error()
                * solution.at(Math.max(s, t)).norm();
        assertThat(later).isLessThanOrEqualTo(sooner * (1 + 1e-12));
    }
}
