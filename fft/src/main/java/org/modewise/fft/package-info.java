/** Real Fourier transforms of fields and what their spectra tell. */
package org.modewise.fft;
