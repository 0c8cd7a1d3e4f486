package org.modewise.pde;

/** What an equation keeps of every solution, for a {@link Certificate} to check. */
public enum Law {
    /** ∫u stays as it is: s(0) = 0. */
    MASS,
    /** ∫u² stays as it is: Re s = 0. Of odd symbols, below Nyquist: there a grid knows but the mean of both directions. */
    ENERGY,
    /** No value leaves the range of the initial ones, so that a density stays one: the kernel is nowhere negative. */
    MAXIMUM_PRINCIPLE
}
