package consumer;

import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.RealFft2D;
import org.modewise.pde.Heat;

/** What a user's first program does, on a power of two and on another size. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        List<String> kernels = RealFft2D.kernels();
        check(kernels.contains("scalar") && kernels.contains("jtransforms"), "kernels found: " + kernels);
        for (int n : new int[] {64, 100}) {
            Field2D wave = InitialFields.mode(Grid2D.unit(n), 3, -2);
            double t = 0.1;
            double decay = Math.exp(-0.015 * 4 * Math.PI * Math.PI * 13 * t);
            double error = new Heat(0.015).solve(wave).at(t).minus(wave.times(decay)).maxNorm();
            check(error < 1e-14, "error of a decaying wave at n = " + n + ": " + error);
        }
        System.out.println("consumer: " + (Main.class.getModule().isNamed() ? "module" : "class") + " path, kernels "
                + kernels + ": passed");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
