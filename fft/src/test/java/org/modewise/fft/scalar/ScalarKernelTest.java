package org.modewise.fft.scalar;

import org.modewise.fft.contract.AllocationContract;
import org.modewise.fft.contract.FftContractTest;
import org.modewise.fft.spi.FftKernel;

class ScalarKernelTest extends FftContractTest implements AllocationContract {
    @Override
    public FftKernel kernel() {
        return new ScalarKernel();
    }
}
