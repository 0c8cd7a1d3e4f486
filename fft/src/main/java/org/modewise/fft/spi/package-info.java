/** The seam for FFT kernels: a kernel owns the whole path from samples to half-spectrum, and its layout. */
package org.modewise.fft.spi;
