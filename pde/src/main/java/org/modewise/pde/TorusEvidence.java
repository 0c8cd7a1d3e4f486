package org.modewise.pde;

import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.modewise.core.Field2D;
import org.modewise.core.internal.FieldAccess;
import org.modewise.fft.RealFft2D;

/**
 * What a certificate is made of, on a torus: a field before and after, and the factor e^{g+iθ} between their spectra.
 *
 * @param logGain g, by wavenumber
 * @param angle θ, by wavenumber
 */
record TorusEvidence(
        RealFft2D fft, Field2D before, Field2D after, DoubleBinaryOperator logGain, DoubleBinaryOperator angle) {

    /** The certificate of u, whose waves are those of f times a real multiplier; gains are beside ‖u‖/‖f‖. */
    static Certificate ofSolving(Field2D f, Field2D u, FourierMultiplier multiplier) {
        PlaneFunction m = multiplier.product();
        Certificate certificate = new TorusEvidence(
                        RealFft2D.of(f.grid()), f, u, (kx, ky) -> Math.log(Math.abs(m.re(kx, ky))), (kx, ky) -> 0)
                .certificate(0, 0, Set.of());
        double norm = u.norm();
        return norm == 0 ? certificate.withGainsTimes(0) : certificate.withGainsTimes(f.norm() / norm);
    }

    Certificate certificate(double t, double residual, Set<Law> laws) {
        // Where the field has been moved to.
        return certificate(
                t,
                residual,
                laws,
                () -> ValueBounds.of(FourierMultiplier.of(
                                (kx, ky) -> Math.cos(angle.applyAsDouble(kx, ky)),
                                (kx, ky) -> Math.sin(angle.applyAsDouble(kx, ky)))
                        .apply(before)));
    }

    /** The certificate, with what shows the first field's values between its nodes. */
    Certificate certificate(double t, double residual, Set<Law> laws, Supplier<ValueBounds> between) {
        KeptModes modes = new KeptModes(fft.grid(), fft.layout());
        TorusNumbering waves = new TorusNumbering(modes);
        double[] spectrum = new double[fft.spectrumLength()];
        fft.forward(FieldAccess.values(before), spectrum);
        WaveEnergies initial = WaveEnergies.of(waves, wave -> modes.modulus(spectrum, wave));
        double lost = lost(modes, waves, spectrum);
        fft.forward(FieldAccess.values(after), spectrum);
        WaveEnergies later = WaveEnergies.of(waves, wave -> modes.modulus(spectrum, wave));
        CarriedError carried = CarriedError.of(
                waves, initial, later, wave -> Math.exp(logGain.applyAsDouble(modes.kx(wave), modes.ky(wave))));
        double norm = initial.isZero() ? 1 : later.norm(initial);
        ValueBounds range = ValueBounds.of(before, after, between, carried.initialTail());
        Defects defects = Defects.of(laws, before, after, norm, range);
        return Certificate.of(t, carried, later.beside(lost), residual, defects)
                .withError(later.beside(turned(modes, waves, spectrum)));
    }

    /** The norm of what the rounding of the angles does to the waves. */
    private double turned(KeptModes modes, TorusNumbering waves, double[] spectrum) {
        double turned = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            double rounding = Math.ulp(1.0) * angle.applyAsDouble(modes.kx(mode), modes.ky(mode));
            turned = Math.hypot(turned, Math.sqrt(waves.energy(mode)) * rounding * modes.modulus(spectrum, mode));
        }
        return turned;
    }

    /** The norm of what the mean over both directions leaves out of the Nyquist waves. */
    private double lost(KeptModes modes, TorusNumbering waves, double[] spectrum) {
        double lost = 0;
        for (int mode = 0; mode < modes.count(); mode++) {
            if (modes.isNyquist(mode)) {
                double[] kx = directions(modes.kx(mode), waves.alongX(mode) == waves.foldX());
                double[] ky = directions(modes.ky(mode), waves.alongY(mode) == waves.foldY());
                double norm = Math.sqrt(waves.energy(mode)) * modes.modulus(spectrum, mode);
                lost = Math.hypot(lost, norm * deviation(kx, ky));
            }
        }
        return lost;
    }

    private static double[] directions(double k, boolean nyquist) {
        return nyquist ? new double[] {k, -k} : new double[] {k};
    }

    /** The standard deviation of the factor over a wave's directions. */
    private double deviation(double[] kx, double[] ky) {
        int count = kx.length * ky.length;
        double[] re = new double[count];
        double[] im = new double[count];
        double meanRe = 0;
        double meanIm = 0;
        for (int side = 0; side < count; side++) {
            double x = kx[side % kx.length];
            double y = ky[side / kx.length];
            double gain = Math.exp(logGain.applyAsDouble(x, y));
            re[side] = gain * Math.cos(angle.applyAsDouble(x, y));
            im[side] = gain * Math.sin(angle.applyAsDouble(x, y));
            meanRe += re[side] / count;
            meanIm += im[side] / count;
        }
        double deviation = 0;
        for (int side = 0; side < count; side++) {
            deviation = Math.hypot(deviation, Math.hypot(re[side] - meanRe, im[side] - meanIm));
        }
        return deviation / Math.sqrt(count);
    }
}
