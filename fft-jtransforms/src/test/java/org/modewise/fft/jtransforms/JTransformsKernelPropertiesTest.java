package org.modewise.fft.jtransforms;

import org.modewise.fft.contract.FftProperties;
import org.modewise.fft.spi.FftKernel;

class JTransformsKernelPropertiesTest extends FftProperties {
    @Override
    public FftKernel kernel() {
        return new JTransformsKernel();
    }
}
