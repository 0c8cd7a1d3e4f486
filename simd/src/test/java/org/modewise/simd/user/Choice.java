package org.modewise.simd.user;

import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** Which kernels a user of this VM has, and which one is chosen or why none is, printed. */
public final class Choice {
    private Choice() {}

    /**
     * Prints two lines.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println("kernels " + RealFft2D.kernels());
        try {
            System.out.println("chosen " + RealFft2D.of(Grid2D.unit(64)).kernel());
        } catch (IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
