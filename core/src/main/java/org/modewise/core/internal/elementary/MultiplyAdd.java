package org.modewise.core.internal.elementary;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * a·b + c, rounded once where the CPU can do that in one instruction, else twice. Which of the two is a property of the
 * VM, so that all code that asks here gives the same bits in it, whatever its vectors.
 */
public final class MultiplyAdd {
    /** Whether it is rounded once. Without the instruction, {@link Math#fma} would take a thousand times as long. */
    public static final boolean FUSED = find();

    private MultiplyAdd() {}

    /**
     * One number.
     *
     * @param a a factor
     * @param b another
     * @param c the summand
     * @return a·b + c
     */
    public static double of(double a, double b, double c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean find() {
        try {
            HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options != null
                    && Boolean.parseBoolean(options.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException | LinkageError e) {
            // Another VM, or one without its management.
            return false;
        }
    }
}
