package org.modewise.pde;

import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumMultiplier;

/**
 * û(·,0) → û(·,t) → u(·,t), and the memory that it takes. A time that is refused leaves nothing that the next one reads.
 * Not safe to share between threads.
 */
final class Frame {
    private final SymbolTable symbol;
    private final NoiseFloor floor;
    private final RealFft2D fft;
    private final double[] initial;
    private final Propagator propagator;
    /** Allocated when it is first needed: a product on the way of the transform needs none. */
    private double[] spectrum;

    Frame(SymbolTable symbol, NoiseFloor floor, RealFft2D fft, double[] initial) {
        this.symbol = symbol;
        this.floor = floor;
        this.fft = fft;
        this.initial = initial;
        this.propagator = symbol.propagator();
    }

    /** u(·,t). */
    void values(double t, double[] values) {
        boolean grows = symbol.grows(t);
        double least = grows ? Double.NEGATIVE_INFINITY : floor.least(t);
        SpectrumMultiplier factors = propagator.at(t, least);
        if (grows) {
            fft.inverse(product(factors, t, true), values);
        } else {
            fft.inverse(initial, factors, values);
        }
    }

    /** û(·,t), however faint; the caller's until the next call. */
    double[] spectrum(double t) {
        boolean grows = symbol.grows(t);
        return product(propagator.at(t, Double.NEGATIVE_INFINITY), t, grows);
    }

    private double[] product(SpectrumMultiplier factors, double t, boolean grows) {
        if (spectrum == null) {
            spectrum = new double[initial.length];
        }
        factors.multiply(initial, spectrum);
        if (grows && !MultiplierTable.isInvertible(spectrum)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t);
        }
        return spectrum;
    }

    /** û(·,t) times the power of two that brings the largest coefficient near 1, which rounds nothing. */
    double[] scaledSpectrum(double t) {
        spectrum(t);
        double largest = 0;
        for (double part : spectrum) {
            largest = Math.max(largest, Math.abs(part));
        }
        int exponent = -Math.getExponent(largest);
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = Math.scalb(spectrum[k], exponent);
        }
        return spectrum;
    }
}
