package org.modewise.simd.fft;

import org.modewise.fft.contract.FftProperties;
import org.modewise.fft.spi.FftKernel;

class SimdKernelPropertiesTest extends FftProperties {
    @Override
    public FftKernel kernel() {
        return new SimdKernel();
    }
}
