package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.pde.Heat;

/** Networks that are periodic, whatever they learn. */
class PinnPeriodicTest {
    @TempDir
    private Path folder;

    /** One wave on a ring: e^{-αk²t}·sin kx with k = 2π, and a small network. */
    static Pinn ring() {
        Domain ring = Domain.of("x", 0, 1).and("t", 0, 1);
        return Pinn.residual(PinnEquations.heat(0.02), Points.sobol(ring, 200))
                .initial(u -> u.coordinate("x").times(2 * Math.PI).sin(), Points.sobol(ring, 40), 100)
                .periodic("x")
                .hidden(16, 16)
                .omega0(1)
                .seed(1)
                .steps(40);
    }

    @Test
    void aPeriodicNetworkIsPeriodicWhateverItLearns() {
        Fit fit = ring().run();
        for (double t : new double[] {0, 0.3, 1}) {
            Jet left = fit.model().jet(0, t);
            Jet right = fit.model().jet(1, t);
            assertThat(left.value()).isCloseTo(right.value(), within(1e-14));
            assertThat(left.first(0)).isCloseTo(right.first(0), within(1e-13));
            assertThat(left.second(0)).isCloseTo(right.second(0), within(1e-12));
        }
        // What the exact solver says at the nodes of a grid.
        Grid2D line = Grid2D.line(32, 0, 1);
        var exact = new Heat(0.02).solve(Field2D.of(line, (x, y) -> Math.sin(2 * Math.PI * x)));
        for (double t : new double[] {0, 0.5, 1}) {
            double[] expected = exact.at(t).toArray();
            double most = 0;
            for (int i = 0; i < expected.length; i++) {
                most = Math.max(most, Math.abs(fit.model().value(line.x(i), t) - expected[i]));
            }
            assertThat(most).isLessThan(3e-7);
        }
    }

    /** What is frozen must be periodic when it freezes, and stay frozen. */
    @Test
    void onlyPeriodicNetworksGoOnAsPeriodicOnes() throws IOException {
        Pinn periodic = ring().hidden(6, 6).steps(5);
        Pinn free = periodic.periodic();
        Fit fit = free.run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> periodic.from(fit))
                .withMessageStartingWith("siren must be periodic along x to stay so, got one of ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> free.from(fit).periodic("x").from(fit))
                .withMessageStartingWith("siren must be periodic along x");
        // A look at it changes nothing.
        assertThat(periodic.loss(fit.model())).isEqualTo(free.loss(fit.model()));
        Fit round = periodic.run();
        Siren onward = periodic.from(round).run().model();
        assertThat(onward.value(0, 0.3)).isCloseTo(onward.value(1, 0.3), within(1e-14));
        Path file = folder.resolve("ring");
        free.checkpoint(file, 5).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> periodic.resume(file))
                .withMessageContaining("DELAYED] with seed ")
                .withMessageContaining(", periodic along [x], got one of ");
        periodic.checkpoint(file, 5).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> free.resume(file))
                .withMessageEndingWith(", periodic along [x]");
    }

    @Test
    void aPeriodicNetworkIsNeverConstantByChance() {
        Pinn few = ring().hidden(2).omega0(1).steps(0);
        for (int seed = 0; seed < 60; seed++) {
            double[] parameters = few.seed(seed).run().model().parameters();
            assertThat(Math.abs(parameters[0]) + Math.abs(parameters[2])).isGreaterThan(3);
        }
    }

    @Test
    void aNetworkThatIsNotPeriodicIsNoStartForOneThatIs() {
        Pinn free = ring().periodic().steps(1).checkpoint(folder.resolve("free"), 1);
        Fit fit = free.run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring().from(fit))
                .withMessageStartingWith("siren must be periodic along x to stay so");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resume(ring(), folder.resolve("free")))
                .withMessageContaining("periodic");
        assertThat(ring().from(ring().steps(1).run()).steps(0).run().status()).isEqualTo(FitStatus.COMPLETED);
    }

    private static Fit resume(Pinn pinn, Path file) {
        try {
            return pinn.resume(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
