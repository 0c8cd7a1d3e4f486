package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.CertificateData.BOX;
import static org.modewise.pde.CertificateData.GRID;
import static org.modewise.pde.CertificateData.HEAT;
import static org.modewise.pde.CertificateData.RESOLVED;
import static org.modewise.pde.CertificateData.claiming;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** What certificates say of the laws that an equation declares. */
class CertificateLawsTest {
    @Test
    void findsAnEquationThatClaimsTooMuch() {
        LinearEquation leaking = claiming(Symbol.of((kx, ky) -> -1), Set.of(Law.MASS, Law.ENERGY));
        Certificate certificate = leaking.solve(RESOLVED).certificate(0.5);
        double mean = RESOLVED.mean() / RESOLVED.norm();
        assertThat(certificate.massDefect()).isCloseTo(mean * (1 - Math.exp(-0.5)), within(1e-12));
        assertThat(certificate.energyDefect()).isCloseTo(1 - Math.exp(-1), within(1e-12));
        assertThat(certificate.largestDefect()).isEqualTo(certificate.energyDefect());
        assertThatThrownBy(() -> leaking.solve(RESOLVED).strict().at(0.5))
                .hasMessageStartingWith("massDefect must be <= 1.0E-8 at t = 0.5, got 0.")
                .hasMessageEndingWith("laws() claims too much");
        // The kernel of hyperdiffusion has negative parts.
        LinearEquation ringing =
                claiming(new HyperDiffusion(1e-6, 2).symbol(), Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE));
        Field2D spot = InitialFields.gaussian(GRID, 0.03);
        Certificate negative = ringing.solve(spot).certificate(1);
        assertThat(negative.negativity()).isGreaterThan(0.01);
        assertThat(negative.maximumDefect()).isGreaterThan(0.001);
        assertThat(ringing.solve(spot).strict(Tolerances.standard().defect(1)).at(1))
                .isNotNull();
    }

    @Test
    void edgesThatRingLeaveTheRangeOfTheData() {
        Certificate moved = new Transport(1, 0.5).solve(BOX).certificate(0.3123);
        assertThat(moved.maximumDefect()).isGreaterThan(0.01);
        assertThat(moved.negativity()).isGreaterThan(0.005);
        assertThat(HEAT.solve(BOX).certificate(1e-4).maximumDefect()).isGreaterThan(1e-3);
        assertThat(HEAT.solve(BOX).certificate(0.1).largestDefect()).isLessThan(1e-14);
    }

    @Test
    void aPeakBetweenNodesBelongsToTheRange() {
        // Hardly resolved, and with the peak in the middle of a cell, from where it moves onto a node.
        Grid2D grid = new Grid2D(48, 64, -1, 2, 1, 1.5);
        double h = grid.dx();
        Field2D u = Field2D.of(
                grid,
                (x, y) -> Gaussians.bump(x - grid.x(20) - h / 2, 1, 2.5 * h)
                        * Gaussians.bump(y - grid.y(30) - grid.dy() / 2, 1.5, 2.5 * grid.dy()));
        for (Field2D field : List.of(u, u.times(-1), u.plus(5))) {
            SpectralSolution solution = new Transport(1, 1).solve(field);
            Field2D onNode = new Transport(h / 2, grid.dy() / 2).solve(field).at(1);
            assertThat(Math.max(onNode.max() - field.max(), field.min() - onNode.min()))
                    .isGreaterThan(0.03);
            assertThat(new Transport(h / 2, grid.dy() / 2)
                            .solve(field)
                            .certificate(1)
                            .maximumDefect())
                    .isLessThan(1e-12);
            assertThat(solution.certificate(0.123).maximumDefect()).isLessThan(1e-12);
        }
    }

    @Test
    void soDoesWhatIsNegativeBetweenNodesAlone() {
        // Four nodes a period: 0 at the lowest ones, and -0.29 between them.
        Field2D u =
                Field2D.of(Grid2D.line(28, 0, 1), (x, y) -> Math.cos(14 * Math.PI * x - Math.PI / 4) + Math.sqrt(0.5));
        SpectralSolution solution = new Transport(1, 0).solve(u);
        assertThat(solution.at(0.0123).min()).isLessThan(-0.25);
        assertThat(solution.certificate(0.0123).negativity()).isLessThan(1e-14);
        assertThat(solution.certificate(0.0123).maximumDefect()).isLessThan(1e-14);
        assertThat(solution.strict().at(0.0123)).isEqualTo(solution.at(0.0123));
    }

    @Test
    void equationsDeclareTheirLaws() {
        Set<Law> bounded = Set.of(Law.MASS, Law.MAXIMUM_PRINCIPLE);
        assertThat(HEAT.laws()).isEqualTo(bounded);
        assertThat(new AnisotropicHeat(1, 0, 1).laws()).isEqualTo(bounded);
        assertThat(new FokkerPlanck(1, 0, 1).laws()).isEqualTo(bounded);
        assertThat(new AdvectionDiffusion(1, 0, 1, 0, 1).laws()).isEqualTo(bounded);
        assertThat(new FractionalHeat(1, 0.5).laws()).isEqualTo(bounded);
        assertThat(new FractionalHeat(1, 1.5).laws()).containsOnly(Law.MASS);
        assertThat(new HyperDiffusion(1, 1).laws()).isEqualTo(bounded);
        assertThat(new HyperDiffusion(1, 2).laws()).containsOnly(Law.MASS);
        assertThat(new Transport(1, 0).laws()).containsOnly(Law.values());
        assertThat(new Dispersion(1, 0).laws()).containsOnly(Law.MASS, Law.ENERGY);
        assertThat(HEAT.plus(new Transport(1, 0)).laws()).isEqualTo(bounded);
        assertThat(HEAT.plus(new Dispersion(1, 0)).laws()).containsOnly(Law.MASS);
        LinearEquation gain = () -> Symbol.of((kx, ky) -> 0.25);
        LinearEquation loss = () -> Symbol.of((kx, ky) -> -0.25 - kx * kx);
        assertThat(gain.laws()).isEmpty();
        assertThat(gain.plus(loss).laws()).containsOnly(Law.MASS);
        assertThat(gain.plus(HEAT).laws()).isEmpty();
    }
}
