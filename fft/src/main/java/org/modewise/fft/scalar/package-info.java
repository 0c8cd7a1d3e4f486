/**
 * The portable kernel: powers of two, in plain Java. {@link org.modewise.fft.scalar.ScalarKernel} plans.
 * {@link org.modewise.fft.scalar.TiledTransform} moves the data of a plane and {@link org.modewise.fft.scalar.RowsFft}
 * transforms its {@link org.modewise.fft.scalar.Tile}s; {@link org.modewise.fft.scalar.ColumnsFirstTransform} does so
 * for a narrow plane and {@link org.modewise.fft.scalar.LineTransform} for a line, with
 * {@link org.modewise.fft.scalar.StockhamFft}, a chain of passes, one radix a file.
 */
package org.modewise.fft.scalar;
