package org.modewise.pde;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;

/**
 * Two real fields that evolve together: it holds both their spectra, and costs one inverse transform a field and time.
 * Immutable, safe to share between threads.
 */
final class PairSolution {
    private final PairSpace space;
    private final PairPropagator propagator;
    private final double[] a;
    private final double[] b;
    /** No sample of either field exceeds it, by the sums of moduli. */
    private final double size;

    private final ScratchPool<Scratch> scratch;

    private static final class Scratch {
        private final PairPropagator.Factors factors;
        private final PairSpace.Sum sum;
        /** Allocated when it is first needed: a field alone needs none. */
        private double[] spectrum;

        Scratch(PairPropagator.Factors factors, PairSpace.Sum sum) {
            this.factors = factors;
            this.sum = sum;
        }
    }

    PairSolution(PairSpace space, Field2D a, String nameA, Field2D b, String nameB, PairPropagator propagator) {
        Arguments.finite(a, nameA);
        Arguments.finite(b, nameB);
        this.space = space;
        this.a = spectrum(a, nameA);
        this.b = spectrum(b, nameB);
        this.size = sum(this.a) + sum(this.b);
        this.propagator = propagator;
        this.scratch = new ScratchPool<>(() ->
                new Scratch(PairPropagator.Factors.of(space.size(), propagator.scratch()), space.sum(this.a, this.b)));
    }

    private double[] spectrum(Field2D u, String name) {
        double[] spectrum = new double[space.length()];
        space.forward(FieldAccess.values(u), spectrum);
        MultiplierTable.checkInvertible(spectrum, u, name);
        return spectrum;
    }

    private static double sum(double[] spectrum) {
        double sum = 0;
        for (double part : spectrum) {
            sum += Math.abs(part);
        }
        return sum;
    }

    Grid2D grid() {
        return space.grid();
    }

    String kernel() {
        return space.kernel();
    }

    /** Both fields at a time, as one value. */
    <F> F at(double t, Join<F> join) {
        double[] first = new double[grid().size()];
        double[] second = new double[grid().size()];
        compute(t, first, second);
        return join.of(FieldAccess.wrap(grid(), first), FieldAccess.wrap(grid(), second));
    }

    /** Makes one value of two fields. */
    interface Join<F> {
        F of(Field2D first, Field2D second);
    }

    /** Both fields at a time, into the caller's arrays, which are checked before any write. */
    void at(double t, double[] first, String firstName, double[] second, String secondName) {
        Arguments.length(first, grid().size(), firstName);
        Arguments.length(second, grid().size(), secondName);
        if (first == second) {
            throw new IllegalArgumentException(firstName + " and " + secondName + " must be two arrays, got one");
        }
        compute(t, first, second);
    }

    /** The first field alone, into the caller's array. */
    void first(double t, double[] values, String name) {
        Arguments.length(values, grid().size(), name);
        compute(t, values, null);
    }

    private void compute(double t, double[] first, double[] second) {
        boolean large = isLarge(t);
        Scratch own = scratch.take();
        try {
            PairPropagator.Factors factors = own.factors;
            propagator.propagate(t, factors);
            if (large) {
                // Both before the first is written.
                checked(t, factors.aa(), factors.ab(), own);
                checked(t, factors.ba(), factors.bb(), own);
            }
            own.sum.values(factors.aa(), factors.ab(), first);
            if (second != null) {
                own.sum.values(factors.ba(), factors.bb(), second);
            }
        } finally {
            scratch.give(own);
        }
    }

    private boolean isLarge(double t) {
        // Four times: each spectrum counts half of its modes, and each field is a sum of two products.
        return !(propagator.bound(t) * size <= Double.MAX_VALUE / 4);
    }

