package org.modewise.siren;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.optimizer.Lbfgs;

/** Whatever size a user may ask for: what the heap cannot hold is refused before any of it is allocated. */
class HeapTest {
    private static final Field2D TARGET = Field2D.of(Grid2D.unit(4), (x, y) -> x);
    private static final Domain SPACE = Domain.of("x", 0, 1).and("y", 0, 1).and("t", 0, 1);
    private static final Pinn PINN = Pinn.residual(PinnEquations.heat(1), Points.sobol(SPACE, 3));
    private static final int HUGE = Integer.MAX_VALUE - 8;

    private static void refused(String subject, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageStartingWith(subject + " need ")
                .withMessageContaining(
                        " bytes, the heap holds at most " + Runtime.getRuntime().maxMemory());
    }

    @Test
    void networks() {
        Architecture wide = Architecture.of(Grid2D.unit(4), 500_000_000);
        assertThat(wide.parameters()).isEqualTo(2_000_000_001);
        refused("weights of 2000000001 parameters", () -> Siren.random(wide, 1));
        refused("weights of 1600200001 parameters", () -> Siren.random(wide.hidden(40000, 40000), 1));
        refused(
                "weights of 2000000001 parameters",
                () -> Siren.fit(TARGET).hidden(500_000_000).run());
        refused(
                "weights of 2000000001 parameters",
                () -> PINN.hidden(400_000_000).run());
        refused(
                "weights of 2000000001 parameters",
                () -> PINN.periodic("x")
                        .dirichlet("x", u -> Expression.constant(0), Points.sobol(SPACE, 3), 1)
                        .hidden(400_000_000));
    }

    @Test
    void points() {
        refused("2147483639 points", () -> Points.sobol(SPACE, HUGE));
        refused("2147483639 points", () -> Points.latinHypercube(SPACE, HUGE, 1));
        refused("2146435072 points", () -> Points.grid(SPACE, 1024, 2047, 1024));
    }

    /** The width of two layers that make the heap full with so many numbers for each parameter. */
    private static int width(double numbersEachParameter) {
        return (int) Math.sqrt(Runtime.getRuntime().maxMemory() / (8 * numbersEachParameter));
    }

    @Test
    void rowsOfDerivatives() {
        // The rows have 128 numbers a parameter, and all else 26, with a quarter more: either alone would do.
        int width = width(180);
        Fitting wide = Siren.fit(TARGET).hidden(width, width).steps(1);
        refused(
                "128 derivatives by " + wide.architecture().parameters() + " parameters beside the training",
                wide::run);
    }

    @Test
    void memoriesOfStepsBesideTheRest() {
        // The steps have 60 numbers a parameter, and all else 26, with a quarter more: either alone would do.
        int width = width(100);
        Fitting wide = Siren.fit(TARGET).hidden(width, width).optimizer(Lbfgs.standard());
        refused(
                "30 remembered steps of " + wide.architecture().parameters() + " parameters beside the training",
                wide::run);
    }

    @Test
    void memoriesOfSteps() {
        refused(
                "2147483639 remembered steps of 697 parameters beside the training",
                () -> Siren.fit(TARGET).optimizer(new Lbfgs(HUGE)).run());
    }
}
