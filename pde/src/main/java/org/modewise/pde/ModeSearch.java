package org.modewise.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The least of all minima of a fit, as far as searches from long waves on and from likely shifts find it. */
final class ModeSearch {
    /** Of the sum of squares, on the way to the minimum and at it. */
    private static final double ROUGH = 1e-3;

    private static final double FINE = 1e-14;
    /** Of the inputs' energy: waves that carry as much are not lost in noise. */
    private static final double MUCH = 0.1;
    /** Of the largest phase, more than rounding makes of a multiple of another. */
    private static final double ROUNDING = 1e-9;

    private final ModeFit fit;
    private final int terms;
    private final int[] active;

    ModeSearch(ModeFit fit) {
        this.fit = fit;
        this.terms = fit.terms();
        this.active = fit.active();
    }

    /** The coefficients of the least sum that any search finds, as small as whole turns of all waves can make them. */
    double[] solve() {
        if (active.length == 0) {
            return new double[terms];
        }
        List<Supplier<Optimum>> searches = new ArrayList<>();
        searches.add(this::fromLongWaves);
        starts().forEach(start -> searches.add(() -> fit.minimum(active.length, start, ROUGH)));
        Optimum best = searches.stream()
                .flatMap(search -> settled(search).stream())
                .min(Comparator.comparingDouble(Optimum::getCost))
                .orElseThrow(ModeSearch::unsettled);
        double[] least = withoutTurns(best.getPoint().toArray());
        return settled(() -> fit.minimum(active.length, least, FINE))
                .orElseThrow(ModeSearch::unsettled)
                .getPoint()
                .toArray();
    }

    private static Optional<Optimum> settled(Supplier<Optimum> search) {
        try {
            return Optional.of(search.get());
        } catch (MathIllegalStateException e) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException unsettled() {
        return new IllegalArgumentException(
                "pairs must show what the terms do, but the search for the least squares does not settle, so the"
                        + " coefficients cannot be identified");
    }

    /**
     * From 0: longest waves come first, then all up to twice their wavenumber and so on, each time from where the last fit
     * has led. Long waves may be faint, and their phases noise: so each fit is made from 0 too, until waves that carry
     * much lead to the same from both.
     */
    private Optimum fromLongWaves() {
        double longest = Arrays.stream(active)
                .mapToDouble(fit::wavenumber)
                .filter(k -> k > 0)
                .findFirst()
                .orElse(1);
        double much = MUCH * Arrays.stream(active).mapToDouble(fit::weight).sum();
        boolean settled = false;
        Optimum best = null;
        for (int count = 0; count < active.length; ) {
            // A mean that changes is no wave to double the wavenumber of.
            double reach = 2 * Math.max(fit.wavenumber(active[count]), longest) * (1 - 1e-9);
            while (count < active.length && fit.wavenumber(active[count]) < reach) {
                much -= fit.weight(active[count]);
                count++;
            }
            double[] theta = best == null ? new double[terms] : best.getPoint().toArray();
            best = fit.minimum(count, theta, ROUGH);
            if (!settled) {
                Optimum afresh = fit.minimum(count, new double[terms], ROUGH);
                settled = much <= 0 && agree(best.getPoint(), afresh.getPoint());
                best = afresh.getCost() < best.getCost() ? afresh : best;
            }
        }
        return best;
    }

    private static boolean agree(RealVector a, RealVector b) {
        return IntStream.range(0, a.getDimension())
                .allMatch(j -> Math.abs(a.getEntry(j) - b.getEntry(j)) <= ROUGH * Math.abs(a.getEntry(j)));
    }

    /** Coefficients that turn waves most nearly as the shifts do by which the fields may have moved. */
    private List<double[]> starts() {
        double[] largest = new double[terms];
        for (int mode : active) {
            for (int j = 0; j < terms; j++) {
                largest[j] = Math.max(largest[j], Math.abs(fit.im(mode, j)));
            }
        }
        if (Arrays.stream(largest).allMatch(phase -> phase == 0)) {
            return List.of();
        }
        // Σ w(Σθⱼ im sⱼ + κ·d)² is least; terms of any size are brought to one.
        double[] cross = fit.crossSpectrum();
        KeptModes modes = fit.spectra().modes();
        RealMatrix normal = new Array2DRowRealMatrix(terms, terms);
        RealMatrix motion = new Array2DRowRealMatrix(terms, 2);
        for (int mode : active) {
            int index = modes.index(mode);
            double weight = fit.spectra().multiplicity(mode)
                    * Math.hypot(cross[index], cross[index + modes.layout().imOffset()]);
            double[] phases = IntStream.range(0, terms)
                    .mapToDouble(j -> largest[j] == 0 ? 0 : fit.im(mode, j) / largest[j])
                    .toArray();
            for (int i = 0; i < terms; i++) {
                motion.addToEntry(i, 0, -weight * phases[i] * modes.kx(mode));
                motion.addToEntry(i, 1, -weight * phases[i] * modes.ky(mode));
                for (int j = 0; j < terms; j++) {
                    normal.addToEntry(i, j, weight * phases[i] * phases[j]);
                }
            }
        }
        // Terms that move nothing, or all the same, leave it singular: of all solutions this has the smallest.
        RealMatrix shares = new SingularValueDecomposition(normal).getSolver().solve(motion);
        return CorrelationPeak.of(fit.spectra().fft(), cross).stream()
                .map(peak -> shares.operate(new double[] {peak.dx(), peak.dy()}))
                .map(theta -> IntStream.range(0, terms)
                        .mapToDouble(j -> largest[j] == 0 ? 0 : theta[j] / largest[j])
                        .toArray())
                .toList();
    }

    /** Where a coefficient can be less because it turns every wave by whole turns and does nothing else, it is made so. */
    private double[] withoutTurns(double[] theta) {
        return IntStream.range(0, terms)
                .mapToDouble(j -> {
                    double common = commonPhase(j);
                    return common == 0 ? theta[j] : Math.IEEEremainder(theta[j], 2 * Math.PI / common);
                })
                .toArray();
    }

    /** The largest number that all phases of a term are multiples of; 0 if there is none, or it does not only turn. */
    private double commonPhase(int j) {
        double common = 0;
        double rounding = 0;
        for (int mode : active) {
            double rest = Math.abs(fit.im(mode, j));
            rounding = Math.max(rounding, ROUNDING * rest);
            while (rest > rounding) {
                double next = Math.abs(Math.IEEEremainder(common, rest));
                common = rest;
                rest = next;
            }
        }
        for (int mode : active) {
            boolean multiple = Math.abs(Math.IEEEremainder(fit.im(mode, j), common)) <= rounding;
            if (fit.re(mode, j) != 0 || !multiple) {
                return 0;
            }
        }
        // A grid has fewer wavenumbers: smaller phases are what rounding has left of those that share none.
        return common > 1000 * rounding ? common : 0;
    }
}