    private double[] checked(double t, double[] p, double[] q, Scratch own) {
        double[] spectrum = spectrum(p, q, own);
        if (!MultiplierTable.isInvertible(spectrum)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t);
        }
        return spectrum;
    }

    private double[] spectrum(double[] p, double[] q, Scratch own) {
        if (own.spectrum == null) {
            own.spectrum = new double[space.length()];
        }
        own.sum.spectrum(p, q, own.spectrum);
        return own.spectrum;
    }

    /**
     * The certificate at a time, by the energy Σ ω²|â|² + |b̂|².
     *
     * @param natural ω, by |κ|
     * @param frequency how fast waves turn, by |κ|
     * @param kept whether the energy is kept
     */
    Certificate certificate(double t, DoubleUnaryOperator natural, DoubleUnaryOperator frequency, boolean kept) {
        boolean large = isLarge(t);
        Scratch own = scratch.take();
        try {
            PairPropagator.Factors factors = own.factors;
            propagator.propagate(t, factors);
            double[] first = product(large, t, factors.aa(), factors.ab(), own).clone();
            double[] second = product(large, t, factors.ba(), factors.bb(), own);
            return certificate(t, natural, frequency, kept, factors, first, second);
        } finally {
            scratch.give(own);
        }
    }

    private double[] product(boolean large, double t, double[] p, double[] q, Scratch own) {
        return large ? checked(t, p, q, own) : spectrum(p, q, own);
    }

    private Certificate certificate(
            double t,
            DoubleUnaryOperator natural,
            DoubleUnaryOperator frequency,
            boolean kept,
            PairPropagator.Factors factors,
            double[] first,
            double[] second) {
        WaveNumbering waves = space.waves();
        WaveEnergies before = energies(waves, natural, a, b);
        WaveEnergies after = energies(waves, natural, first, second);
        CarriedError carried =
                CarriedError.of(waves, before, after, wave -> growth(factors, space.sample(wave), natural));
        double norm = before.isZero() ? 1 : after.norm(before);
        Certificate certificate = Certificate.of(t, carried, 0, 0, Defects.ofEnergy(kept, norm));
        return after.isZero()
                ? certificate
                : certificate.withError(
                        turned(t, waves, natural, frequency, first, second).norm(after));
    }

    /** What the rounding of the angles does to the waves. */
    private WaveEnergies turned(
            double t,
            WaveNumbering waves,
            DoubleUnaryOperator natural,
            DoubleUnaryOperator frequency,
            double[] first,
            double[] second) {
        return WaveEnergies.of(waves, wave -> {
            double wavenumber = space.wavenumber(space.sample(wave));
            double rounding = Math.ulp(1.0) * Math.abs(t * frequency.applyAsDouble(wavenumber));
            double omega = natural.applyAsDouble(wavenumber);
            return rounding * Math.hypot(omega * space.modulus(first, wave), space.modulus(second, wave));
        });
    }

    private WaveEnergies energies(WaveNumbering waves, DoubleUnaryOperator natural, double[] a, double[] b) {
        return WaveEnergies.of(waves, wave -> {
            double omega = natural.applyAsDouble(space.wavenumber(space.sample(wave)));
            return Math.hypot(omega * space.modulus(a, wave), space.modulus(b, wave));
        });
    }

    /** The root mean square over all phases of how the root of a mode's energy grows. */
    private double growth(PairPropagator.Factors factors, int sample, DoubleUnaryOperator natural) {
        double omega = natural.applyAsDouble(space.wavenumber(sample));
        double bb = factors.bb()[sample];
        // Without stiffness the velocity alone has energy.
        return omega == 0
                ? Math.abs(bb)
                : Math.hypot(
                                Math.hypot(factors.aa()[sample], bb),
                                Math.hypot(factors.ab()[sample] * omega, factors.ba()[sample] / omega))
                        / Math.sqrt(2);
    }

    /** The energy of the first field at a time, with a weight on each wavenumber. */
    double firstEnergy(double t, DoubleBinaryOperator weight) {
        return energy(t, true, weight);
    }

    /** The energy of the second field at a time, with a weight on each wavenumber. */
    double secondEnergy(double t, DoubleBinaryOperator weight) {
        return energy(t, false, weight);
    }

    private double energy(double t, boolean first, DoubleBinaryOperator weight) {
        boolean large = isLarge(t);
        Scratch own = scratch.take();
        try {
            PairPropagator.Factors factors = own.factors;
            propagator.propagate(t, factors);
            double[] p = first ? factors.aa() : factors.ba();
            double[] q = first ? factors.ab() : factors.bb();
            return space.energy(product(large, t, p, q, own), weight);
        } finally {
            scratch.give(own);
        }
    }
}
