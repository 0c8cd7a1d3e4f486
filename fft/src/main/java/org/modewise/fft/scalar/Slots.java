package org.modewise.fft.scalar;

import org.modewise.fft.spi.SpectrumMultiplier;

/**
 * û_k = Σ_x e^{-2πi·kx/nx}·row_x: the transform along x of {@link PlaneTransform}'s slots to and from a half-spectrum,
 * whose modes are multiplied on the way back as they are read. Slot 0, two real columns in one, is {@link org.modewise.fft.internal.FirstSlot}'s.
 */
interface Slots {
    /** How many slots there are. */
    int lanes();

    /** Transforms the slots from {@code from} up to {@code to}; the two arrays may be one. */
    void forward(double[] rows, double[] spectrum, int from, int to);

    /** Transforms the slots from {@code from} up to {@code to} back, multiplied unless there is no multiplier. */
    void inverse(double[] spectrum, SpectrumMultiplier multiplier, double[] rows, int from, int to);
}
