package org.modewise.pde;

import java.util.function.Function;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.FieldAccess;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.Spectrum2D;

/**
 * Two real fields that evolve together: it holds both their spectra, and costs one inverse transform a field and time.
 * Immutable, safe to share between threads.
 */
final class PairSolution {
    private final RealFft2D fft;
    private final Quadrant quadrant;
    private final PairPropagator propagator;
    private final double[] a;
    private final double[] b;
    /** No sample of either field exceeds it, by the sums of moduli. */
    private final double size;

    private final ScratchPool<Scratch> scratch;

    private record Scratch(PairPropagator.Factors factors, double[] spectrum) {}

    PairSolution(Field2D a, String nameA, Field2D b, String nameB, Function<Quadrant, PairPropagator> propagator) {
        Arguments.finite(a, nameA);
        Arguments.finite(b, nameB);
        this.fft = RealFft2D.of(a.grid());
        this.a = spectrum(a, nameA);
        this.b = spectrum(b, nameB);
        this.size = sum(this.a) + sum(this.b);
        this.quadrant = new Quadrant(fft.grid(), fft.layout());
        this.propagator = propagator.apply(quadrant);
        this.scratch = new ScratchPool<>(
                () -> new Scratch(PairPropagator.Factors.on(quadrant), new double[fft.spectrumLength()]));
    }

    private double[] spectrum(Field2D u, String name) {
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(u), spectrum);
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
        return fft.grid();
    }

    String kernel() {
        return fft.kernel();
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
            PairPropagator.Factors factors = own.factors();
            propagator.propagate(t, factors);
            if (large) {
                // Both before the first is written.
                check(t, factors.aa(), factors.ab(), own.spectrum());
                check(t, factors.ba(), factors.bb(), own.spectrum());
            }
            quadrant.combine(factors.aa(), a, factors.ab(), b, own.spectrum());
            fft.inverse(own.spectrum(), first);
            if (second != null) {
                quadrant.combine(factors.ba(), a, factors.bb(), b, own.spectrum());
                fft.inverse(own.spectrum(), second);
            }
        } finally {
            scratch.give(own);
        }
    }

    private boolean isLarge(double t) {
        // Four times: each spectrum counts half of its modes, and each field is a sum of two products.
        return !(propagator.bound(t) * size <= Double.MAX_VALUE / 4);
    }

    private void check(double t, double[] p, double[] q, double[] product) {
        quadrant.combine(p, a, q, b, product);
        if (!MultiplierTable.isInvertible(product)) {
            throw new IllegalArgumentException("t must keep the solution finite, got " + t);
        }
    }

    /** The spectrum of the first field at a time. */
    Spectrum2D first(double t) {
        return spectrum(t, true);
    }

    /** The spectrum of the second field at a time. */
    Spectrum2D second(double t) {
        return spectrum(t, false);
    }

    private Spectrum2D spectrum(double t, boolean first) {
        boolean large = isLarge(t);
        Scratch own = scratch.take();
        try {
            PairPropagator.Factors factors = own.factors();
            propagator.propagate(t, factors);
            double[] p = first ? factors.aa() : factors.ba();
            double[] q = first ? factors.ab() : factors.bb();
            if (large) {
                check(t, p, q, own.spectrum());
            }
            quadrant.combine(p, a, q, b, own.spectrum());
            return fft.spectrum(own.spectrum());
        } finally {
            scratch.give(own);
        }
    }
}
