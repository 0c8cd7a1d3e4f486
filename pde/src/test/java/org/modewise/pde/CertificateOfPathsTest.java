package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.VectorField2D;

/** Certificates of what is carried by a variable velocity. */
class CertificateOfPathsTest {
    private static final Grid2D GRID = new Grid2D(42, 45, -3, 0.25, 2.5, 0.75);

    private static Certificate estimated(
            Solution<Field2D> solution, double t, Field2D truth, double least, double most) {
        double error = solution.at(t).minus(truth).norm() / truth.norm();
        Certificate certificate = solution.certificate(t);
        assertThat(certificate.error()).as("%s at %g", solution, t).isBetween(least * error, most * error);
        return certificate;
    }

    /** Measured: 0.44 to 1.01 times the error. */
    @Test
    void theErrorOfThePathsCounts() {
        Velocity squeezing = Flows.squeezing(GRID).divergence(Flows.divergenceOfSqueezing(GRID));
        for (double tolerance : new double[] {1e-14, 1e-13, 1e-8, 1e-2}) {
            VariableTransportSolution shears = VariableTransport.of(Flows.shears(GRID))
                    .tolerance(tolerance)
                    .solve(Flows.hills(GRID));
            estimated(shears, -0.7, Flows.sheared(GRID, -0.7), 0.2, 5);
            ContinuitySolution gathering =
                    ContinuityEquation.of(squeezing).tolerance(tolerance).solve(Flows.squeezed(GRID, 0));
            estimated(gathering, 0.2, Flows.squeezed(GRID, 0.2), 0.2, 5);
        }
    }

    @Test
    void gainsAreThoseOfAreas() {
        Certificate certificate = ContinuityEquation.of(Flows.squeezing(GRID))
                .solve(Flows.squeezed(GRID, 0))
                .certificate(0.5);
        // Where x' = 1/2, or 0 backwards, dX/dx = e^t.
        Field2D factors = ContinuityEquation.of(Flows.squeezing(GRID))
                .solve(Field2D.of(GRID, (x, y) -> 1))
                .at(0.5);
        assertThat(certificate.amplification()).isCloseTo(factors.max(), within(1e-12));
        assertThat(certificate.amplification()).isBetween(0.99 * Math.exp(0.75), 1.0001 * Math.exp(0.75));
        assertThat(certificate.noiseGain())
                .isCloseTo(Math.sqrt(factors.times(factors).mean()), within(1e-12));
        assertThat(certificate.massDefect()).isLessThan(1e-13);
        assertThat(certificate.negativity()).isZero();
        assertThat(certificate.maximumDefect()).isNaN();
        assertThat(certificate.energyDefect()).isNaN();
        assertThat(certificate.aliasing()).isZero();
        Certificate still =
                VariableTransport.of(Flows.cells(GRID)).solve(Flows.hills(GRID)).certificate(0);
        assertThat(still.amplification()).isEqualTo(1);
        assertThat(still.error()).isLessThan(1e-14);
    }

    /** A square that turns: its edges lie anywhere in their cells. */
    @Test
    void edgesAreAsUnknownAsTheyWere() {
        Grid2D grid = Grid2D.centered(64, 1);
        Velocity turn =
                Velocity.steady((x, y) -> -y, (x, y) -> x).divergenceFree().onPlane();
        Field2D square = Field2D.of(grid, (x, y) -> Math.abs(x) < 0.2 && Math.abs(y) < 0.13 ? 1 : 0);
        double t = 0.7;
        Field2D truth = Field2D.of(grid, (x, y) -> {
            double a = x * Math.cos(t) + y * Math.sin(t);
            double b = y * Math.cos(t) - x * Math.sin(t);
            return Math.abs(a) < 0.2 && Math.abs(b) < 0.13 ? 1 : 0;
        });
        Solution<Field2D> transport = VariableTransport.of(turn).solve(square);
        Certificate certificate = estimated(transport, t, truth, 0.5, 5);
        assertThat(certificate.massDefect()).isLessThan(0.02);
        assertThat(certificate.energyDefect()).isLessThan(0.1);
        assertThat(certificate.maximumDefect()).isBetween(1e-3, certificate.initialTail());
        assertThatThrownBy(() -> transport.strict().at(t)).isInstanceOf(UntrustedSolutionException.class);
        Solution<Field2D> density = ContinuityEquation.of(turn).solve(square);
        assertThat(estimated(density, t, truth, 0.5, 5).negativity()).isCloseTo(certificate.negativity(), within(0.01));
    }

