package org.modewise.pde;

import org.modewise.core.Field2D;
import org.modewise.core.internal.FieldAccess;

/** What a certificate between walls is made of, of what does not evolve. */
final class BoxEvidence {
    private BoxEvidence() {}

    /**
     * The certificate of u, which is a multiplier's image of the rest of f, and something exact; gains are beside ‖u‖/‖f‖.
     */
    static Certificate ofSolving(Field2D f, Field2D u, Field2D rest, FourierMultiplier multiplier, Box box) {
        BoxWaves load = BoxWaves.of(rest, box, "f");
        Field2D image = load.times(multiplier);
        BoxTransform transform = load.transform();
        BoxNumbering waves = new BoxNumbering(transform);
        double[] coefficients = new double[transform.count()];
        transform.forward(FieldAccess.values(image), coefficients);
        PlaneFunction m = multiplier.product();
        CarriedError carried = CarriedError.of(
                waves,
                WaveEnergies.of(waves, wave -> Math.abs(load.coefficients()[wave])),
                WaveEnergies.of(waves, wave -> Math.abs(coefficients[wave])),
                wave -> Math.abs(m.re(transform.kx(wave), transform.ky(wave))));
        double restShare = ratio(rest.norm(), f.norm());
        double imageShare = ratio(image.norm(), u.norm());
        double gain = ratio(f.norm(), u.norm());
        CarriedError whole = new CarriedError(
                carried.initialTail() * restShare,
                Math.min(1, carried.tail() * imageShare),
                u.maxNorm() == 0 ? 0 : Math.hypot(WaveEnergies.ROUNDING, carried.error() * imageShare),
                carried.amplification() * gain,
                carried.noiseGain() * gain);
        return Certificate.of(0, whole, 0, 0, Defects.ofEnergy(false, 1));
    }

    private static double ratio(double amount, double size) {
        return amount == 0 ? 0 : amount / size;
    }
}
