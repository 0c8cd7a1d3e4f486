/**
 * The portable kernel: powers of two, in plain Java. {@link org.modewise.fft.scalar.ScalarKernel} plans,
 * {@link org.modewise.fft.scalar.ColumnsFirstTransform} moves the data of a plane and
 * {@link org.modewise.fft.scalar.LineTransform} that of a line, {@link org.modewise.fft.scalar.StockhamFft} chains the
 * passes, one radix a file.
 */
package org.modewise.fft.scalar;
