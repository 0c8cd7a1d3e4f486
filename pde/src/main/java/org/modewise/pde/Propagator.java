package org.modewise.pde;

import org.modewise.fft.spi.SpectrumMultiplier;

/** e^{t·s} on the modes of a half-spectrum, at one time after the other, and the memory for it. Not safe to share. */
interface Propagator {
    /**
     * The factors at a time that {@link SymbolTable#grows} has passed.
     *
     * @param least ln of the modulus below which a factor is 0
     * @return the propagator's own multiplier, until the next call
     */
    SpectrumMultiplier at(double t, double least);
}
