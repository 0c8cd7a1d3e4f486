package org.modewise.fft.scalar;

import org.modewise.fft.contract.FftProperties;
import org.modewise.fft.spi.FftKernel;

class ScalarKernelPropertiesTest extends FftProperties {
    @Override
    public FftKernel kernel() {
        return new ScalarKernel();
    }
}
