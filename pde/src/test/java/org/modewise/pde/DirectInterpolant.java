package org.modewise.pde;

import org.modewise.core.Field2D;

/**
 * Σᵢⱼ uᵢⱼ·D(x-xᵢ)·D(y-yⱼ): the trigonometric polynomial through samples from its cardinal functions, with no FFT in it.
 */
final class DirectInterpolant {
    private DirectInterpolant() {}

    /** The value at a place in periods from the first node; exact if dyadic. */
    static double at(Field2D u, double x, double y) {
        int nx = u.grid().nx();
        int ny = u.grid().ny();
        double sum = 0;
        for (int j = 0; j < ny; j++) {
            double row = 0;
            for (int i = 0; i < nx; i++) {
                row += u.get(i, j) * cardinal(nx, x * nx - i);
            }
            sum += row * cardinal(ny, y * ny - j);
        }
        return sum;
    }

    /** sin(πs) / (n·sin(πs/n)), or with a tangent if n is even, where the Nyquist wave is a cosine; s in cells. */
    static double cardinal(int n, double s) {
        double turns = s / n - Math.rint(s / n);
        if (turns == 0) {
            return 1;
        }
        // The remainder of s by 2, in which sin(πs) is periodic; for odd n whole periods of n cells change signs twice.
        double wave = Math.sin(Math.PI * Math.IEEEremainder(n * turns, 2));
        return wave / (n * (n % 2 == 0 ? Math.tan(Math.PI * turns) : Math.sin(Math.PI * turns)));
    }
}
