package org.modewise.simd;

import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;

/** Which kernels there are, which one is chosen, and why not the one that is asked for, printed. For {@link ChildVm}. */
final class Choice {
    private Choice() {}

    public static void main(String[] args) {
        System.out.println("kernels " + RealFft2D.kernels());
        try {
            System.out.println("chosen " + RealFft2D.of(Grid2D.unit(64)).kernel());
        } catch (IllegalArgumentException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
