package org.modewise.pde;

import java.util.Arrays;
import org.modewise.fft.spi.SpectrumMultiplier;
import org.modewise.fft.spi.SpectrumMultiplier.Lines;

/**
 * s on the modes that a half-spectrum keeps, of a symbol that is no sum over the axes, so that e^{t·s} costs as few
 * exponentials as may be. A part of Im s along each axis is kept apart, as phases of a row and of a column. What is left is
 * often real; if it is even in κx as well, half of the columns tell it all; and of a function of |κ|², as of many others,
 * a few values tell it all. Immutable, safe to share between threads.
 */
final class PlaneTable {
    private final KeptModes modes;
    private final Lines lines;
    /** Where the lines of the columns start. */
    private final int[] starts;
    /** Which samples belong to the places in the lines of a multiplier; null if they lie as places do. */
    private final SharedValues shared;

    private final SymbolSamples samples;
    /** A way from line to line, or null. */
    private final LineSteps steps;

    /** The modes with a mirror image, and s at the images; none if a function is its own mean there. */
    private final int[] mirrored;

    private final SymbolSamples images;
    /** The imaginary parts along the axes, or null. */
    private final SymbolSamples turnX;

    private final SymbolSamples turnY;

    PlaneTable(Symbol symbol, KeptModes modes) {
        this.modes = modes;
        boolean turns = symbol.plane().isReal() && !symbol.whole().isReal();
        this.turnX = turns ? SymbolSamples.ofFrequencies(symbol.x(), modes.x()) : null;
        this.turnY = turns ? SymbolSamples.ofFrequencies(symbol.y(), modes.y()) : null;
        int count = modes.samples();
        double[] growth = new double[count];
        double[] frequency = symbol.plane().isReal() ? null : new double[count];
        for (int k = 0; k < count; k++) {
            growth[k] = symbol.re(modes.kx(k), modes.ky(k));
            if (frequency != null) {
                frequency[k] = symbol.im(modes.kx(k), modes.ky(k));
            }
            SymbolSamples.checkFinite(growth[k], frequency == null ? 0 : frequency[k], modes.kx(k), modes.ky(k));
        }
        this.lines = frequency == null && modes.isEven(growth) ? Lines.EVEN : Lines.ALL;
        SpectrumMultiplier layout = SpectrumMultiplier.real(modes.layout(), lines);
        this.starts = layout.lines();
        int[] places = places(layout.yRe().length);
        double[] atPlaces = new double[places.length];
        Arrays.setAll(atPlaces, place -> growth[places[place]]);
        this.shared = frequency == null ? SharedValues.of(atPlaces) : null;
        this.samples = shared == null ? select(growth, frequency, places) : shared(places);
        this.steps = shared == null && lines == Lines.ALL ? LineSteps.of(symbol, modes, layout.lineLength()) : null;
        this.mirrored = lines == Lines.EVEN ? new int[0] : modes.mirrored();
        this.images = images(growth, frequency);
    }

    /** The mode at each place in the lines of a multiplier; in gaps, one that is near. */
    private int[] places(int count) {
        int[] places = new int[count];
        Arrays.fill(places, -1);
        for (int mode = 0; mode < modes.count(); mode++) {
            places[place(mode)] = mode;
        }
        for (int place = 1; place < places.length; place++) {
            places[place] = places[place] < 0 ? places[place - 1] : places[place];
        }
        return places;
    }

    private int place(int mode) {
        return starts[modes.column(mode)] + modes.row(mode);
    }

    private SymbolSamples shared(int[] places) {
        int[] found = new int[shared.values().length];
        for (int place = 0; place < places.length; place++) {
            found[shared.index(place)] = places[place];
        }
        return SymbolSamples.of(shared.values(), k -> modes.kx(found[k]), k -> modes.ky(found[k]));
    }

    private SymbolSamples select(double[] growth, double[] frequency, int[] from) {
        double[] re = new double[from.length];
        double[] im = new double[from.length];
        for (int k = 0; k < from.length; k++) {
            re[k] = growth[from[k]];
            im[k] = frequency == null ? 0 : frequency[from[k]];
        }
        return SymbolSamples.of(re, im, k -> modes.kx(from[k]), k -> modes.ky(from[k]));
    }

    private SymbolSamples images(double[] growth, double[] frequency) {
        int[] from = new int[mirrored.length];
        Arrays.setAll(from, image -> modes.count() + image);
        return select(growth, frequency, from);
    }

    KeptModes modes() {
        return modes;
    }

    Lines lines() {
        return lines;
    }

    SharedValues shared() {
        return shared;
    }

    SymbolSamples samples() {
        return samples;
    }

    int[] mirrored() {
        return mirrored;
    }

    SymbolSamples images() {
        return images;
    }

    boolean turns() {
        return turnX != null;
    }

    SymbolSamples turnX() {
        return turnX;
    }

    SymbolSamples turnY() {
        return turnY;
    }

    boolean isReal() {
        return samples.isReal() && images.isReal() && !turns();
    }

    LineSteps steps() {
        return steps;
    }

    /** Re s on a mode; at a Nyquist wavenumber, on one of its sides. */
    double growth(int mode) {
        return samples.growth(shared == null ? place(mode) : shared.index(place(mode)));
    }

    boolean grows(double t) {
        if (turns()) {
            turnX.grows(t);
            turnY.grows(t);
        }
        return samples.grows(t) | images.grows(t);
    }
}
