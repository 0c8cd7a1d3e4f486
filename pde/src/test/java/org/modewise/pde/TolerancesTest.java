package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modewise.pde.CertificateData.BOX;
import static org.modewise.pde.CertificateData.HEAT;
import static org.modewise.pde.CertificateData.RESOLVED;
import static org.modewise.pde.CertificateData.claiming;
import static org.modewise.pde.Measure.assertOneLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;

/** The bounds of strict views, certificates as values, and what is refused. */
class TolerancesTest {
    @Test
    void severalStrictViewsAllHaveTheirSay() {
        Solution<Field2D> twice = HEAT.solve(BOX).strict(Tolerances.of(0.05)).strict(Tolerances.of(1e-3));
        assertThatThrownBy(() -> twice.at(0.1)).hasMessageStartingWith("error must be <= 0.001");
        assertOneLine(twice)
                .isEqualTo("Strict Strict SpectralSolution[128x128, kernel "
                        + HEAT.solve(BOX).kernel() + "]");
    }

    @Test
    void refusesBadInput() {
        SpectralSolution solution = HEAT.solve(RESOLVED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.certificate(Double.NaN))
                .withMessage("t must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.strict().at(-1))
                .withMessageStartingWith("t must be >= 0, got -1.0");
        assertThatNullPointerException().isThrownBy(() -> solution.strict(null)).withMessage("tolerances");
        assertThatNullPointerException()
                .isThrownBy(() -> Tolerances.standard().check(null))
                .withMessage("certificate");
        assertThatNullPointerException()
                .isThrownBy(() -> new UntrustedSolutionException("why", null))
                .withMessage("certificate");
        Solution<String> other = t -> "no field";
        assertThatThrownBy(() -> other.certificate(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageEndingWith("gives no certificates, so it has no strict view");
        assertThatThrownBy(() -> other.strict()).isInstanceOf(UnsupportedOperationException.class);
        LinearEquation none = claiming(HEAT.symbol(), null);
        assertThatNullPointerException().isThrownBy(() -> none.solve(RESOLVED)).withMessage("laws()");
    }

    @Test
    void tolerancesArePositive() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Tolerances.of(bad))
                    .withMessage("relative must be > 0, got " + bad);
            Tolerances standard = Tolerances.standard();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.error(bad))
                    .withMessage("error must be > 0, got " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.tail(bad))
                    .withMessageStartingWith("tail ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.aliasing(bad))
                    .withMessageStartingWith("aliasing ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.amplification(bad))
                    .withMessageStartingWith("amplification ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.residual(bad))
                    .withMessageStartingWith("residual ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> standard.defect(bad))
                    .withMessageStartingWith("defect ");
        }
        assertThat(Tolerances.standard())
                .isEqualTo(new Tolerances(1e-8, 1e-8, 1e-8, 1e7, 1e-8, 1e-8))
                .isEqualTo(Tolerances.of(1e-8));
        assertThat(Tolerances.of(1)
                        .error(2)
                        .tail(3)
                        .aliasing(4)
                        .amplification(5)
                        .residual(6)
                        .defect(7))
                .isEqualTo(new Tolerances(2, 3, 4, 5, 6, 7));
    }

    /** Each bound is its own figure's, and NaN is a defect's alone to have. */
    @Test
    void everyFigureHasItsBound() {
        String[] names = {
            "error",
            "tail",
            "aliasing",
            "amplification",
            "residual",
            "massDefect",
            "energyDefect",
            "maximumDefect",
            "negativity"
        };
        for (int k = 0; k < names.length; k++) {
            double[] figures = new double[9];
            figures[k] = 2;
            Certificate certificate = certificate(figures);
            assertThatThrownBy(() -> Tolerances.of(1).amplification(1).check(certificate))
                    .isInstanceOfSatisfying(
                            UntrustedSolutionException.class,
                            e -> assertThat(e.certificate()).isSameAs(certificate))
                    .hasMessageStartingWith(names[k] + " must be <= 1.0 at t = 0.25, got 2.0: ");
            Tolerances.of(2).amplification(2).check(certificate);
            figures[k] = Double.NaN;
            Certificate undefined = certificate(figures);
            if (names[k].endsWith("Defect") || names[k].equals("negativity")) {
                Tolerances.of(1).check(undefined);
            } else {
                assertThatThrownBy(() -> Tolerances.of(1).check(undefined)).hasMessageContaining("got NaN");
            }
        }
    }

    private static Certificate certificate(double[] f) {
        return new Certificate(0.25, 9, f[1], f[0], f[2], f[3], 9, f[4], f[5], f[6], f[7], f[8]);
    }

    @Test
    void isASerializableValueOnOneLine() throws Exception {
        Certificate certificate = HEAT.solve(BOX).certificate(1e-4);
        assertOneLine(certificate).startsWith("Certificate[t 0.0001000, error 0.1");
        double wide = -1.2345678901234567e-100;
        assertOneLine(certificate(new double[] {wide, wide, wide, wide, wide, wide, wide, wide, wide})
                .at(wide));
        assertOneLine(Tolerances.standard()).isEqualTo("Tolerances[1e-08, gain 1e+07]");
        assertOneLine(Tolerances.standard().error(1)).startsWith("Tolerances[1, tail 1e-08, alias 1e-08, gain");
        assertOneLine(new Tolerances(1e-100, 2e-100, 3e-100, 4e100, 5e-100, 6e-100))
                .startsWith("Tolerances[error ");
        for (Object value :
                List.of(certificate, Tolerances.standard(), new UntrustedSolutionException("why", certificate))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Object read = in.readObject();
                assertThat(read instanceof UntrustedSolutionException e ? e.certificate() : read)
                        .isEqualTo(value instanceof UntrustedSolutionException ? certificate : value);
            }
        }
    }
}
