/**
 * The portable kernel: every size, in plain Java. {@link org.modewise.fft.scalar.ScalarKernel} makes a
 * {@link org.modewise.fft.scalar.PlaneTransform} of a plane, which cuts it into {@link org.modewise.fft.scalar.Tile}s of
 * many lanes, and a {@link org.modewise.fft.scalar.LineTransform} of a line. What transforms the rows of a tile is a
 * {@link org.modewise.fft.scalar.RowsFft}, what transforms a complex line a {@link org.modewise.fft.scalar.LineFft}; one
 * algorithm a file, each of which receives the transform of its parts. {@link org.modewise.fft.scalar.Plans} alone
 * chooses.
 */
package org.modewise.fft.scalar;
