package org.modewise.pde;

import java.util.EnumSet;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/**
 * What a certificate is made of, along paths: the frame itself, the same along finer paths, and what the paths make of the
 * finest waves of the data, which lie where the data are unknown.
 */
record PathEvidence(Characteristics paths) {
    /** Waves beyond this part of the axis count as the finest. */
    private static final double FINE = 0.75;

    Certificate certificate(double t) {
        Field2D before = paths.initial();
        Field2D after = paths.at(t);
        WaveEnergies initial = WaveEnergies.of(before);
        Gains gains = gains(t);
        double tail = initial.tail();
        CarriedError carried = new CarriedError(
                tail,
                WaveEnergies.of(after).tail(),
                error(t, initial, after, gains.fine()),
                gains.largest(),
                gains.noise());
        return Certificate.of(t, carried, 0, 0, defects(before, after, tail, gains));
    }

    /** The errors of the data where they have been carried to, and those of the paths. */
    private double error(double t, WaveEnergies initial, Field2D after, double gain) {
        Field2D before = paths.initial();
        if (before.maxNorm() == 0) {
            return 0;
        }
        if (after.maxNorm() == 0) {
            return 1;
        }
        double unknown = Math.hypot(initial.unknown(), initial.places(paths.grid()));
        double cut = paths.velocity().isOnPlane() ? Edges.largest(before) / rms(before) : 0;
        double carried = gain * Math.hypot(unknown, cut) * (before.norm() / after.norm());
        return Math.hypot(carried, after.minus(paths.finer().at(t)).norm() / after.norm());
    }

    /** What the paths make of a value, and of noise and of the finest waves in root mean square. */
    private record Gains(double largest, double noise, double fine) {}

    private Gains gains(double t) {
        Grid2D grid = paths.grid();
        double largest = 1;
        double noise = 1;
        if (paths.isDensity()) {
            Field2D factors = paths.carrying(Field2D.of(grid, (x, y) -> 1)).at(t);
            largest = factors.max();
            noise = rms(factors);
        }
        Field2D fine = FourierMultiplier.of((kx, ky) -> isFine(kx, grid.dx()) || isFine(ky, grid.dy()) ? 1 : 0)
                .apply(paths.initial());
        double gain = fine.maxNorm() == 0 ? 0 : paths.carrying(fine).at(t).norm() / fine.norm();
        return new Gains(largest, noise, Math.max(noise, gain));
    }

    private static boolean isFine(double k, double spacing) {
        return Math.abs(k) * spacing > FINE * Math.PI;
    }

    private Defects defects(Field2D before, Field2D after, double tail, Gains gains) {
        ValueBounds range = ValueBounds.of(before, after, () -> InterpolantPeaks.bounds(before), tail);
        double norm = before.maxNorm() == 0 ? 1 : after.norm() / before.norm();
        Defects all = Defects.of(EnumSet.allOf(Law.class), before, after, norm, range);
        boolean area = paths.velocity().isDivergenceFree();
        if (!paths.isDensity()) {
            return new Defects(
                    area ? all.mass() : Double.NaN, area ? all.energy() : Double.NaN, all.maximum(), all.negativity());
        }
        double lowest = gains.largest() * Math.min(0, range.low());
        double negative = Math.max(0, lowest - after.min());
        boolean positive = !Double.isNaN(all.negativity());
        return new Defects(
                all.mass(),
                area ? all.energy() : Double.NaN,
                area ? all.maximum() : Double.NaN,
                positive ? (negative == 0 ? 0 : negative / after.maxNorm()) : Double.NaN);
    }

    private static double rms(Field2D u) {
        return u.norm() / (Math.sqrt(u.grid().lx()) * Math.sqrt(u.grid().ly()));
    }
}
