package org.modewise.fft.jtransforms;

import java.util.List;
import java.util.Optional;
import org.modewise.fft.spi.FftKernel;
import org.modewise.fft.spi.RealTransform2D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** Every size, through the one-dimensional plans of JTransforms. */
public final class JTransformsKernel implements FftKernel {
    /** One class of each library that a transform needs, by name, so that this class loads without them. */
    private static final List<String> NEEDED =
            List.of("org.jtransforms.fft.DoubleFFT_1D", "org.visnow.jlargearrays.ConcurrencyUtils");

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
    public Optional<String> unavailable() {
        for (String name : NEEDED) {
            try {
                Class.forName(name, false, JTransformsKernel.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError e) {
                return Optional.of("misses " + name
                        + "; put com.github.wendykierp:JTransforms and what it depends on on the class path");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> unsupported(int nx, int ny) {
        return Optional.empty();
    }

    @Override
    public RealTransform2D plan(int nx, int ny) {
        // This is JTransforms' setting for the whole VM, and others may want its threads. But if a wait for its workers
        // is interrupted, JTransforms 3.2 goes on while they still write, and the caller gets wrong numbers without a
        // word, on lines from 1031 samples. It offers no setting for one plan, and a right result comes first.
        ConcurrencyUtils.setNumberOfThreads(1);
        return nx == 1 ? new RowsFirstTransform(ny, nx, true) : new RowsFirstTransform(nx, ny, false);
    }
}
