package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;
import static org.modewise.pde.Measure.assertOneLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

class BoxTest {
    private static final Heat HEAT = new Heat(0.1);

    @Test
    void nodesAreTheCentresOfCells() {
        Grid2D grid = Box.neumann(-1, 2, 3, 0.5).grid(6, 5);
        assertThat(grid.x(0)).isEqualTo(-0.75);
        assertThat(grid.x(5)).isEqualTo(1.75);
        assertThat(grid.y(0)).isCloseTo(2.05, within(1e-15));
        assertThat(grid.y(4)).isCloseTo(2.45, within(1e-15));
        assertThat(Box.dirichlet().grid(4)).isEqualTo(new Grid2D(4, 4, 0.125, 0.125, 1, 1));
    }

    @Test
    void fieldsOnOtherNodesAreRefused() {
        Box box = Box.dirichlet();
        List<Grid2D> others = List.of(
                Grid2D.unit(64),
                new Grid2D(64, 64, 1 / 128.0, 1 / 128.0 + 1e-12, 1, 1),
                new Grid2D(64, 64, 1 / 128.0, 1 / 128.0, 1 + 1e-12, 1),
                Box.dirichlet(0, 0, 1, 2).grid(64));
        for (Grid2D other : others) {
            Field2D u = Measure.noise(other, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HEAT.solve(u, box))
                    .withMessageStartingWith(
                            "u0 must lie on the centres of the box's cells, from (0.0078125, 0.0078125)")
                    .withMessageContaining("(" + other.x0() + ", " + other.y0() + ")")
                    .withMessageContaining("Box.grid");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Poisson.solve(u, box))
                    .withMessageStartingWith("f must lie on");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HEAT.multiplier(1).apply(u, box))
                    .withMessageStartingWith("u must lie on");
        }
    }

    @Test
    void roundingOfTheOriginIsNoOtherGrid() {
        Box box = Box.neumann(100, -7, 0.3, 0.7);
        double dx = 0.3 / 21;
        Grid2D own = new Grid2D(21, 10, 100 + dx / 2, -7 + 0.7 / 20, 0.3, 0.7);
        assertThat(HEAT.solve(Measure.noise(own, 2), box).grid()).isEqualTo(own);
    }

    @Test
    void refusesWhatIsNoBox() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Box.dirichlet(none, 0, 1, 1))
                    .withMessageContaining("x0 must be finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Box.neumann(0, none, 1, 1))
                    .withMessageContaining("y0 must be finite, got " + none);
        }
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Box.dirichlet(0, 0, none, 1))
                    .withMessageContaining("lx must be > 0 and finite, got " + none);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Box.dirichlet(0, 0, 1, none))
                    .withMessageContaining("ly must be > 0 and finite, got " + none);
        }
        Box box = Box.dirichlet();
        assertThatNullPointerException()
                .isThrownBy(() -> box.alongX(null, Wall.NEUMANN))
                .withMessage("left");
        assertThatNullPointerException()
                .isThrownBy(() -> box.alongX(Wall.NEUMANN, null))
                .withMessage("right");
        assertThatNullPointerException()
                .isThrownBy(() -> box.alongY(null, Wall.NEUMANN))
                .withMessage("bottom");
        assertThatNullPointerException()
                .isThrownBy(() -> box.alongY(Wall.NEUMANN, null))
                .withMessage("top");
        assertThatIllegalArgumentException().isThrownBy(() -> box.grid(0)).withMessage("nx must be >= 1, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> box.grid(3, -1)).withMessage("ny must be >= 1, got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> box.grid(1 << 20)).withMessageContaining("bytes");
        assertThatNullPointerException()
                .isThrownBy(() -> HEAT.solve(Measure.noise(box.grid(4), 1), null))
                .withMessage("box");
        assertThatNullPointerException()
                .isThrownBy(() -> Poisson.solve(Measure.noise(box.grid(4), 1), null))
                .withMessage("box");
        assertThatNullPointerException().isThrownBy(() -> HEAT.solve(null, box)).withMessage("u0");
        assertThatNullPointerException()
                .isThrownBy(() -> Poisson.solve(null, box))
                .withMessage("f");
    }

    @Test
    void isAValue() throws Exception {
        Box box = Box.dirichlet(-0.0, 0, 2, 1).alongX(Wall.NEUMANN, Wall.DIRICHLET);
        assertThat(box).isEqualTo(Box.dirichlet(0, -0.0, 2, 1).alongX(Wall.NEUMANN, Wall.DIRICHLET));
        assertThat(box).hasToString("Box[0.0, 0.0, 2.0 x 1.0, walls NDDD]");
        assertOneLine(Box.neumann(-Math.PI * 1e-200, Math.E * 1e-200, Math.PI * 1e200, 1e-200 / 3));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(box);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(box);
        }
    }
}
