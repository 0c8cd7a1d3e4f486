package org.modewise.simd.fft;

import org.modewise.fft.contract.AllocationContract;
import org.modewise.fft.contract.FftContractTest;
import org.modewise.fft.spi.FftKernel;

class SimdKernelTest extends FftContractTest implements AllocationContract {
    @Override
    public FftKernel kernel() {
        return new SimdKernel();
    }
}
