package org.modewise.fft.jtransforms;

import org.modewise.fft.contract.FftContractTest;
import org.modewise.fft.spi.FftKernel;

class JTransformsKernelTest extends FftContractTest {
    @Override
    public FftKernel kernel() {
        return new JTransformsKernel();
    }
}
