package org.modewise.pde;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.modewise.core.ComplexField2D;
import org.modewise.core.Field2D;
import org.modewise.core.internal.Arguments;

/**
 * u_t = β(t)·Lu: the solution of u_t = Lu at the time B(t) = ∫₀ᵗ β, for equations of the first order in time whose L does
 * not itself depend on it.
 *
 * <p>Coefficients that change in time, all by one factor, change nothing but the clock: a diffusivity that is switched,
 * pulses or cools, or the noise schedule of a diffusion model. Exact if B is given; else B is integrated anew for each t,
 * to 1e-12 of ∫|β|. What is kept, and which way is ill-posed, is as for u_t = Lu at B(t): heat throws where B(t) &lt; 0.
 * Immutable, safe to share between threads if its function is; no data, so not serializable.
 *
 * <p>Waves are not among them: with their clock changed, u_t would be β times the velocity of the state. Neither is an
 * equation whose clock has been changed already.
 *
 * <p>Good values: {@code TimeChange.ofRate(t -> 1 + Math.cos(t))}, {@code TimeChange.by(t -> t + t * t / 2)}.
 */
public final class TimeChange {
    /** Relative to ∫|β|, of two results on different nodes. */
    private static final double ACCURACY = 1e-12;

    private static final double REFINEMENT = 0.1 * ACCURACY;
    private static final double PART = 0.381966;
    private static final double LEAST = Double.MIN_NORMAL;
    private static final int POINTS = 16;
    private static final int LEAST_REFINEMENTS = 3;
    private static final int MOST_REFINEMENTS = 60;
    private static final int MOST_EVALUATIONS = 1_000_000;

    private final DoubleUnaryOperator clock;

    private TimeChange(DoubleUnaryOperator clock) {
        this.clock = clock;
    }

    /**
     * The change of time that belongs to an antiderivative of β.
     *
     * @param antiderivative any function with the derivative β
     * @return B(t) = antiderivative(t) - antiderivative(0)
     */
    public static TimeChange by(DoubleUnaryOperator antiderivative) {
        Objects.requireNonNull(antiderivative, "antiderivative");
        return new TimeChange(t -> antiderivative.applyAsDouble(t) - antiderivative.applyAsDouble(0));
    }

    /**
     * The change of time that belongs to β, integrated by the Gauss–Legendre rule on more and more intervals until two
     * results agree. What passes faster than a hundredth of t may be missed, and what jumps is refused: for such β there
     * is {@link #by}.
     *
     * @param rate β, smooth between 0 and the times that are asked for
     * @return B(t) = ∫₀ᵗ β
     */
    public static TimeChange ofRate(DoubleUnaryOperator rate) {
        Objects.requireNonNull(rate, "rate");
        return new TimeChange(t -> integral(rate, t));
    }

    /**
     * B(t).
     *
     * @param t the time, finite
     * @return the time that has passed for u_t = Lu: {@code equation.solve(u0).at(change.at(t), values)} is a frame
     *     without allocation
     * @throws IllegalArgumentException if {@code t}, β or B(t) is not finite, or the integral is not accurate to 1e-12
     */
    public double at(double t) {
        double passed = clock.applyAsDouble(Arguments.finite(t, "t"));
        if (!Double.isFinite(passed)) {
            throw new IllegalArgumentException("B(t) must be finite, got " + passed + " at t = " + t);
        }
        return passed;
    }

    /**
     * u_t = β(t)·Lu.
     *
     * @param equation u_t = Lu
     * @return the equation whose coefficients are multiplied by β(t)
     */
    public Equation<Field2D> of(LinearEquation equation) {
        return changed(equation);
    }

    /**
     * A rotation that speeds up and slows down, of the rate Ω·β(t).
     *
     * @param equation the rotation at the rate Ω
     * @return the equation whose rate is multiplied by β(t)
     */
    public Equation<Field2D> of(Rotation equation) {
        return changed(equation);
    }

    /**
     * iψ_t = -½β(t)(ħ/m) Δψ.
     *
     * @param equation iψ_t = -½(ħ/m) Δψ
     * @return the equation whose ħ/m is multiplied by β(t)
     */
    public Equation<ComplexField2D> of(Schroedinger equation) {
        return changed(equation);
    }

    private <F> Equation<F> changed(Equation<F> equation) {
        return new Changed<>(Objects.requireNonNull(equation, "equation"), this);
    }

    private static double integral(DoubleUnaryOperator rate, double t) {
        if (Math.abs(t) < LEAST) {
            // No nodes fit between 0 and t.
            return finite(rate, t) * t;
        }
        double size = 0;
        for (int k = 0; k < POINTS; k++) {
            size += Math.abs(finite(rate, t * ((k + 0.5) / POINTS))) * Math.abs(t) / POINTS;
        }
        // Where β changes its sign, the integral may vanish, but not what is to be rounded.
        IterativeLegendreGaussIntegrator integrator = new IterativeLegendreGaussIntegrator(
                POINTS, REFINEMENT, Math.max(REFINEMENT * size, LEAST), LEAST_REFINEMENTS, MOST_REFINEMENTS);
        try {
            double whole = integral(integrator, rate, 0, t);
            double parts = integral(integrator, rate, 0, PART * t) + integral(integrator, rate, PART * t, t);
            // Two refinements may agree by chance, but hardly on other nodes too.
            if (Math.abs(whole - parts) <= Math.max(ACCURACY * Math.max(size, Math.abs(whole)), LEAST)) {
                return whole;
            }
        } catch (MaxCountExceededException e) {
            // Refused below, as what does not agree.
        }
        throw new IllegalArgumentException("rate must be smooth enough to be integrated to " + ACCURACY + " from 0 to "
                + t + ", which failed; TimeChange.by takes its antiderivative");
    }

    private static double integral(
            IterativeLegendreGaussIntegrator integrator, DoubleUnaryOperator rate, double from, double to) {
        double integral =
                integrator.integrate(MOST_EVALUATIONS, s -> finite(rate, s), Math.min(from, to), Math.max(from, to));
        return to < from ? -integral : integral;
    }

    private static double finite(DoubleUnaryOperator rate, double t) {
        double value = rate.applyAsDouble(t);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("rate must be finite, got " + value + " at t = " + t);
        }
        return value;
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return that it is one
     */
    @Override
    public String toString() {
        return "TimeChange[t -> B(t)]";
    }

    private record Changed<F>(Equation<F> equation, TimeChange change) implements Equation<F> {
        @Override
        public Solution<F> solve(F initial) {
            Solution<F> solution = equation.solve(initial);
            return new ChangedSolution<>(solution, change);
        }

        @Override
        public String toString() {
            return OneLine.of("TimeChange of " + equation, "TimeChange of an equation");
        }
    }

    private record ChangedSolution<F>(Solution<F> solution, TimeChange change) implements Solution<F> {
        @Override
        public F at(double t) {
            return solution.at(change.at(t));
        }

        @Override
        public Certificate certificate(double t) {
            return solution.certificate(change.at(t)).at(t);
        }

        @Override
        public String toString() {
            return OneLine.of("TimeChange of " + solution, "TimeChange of a solution");
        }
    }
}
