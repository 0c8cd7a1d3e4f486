package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.fft.spi.SpectrumMultiplier;

/** e^{t·s} of a {@link PlaneTable}: decay by lines, turned by the phases of rows and columns if there are any. */
final class PlanePropagator implements Propagator {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();

    private final PlaneTable table;
    private final KeptModes modes;
    private final SpectrumMultiplier factors;
    private final double[] lines;
    private final double[] linesIm;
    /** e^{t·s} of the samples: the lines, unless several places share a sample. */
    private final double[] samples;

    private final double[] imageRe;
    private final double[] imageIm;
    private final double[] moduli;
    /** The phases along y. */
    private final double[] cos;

    private final double[] sin;
    /** What {@link LineSteps} make of a time. */
    private final double[] numbers;

    private final double[] anchors;
    private final double[] anchorsIm;
    private final double[] steps;

    PlanePropagator(PlaneTable table) {
        this.table = table;
        this.modes = table.modes();
        this.factors = table.isReal()
                ? SpectrumMultiplier.real(modes.layout(), table.lines())
                : SpectrumMultiplier.complex(modes.layout(), table.lines());
        this.lines = factors.yRe();
        this.linesIm = factors.yIm();
        this.samples =
                table.shared() == null ? lines : new double[table.samples().length()];
        this.imageRe = new double[table.mirrored().length];
        this.imageIm = new double[imageRe.length];
        int most = Math.max(imageRe.length, Math.max(modes.x().half(), modes.y().half()));
        this.moduli = new double[table.samples().isReal() ? most : Math.max(most, lines.length)];
        this.cos = new double[factors.lineLength()];
        this.sin = new double[factors.lineLength()];
        this.numbers = new double[modes.layout().columns()];
        int length = table.steps() == null ? 0 : table.steps().anchors().length();
        this.anchors = new double[length];
        this.anchorsIm = new double[length];
        this.steps = new double[table.steps() == null ? 0 : table.steps().length()];
    }

    @Override
    public SpectrumMultiplier at(double t, double least) {
        boolean stepping = table.steps() != null && table.steps().isGood(t);
        if (stepping) {
            table.steps().exponential(t, least, anchors, steps, numbers);
        } else {
            Arrays.fill(numbers, 1);
            table.samples().exponential(t, least, samples, linesIm, moduli);
            if (table.shared() != null) {
                table.shared().spread(samples, lines);
            }
        }
        table.images().exponential(t, least, imageRe, imageIm, moduli);
        for (int image = 0; image < imageRe.length; image++) {
            imageRe[image] /= numbers[modes.column(table.mirrored()[image])];
        }
        if (table.turns()) {
            turn(t, stepping);
        } else {
            if (stepping) {
                step(anchors, lines);
            }
            System.arraycopy(numbers, 0, factors.xRe(), 0, numbers.length);
            fold();
        }
        return factors;
    }

    private void step(double[] from, double[] to) {
        for (int column = 0; column < numbers.length; column++) {
            int at = table.steps().anchorAt(column);
            int by = table.steps().stepAt(column);
            FUNCTIONS.multiply(from, at, steps, by, to, factors.lines()[column], factors.lineLength());
        }
    }

    private int place(int mode) {
        return factors.lines()[modes.column(mode)] + modes.row(mode);
    }

    /** The means over ±k_N. At Nyquist of both axes the four signs are two pairs of conjugates. */
    private void fold() {
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int place = place(mirrored[image]);
            lines[place] = 0.5 * (lines[place] + imageRe[image]);
            if (!factors.isReal()) {
                double own = table.samples().isReal() ? 0 : linesIm[place];
                linesIm[place] = modes.isCorner(mirrored[image]) ? 0 : 0.5 * (own + imageIm[image]);
            }
        }
    }

    /** Multiplies by the phases, whose mean over ±k_N is not a product if the rest is not even. */
    private void turn(double t, boolean stepping) {
        double[] alongX = factors.xRe();
        double[] alongXIm = factors.xIm();
        table.turnX().exponential(t, Double.NEGATIVE_INFINITY, alongX, alongXIm, moduli);
        table.turnY().exponential(t, Double.NEGATIVE_INFINITY, cos, sin, moduli);
        double sinNyquist = sin[modes.y().half() - 1];
        modes.y().fold(cos, sin);
        foldTurned(alongX[modes.x().half() - 1], alongXIm[modes.x().half() - 1], sinNyquist, stepping);
        modes.x().fold(alongX, alongXIm);
        if (stepping) {
            turnLines(anchors, anchorsIm);
            step(anchors, lines);
            step(anchorsIm, linesIm);
        } else {
            turnLines(lines, linesIm);
        }
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int place = place(mirrored[image]);
            lines[place] = imageRe[image];
            linesIm[place] = imageIm[image];
            if (modes.isNyquistAlongX(mirrored[image])) {
                alongX[modes.column(mirrored[image])] = 1;
            }
        }
        for (int column = 0; column < numbers.length; column++) {
            alongX[column] *= numbers[column];
            alongXIm[column] *= numbers[column];
        }
    }

    private void turnLines(double[] re, double[] im) {
        int length = factors.lineLength();
        for (int start = 0; start < re.length; start += length) {
            FUNCTIONS.multiply(re, start, sin, 0, im, start, length);
            FUNCTIONS.multiply(re, start, cos, 0, re, start, length);
        }
    }

    /** From the moduli at images to the means there, with the phases of k_N along x, if it is that axis, and along y. */
    private void foldTurned(double cosX, double sinX, double sinNyquist, boolean stepping) {
        int[] mirrored = table.mirrored();
        for (int image = 0; image < mirrored.length; image++) {
            int mode = mirrored[image];
            int row = modes.row(mode);
            double own = stepping ? stepped(modes.column(mode), row) : lines[place(mode)];
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

    private double stepped(int column, int row) {
        return anchors[table.steps().anchorAt(column) + row]
                * steps[table.steps().stepAt(column) + row];
    }
}
