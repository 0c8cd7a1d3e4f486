package org.modewise.fft.scalar;

import java.util.Optional;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;

/** Plain Java for powers of two, on every VM. */
public final class ScalarKernel implements FftKernel {
    /** For the service loader. */
    public ScalarKernel() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int preference() {
        return 200;
    }

    @Override
    public Optional<String> unsupported(int nx, int ny) {
        return isPowerOfTwo(nx) && isPowerOfTwo(ny)
                ? Optional.empty()
                : Optional.of("transforms powers of two, not " + nx + "x" + ny);
    }

    private static boolean isPowerOfTwo(int n) {
        return Integer.bitCount(n) == 1;
    }

    @Override
    public RealTransform2D plan(int nx, int ny) {
        unsupported(nx, ny).ifPresent(reason -> {
            throw new IllegalArgumentException("kernel scalar " + reason);
        });
        if (nx == 1 || ny == 1) {
            return new LineTransform(nx, ny);
        }
        return Math.min(nx, ny) < TiledTransform.MIN ? new ColumnsFirstTransform(nx, ny) : new TiledTransform(nx, ny);
    }
}
