package org.modewise.simd.fft;

import java.util.Optional;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;
import org.modewise.simd.VectorSupport;

/** The Vector API of the JDK, on VMs that compile it. */
public final class SimdKernel implements FftKernel {
    /** For the service loader. */
    public SimdKernel() {}

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public int preference() {
        return 300;
    }

    @Override
    public Optional<String> unavailable() {
        return VectorSupport.missing();
    }

    @Override
    public Optional<String> unsupported(int nx, int ny) {
        if (unavailable().isPresent()) {
            return unavailable();
        }
        if (!Plane.takes(nx, ny)) {
            return Optional.of(
                    "transforms planes of " + Plane.MIN_NX + "x" + Plane.MIN_NY + " and more, not " + nx + "x" + ny);
        }
        return Footprint.isInArrays(new Plane(nx, ny))
                ? Optional.empty()
                : Optional.of("needs longer arrays than Java has for " + nx + "x" + ny);
    }

    @Override
    public RealTransform2D plan(int nx, int ny) {
        unsupported(nx, ny).ifPresent(reason -> {
            throw new IllegalArgumentException("kernel simd " + reason);
        });
        return new PlaneTransform(nx, ny);
    }
}
