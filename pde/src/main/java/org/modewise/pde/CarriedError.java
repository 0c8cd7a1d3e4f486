package org.modewise.pde;

import java.util.function.IntToDoubleFunction;

/** What becomes of the errors of the data: the figures of a {@link Certificate} that need no field but its waves. */
record CarriedError(double initialTail, double tail, double error, double amplification, double noiseGain) {
    /**
     * Carries what is unknown of each wave to where a factor takes it. Of the waves beyond those of the grid the law along
     * one axis says nothing about the other, where they are taken to be spread as the field is.
     */
    static CarriedError of(
            WaveNumbering waves, WaveEnergies before, WaveEnergies after, IntToDoubleFunction modulusOfFactor) {
        double[] gains = new double[waves.count()];
        double largest = 0;
        for (int wave = 0; wave < gains.length; wave++) {
            gains[wave] = waves.noise(wave) == 0 ? 0 : modulusOfFactor.applyAsDouble(wave);
            largest = Math.max(largest, gains[wave]);
        }
        Unknown unknown = new Unknown(waves, before);
        double noise = 0;
        double lost = 0;
        for (int wave = 0; wave < gains.length && largest > 0; wave++) {
            // Squares of huge factors leave the doubles.
            double square = (gains[wave] / largest) * (gains[wave] / largest);
            double white = square * waves.noise(wave);
            noise += white;
            lost += square * unknown.energy(wave) + WaveEnergies.ROUNDING * WaveEnergies.ROUNDING * white;
        }
        return new CarriedError(
                before.tail(),
                after.tail(),
                relative(largest, lost, before, after),
                largest,
                largest * Math.sqrt(noise));
    }

    private static double relative(double largest, double lost, WaveEnergies before, WaveEnergies after) {
        if (before.isZero()) {
            return 0;
        }
        // What has decayed out of the doubles is lost as a whole.
        return after.isZero() ? 1 : Math.sqrt(lost) * (largest / after.norm(before));
    }

    /** The energy of a wave that samples leave open, in units of that of the field. */
    private static final class Unknown {
        private final WaveNumbering waves;
        private final WaveEnergies field;
        private final double[] x;
        private final double[] y;
        private final double all;

        Unknown(WaveNumbering waves, WaveEnergies field) {
            this.waves = waves;
            this.field = field;
            AxisDecay decayX = field.decayX();
            AxisDecay decayY = field.decayY();
            this.x = decayX.folded(waves.foldX(), waves.lastX() + 1);
            this.y = decayY.folded(waves.foldY(), waves.lastY() + 1);
            // What is beyond decays as the finest waves at least.
            this.x[waves.lastX()] += decayX.beyond();
            this.y[waves.lastY()] += decayY.beyond();
            this.all = 1 + decayX.beyond() + decayY.beyond();
        }

        double energy(int wave) {
            int mx = waves.alongX(wave);
            int my = waves.alongY(wave);
            double folded = x[mx] * field.y()[my] + y[my] * field.x()[mx];
            return waves.share(wave) * folded / all;
        }
    }
}
