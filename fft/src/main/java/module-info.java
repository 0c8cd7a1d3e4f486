import org.modewise.fft.spi.FftKernel;

/** Real Fourier transforms of fields, their spectra, and the seam through which faster kernels join. */
@SuppressWarnings("module") // the friend below is compiled after this module
module org.modewise.fft {
    requires transitive org.modewise.core;

    exports org.modewise.fft;
    exports org.modewise.fft.spi;
    exports org.modewise.fft.internal to
            org.modewise.simd;

    uses FftKernel;

    provides FftKernel with
            org.modewise.fft.scalar.ScalarKernel;
}
