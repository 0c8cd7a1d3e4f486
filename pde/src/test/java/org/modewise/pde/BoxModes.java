package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Sums of the waves between walls, written out wave by wave with no transform: what boxes are measured against. */
record BoxModes(Box box, List<Mode> modes) {
    /** Every pair of kinds that an axis can have. */
    static final List<Wall[]> KINDS = List.of(
            new Wall[] {Wall.DIRICHLET, Wall.DIRICHLET},
            new Wall[] {Wall.NEUMANN, Wall.NEUMANN},
            new Wall[] {Wall.DIRICHLET, Wall.NEUMANN},
            new Wall[] {Wall.NEUMANN, Wall.DIRICHLET});

    /** All kinds of walls about a rectangle of no symmetry. */
    static final List<Box> BOXES = boxes(-3, 0.25, 2.5, 0.75);

    /** Powers of two, even, odd, prime, one row, one column, one node. */
    static final List<int[]> SIZES = List.of(
            new int[] {32, 32},
            new int[] {64, 16},
            new int[] {30, 21},
            new int[] {31, 37},
            new int[] {12, 1},
            new int[] {1, 24},
            new int[] {13, 1},
            new int[] {2, 2},
            new int[] {1, 1});

    /** A product of the p-th wave along x and the q-th along y, from 0. */
    record Mode(int p, int q, double amplitude) {}

    /** All kinds of walls about one rectangle. */
    static List<Box> boxes(double x0, double y0, double lx, double ly) {
        List<Box> boxes = new ArrayList<>();
        for (Wall[] x : KINDS) {
            for (Wall[] y : KINDS) {
                boxes.add(new Box(x0, y0, lx, ly, x[0], x[1], y[0], y[1]));
            }
        }
        return boxes;
    }

    static BoxModes of(Box box, Mode... modes) {
        return new BoxModes(box, List.of(modes));
    }

    /** Waves below a fraction of the finest. */
    static BoxModes random(Box box, int nx, int ny, long seed, int fraction) {
        Random random = new Random(seed);
        List<Mode> modes = new ArrayList<>();
        for (int w = 0; w < 8; w++) {
            modes.add(new Mode(
                    random.nextInt((nx - 1) / fraction + 1),
                    random.nextInt((ny - 1) / fraction + 1),
                    random.nextDouble() + 0.1));
        }
        return new BoxModes(box, modes);
    }

    double kx(Mode mode) {
        return Math.PI * order(mode.p(), box.left(), box.right()) / (2 * box.lx());
    }

    double ky(Mode mode) {
        return Math.PI * order(mode.q(), box.bottom(), box.top()) / (2 * box.ly());
    }

    /** Half periods of the wave in twice the length. */
    private static int order(int p, Wall lower, Wall upper) {
        return lower != upper ? 2 * p + 1 : lower == Wall.DIRICHLET ? 2 * p + 2 : 2 * p;
    }

    /** The wave at the middle of cell i of n: the angle is a multiple of π/4n. */
    static double wave(int p, int i, int n, Wall lower, Wall upper) {
        long turn = (long) order(p, lower, upper) * (2L * i + 1) % (8L * n);
        double angle = Math.PI * (turn > 4L * n ? turn - 8L * n : turn) / (4.0 * n);
        return lower == Wall.DIRICHLET ? Math.sin(angle) : Math.cos(angle);
    }

    Field2D sample(int nx, int ny) {
        Grid2D grid = box.grid(nx, ny);
        double[] values = new double[grid.size()];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                for (Mode mode : modes) {
                    values[j * nx + i] += mode.amplitude()
                            * wave(mode.p(), i, nx, box.left(), box.right())
                            * wave(mode.q(), j, ny, box.bottom(), box.top());
                }
            }
        }
        return Field2D.of(grid, values);
    }

    BoxModes times(DoubleBinaryOperator multiplier) {
        return new BoxModes(
                box,
                modes.stream()
                        .map(mode -> new Mode(
                                mode.p(), mode.q(), mode.amplitude() * multiplier.applyAsDouble(kx(mode), ky(mode))))
                        .toList());
    }

    double bound() {
        return modes.stream().mapToDouble(mode -> Math.abs(mode.amplitude())).sum();
    }
}
