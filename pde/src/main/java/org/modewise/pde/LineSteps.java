package org.modewise.pde;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * e^{t·s} line by line where s is a {@link QuadraticForm} plus a sum over the axes. From a line κ₀, every
 * {@value #STRIDE}th, to one beside it, s changes by -(κx - κ₀)·(xx·(κx + κ₀) + 2xy·κy): so e^{t·s} is a number of the
 * line, times e^{t·s(κ₀,κy)}, times one of {@value #STRIDE} lines of steps. Immutable, safe to share between threads.
 */
final class LineSteps {
    private static final ElementaryFunctions FUNCTIONS = ElementaryFunctions.preferred();
    private static final int STRIDE = 16;
    private static final int HALF = STRIDE / 2;
    /** Of numbers and steps: rounding moves an exponent by its share, whatever is left when others are added. */
    private static final double LARGEST_EXPONENT = 16;
    /** The distances of the steps that are exponentials, then those of the products of two before them. */
    private static final int[] DISTANCES = {0, -1, -4, -8, 1, 4, -2, -3, -5, -6, -7, 2, 3, 5, 6, 7};

    private static final int[][] PRODUCTS = {
        {-1, -1}, {-4, 1}, {-4, -1}, {-4, -2}, {-8, 1}, {1, 1}, {4, -1}, {4, 1}, {4, 2}, {4, 3}
    };
    private static final int EXPONENTIALS = STRIDE - PRODUCTS.length;

    private final int lineLength;
    /** For each column, where its line κ₀ starts, and where its steps. */
    private final int[] anchorAt;

    private final int[] stepAt;
    private final SymbolSamples anchors;
    /** -2xy·κy·(κx - κ₀), of the steps that are exponentials. */
    private final double[] slopes;
    /** What is left of the change, for each column. */
    private final double[] numbers;

    private final double steepest;

    private LineSteps(Symbol symbol, QuadraticForm form, KeptModes modes, int lineLength) {
        this.lineLength = lineLength;
        int columns = modes.layout().columns();
        double step = modes.x().wavenumber(1);
        int[] anchor = new int[columns];
        Arrays.setAll(anchor, p -> STRIDE * Math.floorDiv(modes.layout().modeX(p) + HALF, STRIDE));
        int first = Arrays.stream(anchor).min().orElse(0);
        int last = Arrays.stream(anchor).max().orElse(0);
        this.anchorAt = new int[columns];
        this.stepAt = new int[columns];
        this.numbers = new double[columns];
        for (int p = 0; p < columns; p++) {
            int mode = modes.layout().modeX(p);
            double k = step * mode;
            double k0 = step * anchor[p];
            anchorAt[p] = (anchor[p] - first) / STRIDE * lineLength;
            stepAt[p] = start(mode - anchor[p]);
            double axis = symbol.x() == null ? 0 : symbol.x().re(k) - symbol.x().re(k0);
            numbers[p] = axis - form.xx() * ((k - k0) * (k + k0));
        }
        // In the gap behind a line, its last mode.
        IntToDoubleFunction ky = at ->
                modes.y().wavenumber(Math.min(at % lineLength, modes.layout().rows() - 1));
        IntToDoubleFunction kx = at -> step * (first + at / lineLength * STRIDE);
        double[] growth = new double[((last - first) / STRIDE + 1) * lineLength];
        Arrays.setAll(growth, at -> symbol.re(kx.applyAsDouble(at), ky.applyAsDouble(at)));
        this.anchors = SymbolSamples.of(growth, kx::applyAsDouble, ky::applyAsDouble);
        this.slopes = new double[EXPONENTIALS * lineLength];
        Arrays.setAll(slopes, at -> -2 * form.xy() * (step * DISTANCES[at / lineLength]) * ky.applyAsDouble(at));
        this.steepest = Math.max(largest(slopes), largest(numbers));
    }

    /** The steps of a symbol, or null if it has another form, or they are not worth the while. */
    static LineSteps of(Symbol symbol, KeptModes modes, int lineLength) {
        return symbol.plane() instanceof QuadraticForm form && modes.layout().columns() >= 2 * STRIDE
                ? new LineSteps(symbol, form, modes, lineLength)
                : null;
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    /** Where the steps of a distance start. */
    private int start(int distance) {
        int line = 0;
        while (DISTANCES[line] != distance) {
            line++;
        }
        return line * lineLength;
    }

    /** Whether the steps at a time are so small that nothing is lost. Later, most waves are too faint to count. */
    boolean isGood(double t) {
        return Math.abs(t) * steepest <= LARGEST_EXPONENT && !anchors.isAboveOne(t);
    }

    /** The lines κ₀, 0 only where those beside them may be below e^{least}, all lines of steps, and the numbers. */
    void exponential(double t, double least, double[] lines, double[] steps, double[] numbers) {
        anchors.exponential(t, least - 2 * LARGEST_EXPONENT, lines, null, null);
        FUNCTIONS.exp(slopes, t, Double.NEGATIVE_INFINITY, steps, slopes.length);
        for (int k = 0; k < PRODUCTS.length; k++) {
            int to = slopes.length + k * lineLength;
            FUNCTIONS.multiply(steps, start(PRODUCTS[k][0]), steps, start(PRODUCTS[k][1]), steps, to, lineLength);
        }
        FUNCTIONS.exp(this.numbers, t, Double.NEGATIVE_INFINITY, numbers, numbers.length);
    }

    SymbolSamples anchors() {
        return anchors;
    }

    /** How long all lines of steps are. */
    int length() {
        return STRIDE * lineLength;
    }

    /** Where the line κ₀ of a column starts. */
    int anchorAt(int column) {
        return anchorAt[column];
    }

    /** Where the steps of a column start. */
    int stepAt(int column) {
        return stepAt[column];
    }
}
