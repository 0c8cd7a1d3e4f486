package org.modewise.pde;

import java.io.Serializable;
import java.util.Locale;

/**
 * How far a solution at a time can be trusted, in numbers. {@link Solution#certificate} computes it, and
 * {@link Solution#strict()} returns only what it accepts. An immutable value, safe to share between threads.
 *
 * <p><b>Solutions are exact for the interpolant</b> of the initial samples, to rounding. What that says about the function
 * that was sampled depends on what the grid cannot show, and this is estimated from the finest waves that it does show:
 * along each axis a power law is laid over the last quarter of them, over up to half on fewer than 64 nodes, and goes on
 * beyond. The waves beyond are missing, and as much again has been folded into those that are there. On 64 nodes and more
 * the estimate is 1 to 2.4 times the error in L² for functions with a jump, 0.3 to 20 times for those with a kink or a jump
 * in a higher derivative (least where one lies in the middle of a cell, so that what is folded cancels what is
 * there), and 2 to 31 times for analytic ones, a hundred where their fall ends in rounding; on fewer nodes it is harsher.
 * Waves in the last quarter count as unresolved whether they are or not. Nobody can tell a function that is sampled so
 * coarsely that its spectrum looks smooth by accident.
 *
 * <p><b>Diffusion smooths the solution but not the ignorance of the data.</b> As far as samples know, a box's edges lie
 * anywhere within their cells: its mean is known to a part of a cell, at any time. So {@code tail} soon falls to rounding,
 * and {@code error} does not. Once the solution is smooth, the error is 1.3 to 8 times the true one, in the mean over where
 * edges and kinks lie, and more for analytic data that the grid does not resolve, of which fine waves fold into long ones
 * less than a power law has it. Who means the samples, and no function that they are of, asks for {@code tail} alone:
 * {@code solution.strict(Tolerances.standard().error(Double.POSITIVE_INFINITY))}.
 *
 * <p>For pairs of fields all norms are those of the energy, ½∫(u_t² + c²|∇u|² + m²u²) of a wave and ∫|ψ|² of a wave
 * function, which does not see a wave's mean.
 *
 * @param time t
 * @param initialTail the estimated distance of the initial interpolant from the function sampled, beside its norm: from
 *     2⁻⁵² if the grid resolves it to 1 if it shows nothing but noise; 0 for the zero field
 * @param tail the same of the solution at t: whether the grid shows it between the nodes
 * @param error the estimated distance of the solution at t from that of the function sampled, beside its norm: the
 *     initial one and the rounding of the samples, each wave of them decayed or grown as the equation has it, and the
 *     rounding of the angles by which waves have turned
 * @param aliasing the norm of what the mean over both directions of the Nyquist waves, which a grid cannot tell apart,
 *     has lost of them, beside the norm of the solution; 0 for symbols even in κx and κy
 * @param amplification the largest factor on a mode of the grid, max |e^{ts}|; along paths, on a value
 * @param noiseGain √(Σ|e^{ts}|²/N), by which white noise on the initial samples has grown, in root mean square
 * @param residual the norm of what the solution, run forward again, misses of the data, beside theirs, if it has been
 *     regularised; else 0
 * @param massDefect |mean(u(t)) - mean(u(0))| beside the root mean square of u(0); NaN if ∫u is not kept
 * @param energyDefect the relative change of the energy; NaN if it is not kept
 * @param maximumDefect how far samples lie outside the range of u(0), beside max |u(0)|; what the interpolant has between
 *     the nodes belongs to the range but for {@code initialTail}; NaN without a maximum principle
 * @param negativity the largest negative sample, as far as it lies outside that range, beside max |u(t)|, if no sample of
 *     u(0) is negative and the equation has a maximum principle; else NaN
 * @serial exclude
 */
public record Certificate(
        double time,
        double initialTail,
        double tail,
        double error,
        double aliasing,
        double amplification,
        double noiseGain,
        double residual,
        double massDefect,
        double energyDefect,
        double maximumDefect,
        double negativity)
        implements Serializable {

    static Certificate of(double time, CarriedError carried, double aliasing, double residual, Defects defects) {
        return new Certificate(
                time,
                carried.initialTail(),
                carried.tail(),
                carried.error(),
                aliasing,
                carried.amplification(),
                carried.noiseGain(),
                residual,
                defects.mass(),
                defects.energy(),
                defects.maximum(),
                defects.negativity());
    }

    /** The same figures but for a further error, at every angle. */
    Certificate withError(double further) {
        return new Certificate(
                time,
                initialTail,
                tail,
                Math.hypot(error, further),
                aliasing,
                amplification,
                noiseGain,
                residual,
                massDefect,
                energyDefect,
                maximumDefect,
                negativity);
    }

    /** The same figures with gains in another unit. */
    Certificate withGainsTimes(double factor) {
        return new Certificate(
                time,
                initialTail,
                tail,
                error,
                aliasing,
                amplification * factor,
                noiseGain * factor,
                residual,
                massDefect,
                energyDefect,
                maximumDefect,
                negativity);
    }

    /** The same figures of the solution beside another norm of it, in so many units of which that one is. */
    Certificate beside(double norm) {
        return new Certificate(
                time,
                initialTail,
                Math.min(1, tail * norm),
                error * norm,
                aliasing * norm,
                amplification * norm,
                noiseGain * norm,
                residual,
                massDefect,
                energyDefect,
                maximumDefect,
                negativity);
    }

    /** The same figures for a clock that shows another time. */
    Certificate at(double shown) {
        return new Certificate(
                shown,
                initialTail,
                tail,
                error,
                aliasing,
                amplification,
                noiseGain,
                residual,
                massDefect,
                energyDefect,
                maximumDefect,
                negativity);
    }

    /**
     * The largest of the defects that the equation's laws give a meaning.
     *
     * @return the largest of massDefect, energyDefect, maximumDefect and negativity, those that are NaN aside; 0 if all are
     */
    public double largestDefect() {
        double largest = 0;
        for (double defect : new double[] {massDefect, energyDefect, maximumDefect, negativity}) {
            largest = defect > largest ? defect : largest;
        }
        return largest;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the time and the main figures, in few digits
     */
    @Override
    public String toString() {
        String brief = String.format(Locale.ROOT, "Certificate[t %.4g, error %.2g, tail %.2g", time, error, tail);
        String rest = String.format(Locale.ROOT, ", gain %.2g, defect %.2g]", amplification, largestDefect());
        return OneLine.of(brief + rest, brief + "]");
    }
}
