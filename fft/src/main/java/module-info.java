import org.modewise.fft.spi.FftKernel;

/** Real Fourier transforms of fields, their spectra, and the seam through which faster kernels join. */
module org.modewise.fft {
    requires transitive org.modewise.core;

    exports org.modewise.fft;
    exports org.modewise.fft.spi;

    uses FftKernel;

    provides FftKernel with
            org.modewise.fft.scalar.ScalarKernel;
}
