/**
 * The Gaussian-kernel integral in the log domain, for the equations that a Fourier multiplier alone cannot solve: Burgers,
 * Hamilton–Jacobi, Ornstein–Uhlenbeck.
 */
package org.modewise.pde.logdomain;
