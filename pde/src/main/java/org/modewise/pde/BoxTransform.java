package org.modewise.pde;

import java.util.Arrays;
import org.modewise.core.Grid2D;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.spi.SpectrumLayout;

/**
 * u(i,j) ↔ the coefficients of a box's waves, by one real transform of as many samples: the samples in another order,
 * and the waves' parts told apart by a pass of quarter turns (J. Makhoul, IEEE Trans. ASSP 28, 1980). Coefficients are
 * unscaled. Immutable, safe to share between threads; nothing is allocated per call once as many threads have called as
 * work at a time.
 *
 * <p>Coefficients are numbered as the spectrum lies, along its inner axis first. Of the axes o and i of a spectrum v̂,
 * with a = e^{-iπo/2N} and b = e^{-iπi/2M}, the sums P = a·b·v̂(o,i) and Q = a·b̄·v̂(o,-i) hold four coefficients.
 */
final class BoxTransform {
    private final Grid2D grid;
    private final BoxAxis x;
    private final BoxAxis y;
    private final RealFft2D fft;
    private final boolean byColumn;
    private final BoxAxis outer;
    private final BoxAxis inner;
    private final int start;
    private final int outerStride;
    private final int innerStride;
    private final int imOffset;
    private final boolean outerHalved;
    private final int[] sampleX;
    private final int[] placeX;
    private final ScratchPool<double[]> scratch;

    BoxTransform(Box box, Grid2D grid) {
        this.grid = grid;
        this.x = new BoxAxis(grid.nx(), box.lx(), box.left(), box.right());
        this.y = new BoxAxis(grid.ny(), box.ly(), box.bottom(), box.top());
        this.fft = RealFft2D.of(Grid2D.unit(x.slots(), y.slots()));
        SpectrumLayout layout = fft.layout();
        this.byColumn = layout.strideX() > layout.strideY();
        this.outer = byColumn ? x : y;
        this.inner = byColumn ? y : x;
        this.start = layout.start();
        this.outerStride = byColumn ? layout.strideX() : layout.strideY();
        this.innerStride = byColumn ? layout.strideY() : layout.strideX();
        this.imOffset = layout.imOffset();
        this.outerHalved = layout.halved() == (byColumn ? SpectrumLayout.Axis.X : SpectrumLayout.Axis.Y);
        this.sampleX = new int[x.slots()];
        Arrays.setAll(sampleX, x::sample);
        this.placeX = new int[grid.nx()];
        Arrays.setAll(placeX, x::place);
        this.scratch = new ScratchPool<>(() -> new double[fft.spectrumLength()]);
    }

    Grid2D grid() {
        return grid;
    }

    String kernel() {
        return fft.kernel();
    }

    BoxAxis x() {
        return x;
    }

    BoxAxis y() {
        return y;
    }

    /** How many coefficients there are. */
    int count() {
        return outer.slots() * inner.slots();
    }

    /** The slot along x of a coefficient. */
    int slotX(int coefficient) {
        return byColumn ? coefficient / inner.slots() : coefficient % inner.slots();
    }

    /** The slot along y of a coefficient. */
    int slotY(int coefficient) {
        return byColumn ? coefficient % inner.slots() : coefficient / inner.slots();
    }

    /** The wavenumber along x of a coefficient. */
    double kx(int coefficient) {
        return x.wavenumber(slotX(coefficient));
    }

    /** The wavenumber along y of a coefficient. */
    double ky(int coefficient) {
        return y.wavenumber(slotY(coefficient));
    }

    /** Samples, row by row, to {@link #count} coefficients. */
    void forward(double[] values, double[] coefficients) {
        double[] v = scratch.take();
        for (int q = 0; q < y.slots(); q++) {
            int row = y.sample(q) * grid.nx();
            double sign = y.sign(q);
            for (int p = 0; p < sampleX.length; p++) {
                v[q * sampleX.length + p] = sign * x.sign(p) * values[row + sampleX[p]];
            }
        }
        fft.forward(v, v);
        tellApart(v, coefficients);
        scratch.give(v);
        if (x.isEmpty(0) || y.isEmpty(0)) {
            empty(coefficients);
        }
    }

    /** Rounding leaves something of waves that these walls do not have. */
    private void empty(double[] coefficients) {
        for (int k = 0; k < count(); k++) {
            if (x.isEmpty(slotX(k)) || y.isEmpty(slotY(k))) {
                coefficients[k] = 0;
            }
        }
    }

