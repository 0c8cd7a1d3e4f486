/**
 * The FFT kernel on vectors. One transform from call to butterfly: {@link org.modewise.simd.fft.SimdKernel} plans a
 * {@link org.modewise.simd.fft.PlaneTransform}, which goes through the parts of a
 * {@link org.modewise.simd.fft.ColumnStep} and a {@link org.modewise.simd.fft.SlotStep}; each hands blocks of one
 * vector's width to a {@link org.modewise.simd.fft.LaneFft}, a chain of {@link org.modewise.simd.fft.Pass passes} or a
 * convolution, with a {@link org.modewise.simd.fft.Squares} between the axes.
 */
package org.modewise.simd.fft;
