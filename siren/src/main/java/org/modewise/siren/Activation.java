package org.modewise.siren;

import org.modewise.siren.engine.Nonlinearity;
import org.modewise.siren.engine.Sine;
import org.modewise.siren.engine.Tanh;

/** σ: what a hidden layer makes of its angles. */
public enum Activation {
    /** sin ω₀(Wx + b), for detail and for derivatives. Sources as in {@link Siren}. */
    SINE(Sine.INSTANCE),

    /**
     * tanh(Wx + b), for what is smooth; ω₀ is 1. Weights start in U(±√(6/(n + m))) for a layer of n inputs and m outputs,
     * biases at 0. Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks
     * (AISTATS 2010).
     */
    TANH(Tanh.INSTANCE),

    /**
     * sin 2πBx and cos 2πBx by turns, with frequencies B from N(0, σ²) in waves per side of the box and x in sides from its
     * middle, as the first layer: random features, which no training moves. With ξ = 2x it is a layer of sines whose ω₀ is
     * πσ, with weights from N(0, 1) and biases 0 and π/(2ω₀). Source: Tancik, Srinivasan, Mildenhall and others, Fourier
     * Features Let Networks Learn High Frequency Functions in Low Dimensional Domains (NeurIPS 2020).
     */
    FOURIER(Sine.INSTANCE);

    private final Nonlinearity nonlinearity;

    Activation(Nonlinearity nonlinearity) {
        this.nonlinearity = nonlinearity;
    }

    /** What the engine computes. */
    Nonlinearity nonlinearity() {
        return nonlinearity;
    }
}
