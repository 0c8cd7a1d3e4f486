package org.modewise.pde;

/** p(·,t) from the characteristic function of the initial density, and the memory that it takes. Not safe to share. */
interface DensityFrame {
    /** The density after a transition, into the caller's array. */
    void values(GaussianTransition transition, double[] values);
}
