package org.modewise.pde;

import org.modewise.core.internal.Arguments;

/**
 * s on the modes that a half-spectrum keeps: by axes if it is a sum over them, else as a whole. Immutable, safe to share
 * between threads.
 */
final class SymbolTable {
    private final KeptModes modes;
    private final SymbolSamples x;
    /** The same object as x if it has the same values, so that they need be turned into factors only once. */
    private final SymbolSamples y;

    private final PlaneTable plane;

    SymbolTable(Symbol symbol, KeptModes modes) {
        Symmetry.check(modes, symbol.x(), symbol.y(), symbol.plane());
        this.modes = modes;
        if (symbol.isSeparable()) {
            SymbolSamples alongY = SymbolSamples.of(symbol.y(), modes.y());
            this.x = SymbolSamples.of(symbol.x(), modes.x());
            this.y = alongY.hasValuesOf(x) ? x : alongY;
            this.plane = null;
        } else {
            this.x = null;
            this.y = null;
            this.plane = new PlaneTable(symbol, modes);
        }
    }

    KeptModes modes() {
        return modes;
    }

    boolean isSeparable() {
        return plane == null;
    }

    /** The memory of one frame. */
    Propagator propagator() {
        return isSeparable() ? new AxesPropagator(modes, x, y) : new PlanePropagator(plane);
    }

    /** Re s on a mode; at a Nyquist wavenumber, on one of its sides. */
    double growth(int mode) {
        return isSeparable()
                ? x.growth(modes.x().distance(modes.column(mode)))
                        + y.growth(modes.y().distance(modes.row(mode)))
                : plane.growth(mode);
    }

    /**
     * Whether a factor e^{t·s} is above 1: only then can its product with the data overflow.
     *
     * @throws IllegalArgumentException if the time is not finite, or a mode grows backward in time or overflows
     */
    boolean grows(double t) {
        Arguments.finite(t, "t");
        return isSeparable() ? x.grows(t) | y.grows(t) : plane.grows(t);
    }
}
