package org.modewise.pde;

import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/** e^{t·a(κx)}·e^{t·b(κy)}: the propagator of a symbol that is a sum over the axes, nx + ny exponentials a time. */
final class AxesPropagator implements Propagator {
    private final KeptModes modes;
    private final SymbolSamples x;
    private final SymbolSamples y;
    private final SpectrumMultiplier factors;
    private final double[] moduli;

    /** If both parts are one object, factors are computed only once. */
    AxesPropagator(KeptModes modes, SymbolSamples x, SymbolSamples y) {
        this.modes = modes;
        this.x = x;
        this.y = y;
        boolean real = x.isReal() && y.isReal();
        this.factors = real
                ? SpectrumMultiplier.real(modes.layout(), Lines.ONE)
                : SpectrumMultiplier.complex(modes.layout(), Lines.ONE);
        this.moduli = real ? null : new double[Math.max(x.length(), y.length())];
    }

    @Override
    public SpectrumMultiplier at(double t, double least) {
        x.exponential(t, least, factors.xRe(), factors.xIm(), moduli);
        if (y == x) {
            System.arraycopy(factors.xRe(), 0, factors.yRe(), 0, y.length());
            if (!factors.isReal()) {
                System.arraycopy(factors.xIm(), 0, factors.yIm(), 0, y.length());
            }
        } else {
            y.exponential(t, least, factors.yRe(), factors.yIm(), moduli);
        }
        modes.x().fold(factors.xRe(), factors.xIm());
        modes.y().fold(factors.yRe(), factors.yIm());
        return factors;
    }
}