    private void tellApart(double[] v, double[] coefficients) {
        int count = inner.slots();
        for (int o = 0; o <= outer.slots() / 2; o++) {
            int near = o * count;
            int far = (outer.slots() - o) * count;
            double c = outer.cos()[o];
            double s = outer.sin()[o];
            for (int i = 0; i <= count / 2; i++) {
                int at = start + o * outerStride + i * innerStride;
                int image = image(o, i);
                double d = inner.cos()[i];
                double t = inner.sin()[i];
                double re = v[at];
                double im = v[at + imOffset];
                double imageRe = v[image];
                double imageIm = outerHalved ? v[image + imOffset] : -v[image + imOffset];
                // a·b and a·b̄.
                double pCos = c * d - s * t;
                double pSin = s * d + c * t;
                double qCos = c * d + s * t;
                double qSin = s * d - c * t;
                double pRe = pCos * re + pSin * im;
                double pIm = pCos * im - pSin * re;
                double qRe = qCos * imageRe + qSin * imageIm;
                double qIm = qCos * imageIm - qSin * imageRe;
                coefficients[near + i] = 0.5 * (pRe + qRe);
                if (i > 0) {
                    coefficients[near + count - i] = 0.5 * (qIm - pIm);
                }
                if (o > 0) {
                    coefficients[far + i] = -0.5 * (pIm + qIm);
                    if (i > 0) {
                        coefficients[far + count - i] = 0.5 * (qRe - pRe);
                    }
                }
            }
        }
    }

    /** Where v̂(o,-i) lies, or its conjugate v̂(-o,i) if the outer axis is kept whole. */
    private int image(int o, int i) {
        return start
                + (outerHalved
                        ? o * outerStride + (i == 0 ? 0 : inner.slots() - i) * innerStride
                        : (o == 0 ? 0 : outer.slots() - o) * outerStride + i * innerStride);
    }

    /**
     * The product of coefficients and of a factor for each slot along x and along y back to samples, row by row. Of any
     * product none may overflow on the way.
     */
    void inverse(double[] coefficients, double[] factorsX, double[] factorsY, double[] values) {
        double[] v = scratch.take();
        join(coefficients, byColumn ? factorsX : factorsY, byColumn ? factorsY : factorsX, v);
        fft.inverse(v, v);
        for (int j = 0; j < grid.ny(); j++) {
            int q = y.place(j);
            double sign = y.sign(q);
            for (int i = 0; i < placeX.length; i++) {
                int p = placeX[i];
                values[j * placeX.length + i] = sign * x.sign(p) * v[q * sampleX.length + p];
            }
        }
        scratch.give(v);
    }

    private void join(double[] coefficients, double[] factorsOuter, double[] factorsInner, double[] v) {
        int count = inner.slots();
        for (int o = 0; o <= outer.slots() / 2; o++) {
            int near = o * count;
            int far = o == 0 ? 0 : (outer.slots() - o) * count;
            double nearFactor = factorsOuter[o];
            double farFactor = o == 0 ? 0 : factorsOuter[outer.slots() - o];
            double c = outer.cos()[o];
            double s = outer.sin()[o];
            for (int i = 0; i <= count / 2; i++) {
                int last = i == 0 ? 0 : count - i;
                double factor = factorsInner[i];
                double lastFactor = i == 0 ? 0 : factorsInner[last];
                // The waves beyond the last one are zero.
                double x00 = coefficients[near + i] * nearFactor * factor;
                double x01 = coefficients[near + last] * nearFactor * lastFactor;
                double x10 = coefficients[far + i] * farFactor * factor;
                double x11 = coefficients[far + last] * farFactor * lastFactor;
                double pRe = x00 - x11;
                double pIm = -(x10 + x01);
                double qRe = x00 + x11;
                double qIm = x01 - x10;
                double d = inner.cos()[i];
                double t = inner.sin()[i];
                double pCos = c * d - s * t;
                double pSin = s * d + c * t;
                double qCos = c * d + s * t;
                double qSin = s * d - c * t;
                int image = image(o, i);
                double imageIm = qCos * qIm + qSin * qRe;
                v[image] = qCos * qRe - qSin * qIm;
                v[image + imOffset] = outerHalved ? imageIm : -imageIm;
                int at = start + o * outerStride + i * innerStride;
                v[at] = pCos * pRe - pSin * pIm;
                v[at + imOffset] = pCos * pIm + pSin * pRe;
            }
        }
    }
}
