package org.modewise.fft.contract;

import java.util.List;
import java.util.stream.Stream;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.FftKernel;

/** What the parts of the contract have in common: the kernel under test, and what may be asked of it. */
public interface KernelContract {
    /** 2⁻⁵². */
    double EPS = 0x1p-52;

    /** The kernel under test, the one that {@link RealFft2D#of(Grid2D, String)} finds by its name. */
    FftKernel kernel();

    /** Lines and planes of every kind: square or not, even, odd, prime, and with an axis of 1 or 2 nodes. */
    List<Grid2D> SHAPES = Stream.of(
                    new int[] {1, 1, 2, 1, 1, 2, 2, 2, 3, 3, 1, 7, 7, 1, 1, 16, 16, 1, 2, 9, 9, 2, 2, 32, 32, 2},
                    new int[] {4, 4, 8, 4, 4, 8, 8, 8, 16, 16, 64, 64, 128, 32, 32, 128, 4, 1024, 1024, 4, 256, 8},
                    new int[] {512, 512, 1024, 16, 16, 1024},
                    new int[] {8, 256, 128, 128, 5, 5, 6, 10, 10, 6, 3, 100, 100, 3, 15, 21, 21, 15, 31, 37, 61, 61},
                    new int[] {16, 15, 15, 16, 96, 80, 97, 128, 128, 97, 251, 2, 2, 251, 227, 3, 3, 227, 211, 223},
                    new int[] {112, 98, 143, 165})
            .flatMap(KernelContract::pairs)
            .toList();

    private static Stream<Grid2D> pairs(int[] sizes) {
        return Stream.iterate(0, k -> k < sizes.length, k -> k + 2).map(k -> grid(sizes[k], sizes[k + 1]));
    }

    /** A grid whose origin and periods are nothing special. */
    static Grid2D grid(int nx, int ny) {
        return new Grid2D(nx, ny, -0.5, 2, 3, 1.25);
    }

    /** Whether the kernel says that it takes the shape. */
    default boolean claims(int nx, int ny) {
        return kernel().unsupported(nx, ny).isEmpty();
    }

    /** Those of {@link #SHAPES} that the kernel takes. */
    default List<Grid2D> claimed() {
        return SHAPES.stream().filter(grid -> claims(grid.nx(), grid.ny())).toList();
    }

    /** A plan of the kernel under test. */
    default RealFft2D plan(Grid2D grid) {
        return RealFft2D.of(grid, kernel().name());
    }

    /**
     * The largest relative L2 error that a forward transform may have: c·√log₂N·ε, and never less than ε. A kernel may
     * override it for sizes at which it is known to be worse, with the measured figure.
     */
    default double accuracy(int nx, int ny) {
        return Math.max(1, factor(nx, ny) * rootLog((long) nx * ny)) * EPS;
    }

    private static double factor(int nx, int ny) {
        return Integer.bitCount(nx) == 1 && Integer.bitCount(ny) == 1 ? 0.8 : 1.2;
    }

    /** √log₂N. */
    static double rootLog(long points) {
        return Math.sqrt(Math.log(points) / Math.log(2));
    }
}
