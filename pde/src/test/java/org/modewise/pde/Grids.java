package org.modewise.pde;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.modewise.core.Grid2D;

/** Grids of every parity, shape, extent and origin. */
final class Grids {
    /** Powers of two, even, odd, prime, not square, lines both ways, one node. */
    static final List<Grid2D> SAMPLES = List.of(
            Grid2D.unit(32),
            new Grid2D(64, 16, -3, 0.25, 2.5, 0.75),
            new Grid2D(30, 21, 1, -7, 0.3, 4),
            new Grid2D(31, 37, -0.5, -0.5, 1, 3),
            new Grid2D(37, 8, 10, 10, 6.28, 1),
            Grid2D.line(31, -1, 2),
            Grid2D.line(64, 0, 6),
            new Grid2D(1, 24, 0, 0, 1, 2),
            new Grid2D(2, 2, 0, 0, 1, 1),
            Grid2D.unit(1));

    private Grids() {}

    static Arbitrary<Grid2D> upTo(int most) {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, most);
        Arbitrary<Double> origin = Arbitraries.doubles().between(-10, 10);
        Arbitrary<Double> extent = Arbitraries.doubles().between(0.12, 8);
        return Combinators.combine(size, size, origin, origin, extent, extent).as(Grid2D::new);
    }
}
