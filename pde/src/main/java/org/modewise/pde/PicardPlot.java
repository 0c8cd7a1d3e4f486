package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.fft.RadialSpectrum;

/**
 * |v̂|, e^x and φe^x|v̂| against |κ|, for logarithmic axes: the picture that shows whether a solution backward in time is
 * more than amplified noise. Where |v̂| has fallen to the noise, nothing can be taken back.
 *
 * <p>The plot ends at the Nyquist wavenumber of the finer axis: modes in the corners beyond are too few in a shell for a
 * mean. Coefficients are times 1/√(nx·ny), so that white noise of σ a sample lies at σ. An immutable value. Source: Hansen,
 * Discrete Inverse Problems (2010), section 3.3.
 *
 * @param shells the points of the plot, outwards from κ = 0
 * @param noise σ, the noise on a sample of the data
 */
public record PicardPlot(List<Shell> shells, double noise) {
    /**
     * Makes the plot.
     *
     * @param shells the points, copied
     * @param noise σ, at least 0 and finite
     * @throws IllegalArgumentException if {@code noise} is negative, NaN or infinite
     */
    public PicardPlot {
        shells = List.copyOf(shells);
        Arguments.nonNegative(noise, "noise");
    }

    /**
     * The modes around one |κ|, in a shell of the width {@link RadialSpectrum#width}.
     *
     * @param wavenumber |κ|, angular, in the middle of the shell
     * @param data the root mean square of |v̂|, the data
     * @param logAmplification the mean of x: the logarithm, since e^x may be beyond the doubles
     * @param restored the root mean square of φe^x|v̂|, the solution
     */
    public record Shell(double wavenumber, double data, double logAmplification, double restored) {
        /**
         * One line of at most 80 ASCII characters.
         *
         * @return the numbers, shortened if they have many digits
         */
        @Override
        public String toString() {
            return OneLine.of(
                    "Shell[wavenumber=" + wavenumber + ", data=" + data + ", logAmplification=" + logAmplification
                            + ", restored=" + restored + "]",
                    String.format(
                            Locale.ROOT,
                            "Shell[k=%.4g, data=%.4g, log=%.4g, restored=%.4g]",
                            wavenumber,
                            data,
                            logAmplification,
                            restored));
        }
    }

    /**
     * One of the curves.
     *
     * @param coordinate one of {@link Shell}'s figures
     * @return it for each shell
     */
    public double[] series(ToDoubleFunction<Shell> coordinate) {
        return shells.stream().mapToDouble(coordinate).toArray();
    }

    /** Sums over shells. Not safe to share between threads. */
    static final class Sums {
        private final double width;
        private final int[] modes;
        private final double[] data;
        private final double[] exponent;
        private final double[] restored;

        Sums(Grid2D grid) {
            this.width = RadialSpectrum.width(grid);
            int shells = Math.max(shell(grid.kx(grid.nx() / 2), 0), shell(0, grid.ky(grid.ny() / 2))) + 1;
            this.modes = new int[shells];
            this.data = new double[shells];
            this.exponent = new double[shells];
            this.restored = new double[shells];
        }

        private int shell(double kx, double ky) {
            return (int) Math.rint(Math.hypot(kx, ky) / width);
        }

        void add(double kx, double ky, int multiplicity, double modulus, double exponent, double restored) {
            int shell = shell(kx, ky);
            if (shell >= modes.length) {
                return;
            }
            modes[shell] += multiplicity;
            this.exponent[shell] += multiplicity * exponent;
            // Not the squares, which may leave the doubles.
            double root = Math.sqrt(multiplicity);
            this.data[shell] = Math.hypot(this.data[shell], root * modulus);
            this.restored[shell] = Math.hypot(this.restored[shell], root * restored);
        }

        PicardPlot plot(double noise) {
            List<Shell> shells = new ArrayList<>();
            for (int k = 0; k < modes.length; k++) {
                if (modes[k] > 0) {
                    double root = Math.sqrt(modes[k]);
                    shells.add(new Shell(k * width, data[k] / root, exponent[k] / modes[k], restored[k] / root));
                }
            }
            return new PicardPlot(shells, noise);
        }
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the number of shells and the noise
     */
    @Override
    public String toString() {
        return "PicardPlot[" + shells.size() + " shells, noise " + (float) noise + "]";
    }
}
