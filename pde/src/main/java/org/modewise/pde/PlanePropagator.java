package org.modewise.pde;

import org.modewise.fft.spi.SpectrumMultiplier;

/** e^{t·s} of a {@link PlaneTable}: decay by lines, turned by the phases of rows and columns if there are any. */
final class PlanePropagator implements Propagator {
    private final PlaneTable table;
    private final KeptModes modes;
    private final SpectrumMultiplier factors;
    /** e^{t·s} of the samples: the lines, unless several places share a sample. */
    private final double[] re;

    private final double[] im;
    private final double[] moduli;
    private final double[] imageRe;
    private final double[] imageIm;
    /** The phases along y. */
    private final double[] cos;

    private final double[] sin;

    PlanePropagator(PlaneTable table) {
        this.table = table;
        this.modes = table.modes();
        this.factors = table.isReal()
                ? SpectrumMultiplier.real(modes.layout(), table.lines())
                : SpectrumMultiplier.complex(modes.layout(), table.lines());
        this.re = table.shared() == null
                ? factors.yRe()
                : new double[table.samples().length()];
        this.im = factors.yIm();
        this.moduli = new double
                [Math.max(re.length, Math.max(modes.x().half(), modes.y().half()))];
        this.imageRe = new double[table.mirrored().length];
        this.imageIm = new double[table.mirrored().length];
        this.cos = new double[modes.layout().rows()];
        this.sin = new double[modes.layout().rows()];
    }

    @Override
    public SpectrumMultiplier at(double t, double least) {
        table.samples().exponential(t, least, re, im, moduli);
        if (table.shared() != null) {
            table.shared().spread(re, factors.yRe());
        }
        table.images().exponential(t, least, imageRe, imageIm, moduli);
        if (table.turns()) {
            turn(t);
        } else {
            fold();
        }
        return factors;
    }

    private int place(int mode) {
        return factors.lines()[modes.column(mode)] + modes.row(mode);
    }

    /** The means over ±k_N. At Nyquist of both axes the four signs are two pairs of conjugates. */
    private void fold() {
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int place = place(mirrored[image]);
            factors.yRe()[place] = 0.5 * (factors.yRe()[place] + imageRe[image]);
            if (!factors.isReal()) {
                double own = table.samples().isReal() ? 0 : im[place];
                im[place] = modes.isCorner(mirrored[image]) ? 0 : 0.5 * (own + imageIm[image]);
            }
        }
    }

    /** Multiplies by the phases, whose mean over ±k_N is not a product if the rest is not even. */
    private void turn(double t) {
        double[] alongX = factors.xRe();
        double[] sinX = factors.xIm();
        table.turnX().exponential(t, Double.NEGATIVE_INFINITY, alongX, sinX, moduli);
        table.turnY().exponential(t, Double.NEGATIVE_INFINITY, cos, sin, moduli);
        int nyquistX = modes.x().half() - 1;
        double sinNyquist = sin[modes.y().half() - 1];
        modes.y().fold(cos, sin);
        foldTurned(alongX[nyquistX], sinX[nyquistX], sinNyquist);
        modes.x().fold(alongX, sinX);
        double[] lines = factors.yRe();
        for (int start = 0; start < lines.length; start += factors.lineLength()) {
            for (int row = 0; row < cos.length; row++) {
                double modulus = lines[start + row];
                lines[start + row] = modulus * cos[row];
                im[start + row] = modulus * sin[row];
            }
        }
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int place = place(mirrored[image]);
            lines[place] = imageRe[image];
            im[place] = imageIm[image];
            if (modes.isNyquistAlongX(mirrored[image])) {
                alongX[nyquistX] = 1;
            }
        }
    }

    /** From the moduli at images to the means there, with the phases of k_N along x, if it is that axis, and along y. */
    private void foldTurned(double cosX, double sinX, double sinNyquist) {
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int mode = mirrored[image];
            int row = modes.row(mode);
            double own = factors.yRe()[place(mode)];
            double mean = 0.5 * (own + imageRe[image]);
            double difference = 0.5 * (own - imageRe[image]);
            double s = modes.isNyquistAlongY(mode) ? sinNyquist : sin[row];
            if (modes.isNyquistAlongX(mode)) {
                imageRe[image] = mean * (cosX * cos[row]) - difference * (sinX * s);
                imageIm[image] = modes.isCorner(mode) ? 0 : mean * (cosX * s) + difference * (sinX * cos[row]);
            } else {
                imageRe[image] = mean * cos[row];
                imageIm[image] = difference * s;
            }
        }
    }
}
