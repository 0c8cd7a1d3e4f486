package org.modewise.simd;

import org.modewise.fft.contract.ChildVm;

/** What {@link VectorSupport} says, printed. For {@link ChildVm}. */
final class Report {
    private Report() {}

    public static void main(String[] args) {
        System.out.println(VectorSupport.missing().orElse("nothing missing"));
    }
}
