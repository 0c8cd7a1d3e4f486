import org.modewise.core.internal.elementary.ElementaryKernel;
import org.modewise.fft.spi.FftKernel;

/** Modewise's inner loops on the Vector API: chosen by itself where the VM compiles vector code, silent elsewhere. */
module org.modewise.simd {
    requires jdk.incubator.vector;
    requires jdk.management;
    requires org.modewise.core;
    requires org.modewise.fft;

    provides ElementaryKernel with
            org.modewise.simd.SimdElementaryKernel;
    provides FftKernel with
            org.modewise.simd.fft.SimdKernel;
}