    /** Fine waves where paths part: more of the error is seen, and where they meet: less. Measured: up to 13 times. */
    @Test
    void whatIsUnknownGoesWhereThePathsGo() {
        Grid2D grid = new Grid2D(96, 1, 0, 0, 1, 1);
        Velocity gathering = Velocity.steady((x, y) -> Math.sin(2 * Math.PI * x) / (2 * Math.PI), (x, y) -> 0);
        for (double centre : new double[] {0.003, 0.503}) {
            for (double t : new double[] {1, -1}) {
                Solution<Field2D> hat =
                        VariableTransport.of(gathering).solve(Field2D.of(grid, (x, y) -> hat(x - centre)));
                Field2D truth = Field2D.of(grid, (x, y) -> {
                    double start = Math.atan2(Math.exp(-t) * Math.sin(Math.PI * x), Math.cos(Math.PI * x)) / Math.PI;
                    return hat(start - centre);
                });
                estimated(hat, t, truth, 0.5, 30);
            }
        }
    }

    private static double hat(double x) {
        return Math.max(0, 1 - 12 * Math.abs(Math.IEEEremainder(x, 1)));
    }

    @Test
    void strictlyUntilFilamentsAreTooFine() {
        Grid2D grid = Grid2D.unit(64);
        Field2D blob = InitialFields.gaussian(grid, 0.5, 0.6, 0.07);
        Velocity cells = Flows.cells(grid).divergenceFree();
        for (Solution<Field2D> solution : List.of(
                VariableTransport.of(cells).solve(blob),
                ContinuityEquation.of(cells).solve(blob))) {
            assertThat(solution.strict().at(0.05)).isEqualTo(solution.at(0.05));
            Solution<Field2D> strict = solution.strict();
            assertThatExceptionOfType(UntrustedSolutionException.class)
                    .isThrownBy(() -> strict.at(0.4))
                    .withMessageStartingWith("tail must be <= 1.0E-8 at t = 0.4, got ")
                    .satisfies(e -> assertThat(e.certificate().massDefect()).isGreaterThan(1e-4));
        }
    }

    @Test
    void zeroAndWhatHasLeft() {
        Grid2D grid = Grid2D.centered(32, 2);
        Field2D zero = Field2D.of(grid, (x, y) -> 0);
        Velocity wind =
                Velocity.steady((x, y) -> 1, (x, y) -> 0).divergenceFree().onPlane();
        assertThat(ContinuityEquation.of(wind).solve(zero).certificate(1).error())
                .isZero();
        assertThat(ContinuityEquation.of(wind).solve(zero).certificate(1).largestDefect())
                .isZero();
        Field2D spot = InitialFields.gaussian(grid, 0.15);
        Certificate gone = VariableTransport.of(wind).solve(spot).certificate(5);
        assertThat(gone.error()).isEqualTo(1);
        assertThat(gone.massDefect()).isPositive();
    }

    /** A user's solution, of which there is none before t = 1: to be strict costs no certificate of any time. */
    @Test
    void whoGivesCertificatesIsNotAskedForOne() {
        Solution<Field2D> heat = new Heat(0.01).solve(InitialFields.mode(Grid2D.unit(16), 1, 2));
        List<Double> asked = new ArrayList<>();
        Solution<Field2D> late = new Solution<>() {
            @Override
            public Field2D at(double t) {
                return heat.at(t - 1);
            }

            @Override
            public Certificate certificate(double t) {
                if (!(t >= 1)) {
                    throw new IllegalArgumentException("t must be >= 1, got " + t);
                }
                asked.add(t);
                return heat.certificate(t - 1);
            }
        };
        Solution<Field2D> strict = late.strict();
        assertThat(asked).isEmpty();
        assertThat(strict.at(3)).isEqualTo(heat.at(2));
        assertThat(strict.strict().at(3)).isEqualTo(heat.at(2));
    }

    @Test
    void whoGivesNoCertificatesRefusesToBeStrictAtOnce() {
        Field2D u0 = InitialFields.mode(Grid2D.unit(16, 1), 1, 0);
        for (Solution<?> solution : List.of(
                new Burgers(0.1).solve(u0),
                new HamiltonJacobi(0.1).solve(u0),
                new PotentialBurgers(0.1).solve(new VectorField2D(u0, u0.times(0))))) {
            assertThatThrownBy(solution::strict)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(solution + " gives no certificates, so it has no strict view");
        }
    }
}
