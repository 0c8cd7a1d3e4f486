package org.modewise.fft.contract;

/**
 * All that a kernel must do. A kernel's own test extends this class, names the kernel, and has nothing to add but what
 * only that kernel does.
 */
public abstract class FftContractTest
        implements AccuracyContract,
                AlgebraContract,
                ArgumentContract,
                MultiplierContract,
                PartsContract,
                RealPartContract,
                SharingContract,
                WorkersContract {}
