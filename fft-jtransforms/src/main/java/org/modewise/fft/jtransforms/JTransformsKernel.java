package org.modewise.fft.jtransforms;

import java.util.Optional;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;

/** Every size, through the one-dimensional plans of JTransforms. */
public final class JTransformsKernel implements FftKernel {
    /** For the service loader. */
    public JTransformsKernel() {}

    @Override
    public String name() {
        return "jtransforms";
    }

    @Override
    public int preference() {
        return 100;
    }

    @Override
    public Optional<String> unsupported(int nx, int ny) {
        return Optional.empty();
    }

    @Override
    public RealTransform2D plan(int nx, int ny) {
        return nx == 1 ? new RowsFirstTransform(ny, nx, true) : new RowsFirstTransform(nx, ny, false);
    }
}
