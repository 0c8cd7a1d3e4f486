package org.modewise.simd.fft;

import static org.modewise.simd.fft.LaneFft.L;
import static org.modewise.simd.fft.LaneFft.ROW;

import jdk.incubator.vector.DoubleVector;
import org.modewise.core.internal.ScratchPool;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * A pass of butterflies of an odd radix p, by the sum: with s_t = a_t + a_{p-t} and d_t = a_t - a_{p-t} for
 * t = 1…(p-1)/2, legs u and p - u are a_0 + Σ s_t cos(2πut/p) ∓ i·Σ d_t sin(2πut/p).
 */
final class OddPass extends Pass {

    private final int radix;
    private final int half;
    private final double[] cos;
    private final double[] sin;
    /** For one butterfly: rows s_1, d_1, s_2, d_2 and so on. */
    private final ScratchPool<double[]> pool;

    OddPass(int radix, int length, int groups) {
        super(radix, length, groups);
        this.radix = radix;
        this.half = radix / 2;
        this.cos = new double[radix];
        this.sin = new double[radix];
        for (int k = 0; k < radix; k++) {
            cos[k] = RootsOfUnity.cos(k, radix);
            sin[k] = -RootsOfUnity.minusSin(k, radix);
        }
        this.pool = new ScratchPool<>(() -> new double[2 * half * ROW]);
    }

    @Override
    void plain(
            double[] x,
            int xre,
            int xim,
            int xleg,
            int xstep,
            double[] y,
            int yre,
            int yim,
            int yleg,
            int ystep,
            int count) {
        double[] pairs = pool.take();
        for (int i = 0; i < count; i++) {
            int xr = xre + i * xstep;
            int xi = xim + i * xstep;
            for (int t = 1; t <= half; t++) {
                int far = (radix - t) * xleg;
                DoubleVector ar = DoubleVector.fromArray(SPECIES, x, xr + t * xleg);
                DoubleVector ai = DoubleVector.fromArray(SPECIES, x, xi + t * xleg);
                DoubleVector br = DoubleVector.fromArray(SPECIES, x, xr + far);
                DoubleVector bi = DoubleVector.fromArray(SPECIES, x, xi + far);
                int at = (t - 1) * 2 * ROW;
                ar.add(br).intoArray(pairs, at);
                ai.add(bi).intoArray(pairs, at + L);
                ar.sub(br).intoArray(pairs, at + ROW);
                ai.sub(bi).intoArray(pairs, at + ROW + L);
            }
            legs(x, xr, xi, pairs, y, yre + i * ystep, yim + i * ystep, yleg);
        }
        pool.give(pairs);
    }

    @Override
    void turned(
            double[] x,
            int xre,
            int xim,
            int xleg,
            int xstep,
            double[] y,
            int yre,
            int yim,
            int yleg,
            int ystep,
            int count,
            double[] w,
            int first,
            int wstep) {
        double[] pairs = pool.take();
        for (int i = 0; i < count; i++) {
            int xr = xre + i * xstep;
            int xi = xim + i * xstep;
            int wi = first + i * wstep;
            for (int t = 1; t <= half; t++) {
                int far = (radix - t) * xleg;
                int k = wi + 2 * (t - 1);
                int farK = wi + 2 * (radix - t - 1);
                DoubleVector ur = DoubleVector.fromArray(SPECIES, x, xr + t * xleg);
                DoubleVector ui = DoubleVector.fromArray(SPECIES, x, xi + t * xleg);
                DoubleVector vr = DoubleVector.fromArray(SPECIES, x, xr + far);
                DoubleVector vi = DoubleVector.fromArray(SPECIES, x, xi + far);
                DoubleVector ar = ur.mul(w[k]).sub(ui.mul(w[k + 1]));
                DoubleVector ai = ur.mul(w[k + 1]).add(ui.mul(w[k]));
                DoubleVector br = vr.mul(w[farK]).sub(vi.mul(w[farK + 1]));
                DoubleVector bi = vr.mul(w[farK + 1]).add(vi.mul(w[farK]));
                int at = (t - 1) * 2 * ROW;
                ar.add(br).intoArray(pairs, at);
                ai.add(bi).intoArray(pairs, at + L);
                ar.sub(br).intoArray(pairs, at + ROW);
                ai.sub(bi).intoArray(pairs, at + ROW + L);
            }
            legs(x, xr, xi, pairs, y, yre + i * ystep, yim + i * ystep, yleg);
        }
        pool.give(pairs);
    }

    private void legs(double[] x, int xr, int xi, double[] pairs, double[] y, int yr, int yi, int yleg) {
        DoubleVector sumR = DoubleVector.fromArray(SPECIES, x, xr);
        DoubleVector sumI = DoubleVector.fromArray(SPECIES, x, xi);
        for (int t = 1; t <= half; t++) {
            int at = (t - 1) * 2 * ROW;
            sumR = sumR.add(DoubleVector.fromArray(SPECIES, pairs, at));
            sumI = sumI.add(DoubleVector.fromArray(SPECIES, pairs, at + L));
        }
        sumR.intoArray(y, yr);
        sumI.intoArray(y, yi);
        for (int u = 1; u <= half; u++) {
            DoubleVector mr = DoubleVector.fromArray(SPECIES, x, xr);
            DoubleVector mi = DoubleVector.fromArray(SPECIES, x, xi);
            DoubleVector nr = DoubleVector.zero(SPECIES);
            DoubleVector ni = DoubleVector.zero(SPECIES);
            for (int t = 1, k = u; t <= half; t++, k = k + u < radix ? k + u : k + u - radix) {
                int at = (t - 1) * 2 * ROW;
                mr = mr.add(DoubleVector.fromArray(SPECIES, pairs, at).mul(cos[k]));
                mi = mi.add(DoubleVector.fromArray(SPECIES, pairs, at + L).mul(cos[k]));
                nr = nr.add(DoubleVector.fromArray(SPECIES, pairs, at + ROW).mul(sin[k]));
                ni = ni.add(DoubleVector.fromArray(SPECIES, pairs, at + ROW + L).mul(sin[k]));
            }
            mr.add(ni).intoArray(y, yr + u * yleg);
            mi.sub(nr).intoArray(y, yi + u * yleg);
            mr.sub(ni).intoArray(y, yr + (radix - u) * yleg);
            mi.add(nr).intoArray(y, yi + (radix - u) * yleg);
        }
    }
}
