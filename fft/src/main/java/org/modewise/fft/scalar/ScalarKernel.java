package org.modewise.fft.scalar;

import java.util.Optional;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;

/** Plain Java, for every size and on every VM. */
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
        return Optional.empty();
    }

    @Override
    public RealTransform2D plan(int nx, int ny) {
        return nx == 1 || ny == 1 ? new LineTransform(nx, ny) : new PlaneTransform(nx, ny);
    }
}
