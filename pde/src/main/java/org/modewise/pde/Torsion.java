package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.FieldAccess;

/**
 * -Δu = 1 between walls: Prandtl's stress function of a twisted bar, a membrane under uniform load.
 *
 * <p>u = x(l-x)/2 - Σ 4l²/(πn)³ · sin(πnx/l) · cosh(πn(y-h/2)/l)/cosh(πnh/2l) over odd n, between two Dirichlet walls
 * each way (S. Timoshenko, J. Goodier, Theory of Elasticity, §109). Waves along x that the grid cannot tell apart are
 * added up before they are sampled, so that the sum is taken to its very end. A Neumann wall is the middle of a box twice
 * as long.
 */
final class Torsion {
    /** What is left of a load along the walls, beside it. */
    private static final double LEVEL = 1e-8;

    /** e^-40 is lost in rounding. */
    private static final double NEGLIGIBLE = 40;

    private Torsion() {}

    /** The value that all samples along the walls share nearly, or 0 if there is none: any constant may be split off. */
    static double load(Field2D f) {
        Grid2D grid = f.grid();
        double load = f.get(0, 0);
        double tolerance = LEVEL * Math.abs(load);
        boolean shared = grid.nx() > 2 && grid.ny() > 2;
        for (int i = 0; shared && i < grid.nx(); i++) {
            shared = Math.abs(f.get(i, 0) - load) <= tolerance && Math.abs(f.get(i, grid.ny() - 1) - load) <= tolerance;
        }
        for (int j = 0; shared && j < grid.ny(); j++) {
            shared = Math.abs(f.get(0, j) - load) <= tolerance && Math.abs(f.get(grid.nx() - 1, j) - load) <= tolerance;
        }
        return shared ? load : 0;
    }

    /** The solution in a box that has a Dirichlet wall. */
    static Field2D of(Box box, Grid2D grid) {
        Side x = new Side(grid.nx(), box.lx(), box.left(), box.right());
        Side y = new Side(grid.ny(), box.ly(), box.bottom(), box.top());
        double[] values = new double[grid.size()];
        // Across the shorter way the parabola is hardly larger than the solution.
        if (x.isHeld() && !(y.isHeld() && y.span() < x.span())) {
            fill(x, y, values, 1, grid.nx());
        } else {
            fill(y, x, values, grid.nx(), 1);
        }
        return FieldAccess.wrap(grid, values);
    }

    /** One axis: its length between two Dirichlet walls, or twice that from one to its image. */
    private record Side(int n, double length, Wall lower, Wall upper) {
        boolean isHeld() {
            return lower == Wall.DIRICHLET || upper == Wall.DIRICHLET;
        }

        double span() {
            return lower == upper ? length : 2 * length;
        }

        /** The distance from a Dirichlet wall. */
        double distance(int k) {
            return ((lower == Wall.DIRICHLET ? k : n - 1 - k) + 0.5) * (length / n);
        }
    }

    /** Waves along the axis across, which has a Dirichlet wall, and what the walls of the other one make of them. */
    private static void fill(Side across, Side other, double[] values, int stride, int otherStride) {
        double l = across.span();
        BoxTransform line = new BoxTransform(
                Box.neumann(0, 0, across.length(), 1).alongX(across.lower(), across.upper()),
                Grid2D.line(across.n(), 0, across.length()));
        double[] waves = new double[line.count()];
        double[] ones = BoxWaves.ones(line.x());
        double[] samples = new double[across.n()];
        for (int j = 0; j < other.n(); j++) {
            Arrays.fill(waves, 0);
            if (other.isHeld()) {
                addUp(l, other.distance(j), other.span(), waves);
            }
            line.inverse(waves, ones, BoxWaves.ones(line.y()), samples);
            for (int i = 0; i < samples.length; i++) {
                double d = across.distance(i);
                values[i * stride + j * otherStride] = 0.5 * d * (l - d) - samples[i];
            }
        }
    }

    /** The coefficients of all waves along a line of length l at a distance from one of two walls h apart. */
    private static void addUp(double l, double distance, double h, double[] waves) {
        int cells = waves.length;
        double nearer = Math.min(distance, h - distance);
        double step = Math.PI / l;
        for (long n = 1; n * step * nearer < NEGLIGIBLE; n += 2) {
            double k = n * step;
            double share = (Math.exp(-k * nearer) + Math.exp(-k * (h - nearer))) / (1 + Math.exp(-k * h));
            // l² last: its cube need not be within the doubles.
            double turn = n * Math.PI;
            double amplitude = 4 / (turn * turn * turn) * share * l * l;
            // sin(πn(i+½)/N) is the same for 2N-n, and the opposite for n+2N.
            int rest = (int) (n % (2L * cells));
            int wave = Math.min(rest, 2 * cells - rest);
            double sign = n / (2L * cells) % 2 == 0 ? 1 : -1;
            waves[cells - wave] += sign * amplitude * (wave == cells ? cells : 0.5 * cells);
        }
    }
}
