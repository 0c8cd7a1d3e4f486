package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/** How much of a field lies in waves that a shear would take off its grid. */
final class SpectrumTail {
    /** What may lie there, beside the norm. */
    static final double MOST = 1e-8;

    private SpectrumTail() {}

    /** The norm of the waves that a function is 1 for and not 0, beside that of all. */
    static double share(Field2D u, DoubleBinaryOperator outside) {
        double largest = u.maxNorm();
        if (largest == 0) {
            return 0;
        }
        // Squares of faint and of huge fields leave the doubles.
        Field2D scaled = u.times(1 / Math.max(largest, Double.MIN_NORMAL));
        Spectrum2D spectrum = RealFft2D.of(u.grid()).forward(scaled);
        return Math.sqrt(spectrum.energy(outside) / spectrum.energy());
    }
}
