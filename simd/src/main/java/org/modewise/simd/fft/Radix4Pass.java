package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;

/** A pass of radix-4 butterflies: two levels of radix 2 with one trip through memory. */
final class Radix4Pass extends Pass {
    Radix4Pass(int length, int groups) {
        super(4, length, groups);
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
        for (int i = 0; i < count; i++) {
            int xr = xre + i * xstep;
            int xi = xim + i * xstep;
            int yr = yre + i * ystep;
            int yi = yim + i * ystep;
            DoubleVector a0r = DoubleVector.fromArray(SPECIES, x, xr);
            DoubleVector a0i = DoubleVector.fromArray(SPECIES, x, xi);
            DoubleVector a1r = DoubleVector.fromArray(SPECIES, x, xr + xleg);
            DoubleVector a1i = DoubleVector.fromArray(SPECIES, x, xi + xleg);
            DoubleVector a2r = DoubleVector.fromArray(SPECIES, x, xr + 2 * xleg);
            DoubleVector a2i = DoubleVector.fromArray(SPECIES, x, xi + 2 * xleg);
            DoubleVector a3r = DoubleVector.fromArray(SPECIES, x, xr + 3 * xleg);
            DoubleVector a3i = DoubleVector.fromArray(SPECIES, x, xi + 3 * xleg);
            DoubleVector sr = a0r.add(a2r);
            DoubleVector si = a0i.add(a2i);
            DoubleVector dr = a0r.sub(a2r);
            DoubleVector di = a0i.sub(a2i);
            DoubleVector tr = a1r.add(a3r);
            DoubleVector ti = a1i.add(a3i);
            DoubleVector er = a1r.sub(a3r);
            DoubleVector ei = a1i.sub(a3i);
            sr.add(tr).intoArray(y, yr);
            si.add(ti).intoArray(y, yi);
            dr.add(ei).intoArray(y, yr + yleg);
            di.sub(er).intoArray(y, yi + yleg);
            sr.sub(tr).intoArray(y, yr + 2 * yleg);
            si.sub(ti).intoArray(y, yi + 2 * yleg);
            dr.sub(ei).intoArray(y, yr + 3 * yleg);
            di.add(er).intoArray(y, yi + 3 * yleg);
        }
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
        for (int i = 0; i < count; i++) {
            int xr = xre + i * xstep;
            int xi = xim + i * xstep;
            int yr = yre + i * ystep;
            int yi = yim + i * ystep;
            int wi = first + i * wstep;
            DoubleVector a0r = DoubleVector.fromArray(SPECIES, x, xr);
            DoubleVector a0i = DoubleVector.fromArray(SPECIES, x, xi);
            DoubleVector u1r = DoubleVector.fromArray(SPECIES, x, xr + xleg);
            DoubleVector u1i = DoubleVector.fromArray(SPECIES, x, xi + xleg);
            DoubleVector a1r = u1r.mul(w[wi]).sub(u1i.mul(w[wi + 1]));
            DoubleVector a1i = u1r.mul(w[wi + 1]).add(u1i.mul(w[wi]));
            DoubleVector u2r = DoubleVector.fromArray(SPECIES, x, xr + 2 * xleg);
            DoubleVector u2i = DoubleVector.fromArray(SPECIES, x, xi + 2 * xleg);
            DoubleVector a2r = u2r.mul(w[wi + 2]).sub(u2i.mul(w[wi + 3]));
            DoubleVector a2i = u2r.mul(w[wi + 3]).add(u2i.mul(w[wi + 2]));
            DoubleVector u3r = DoubleVector.fromArray(SPECIES, x, xr + 3 * xleg);
            DoubleVector u3i = DoubleVector.fromArray(SPECIES, x, xi + 3 * xleg);
            DoubleVector a3r = u3r.mul(w[wi + 4]).sub(u3i.mul(w[wi + 5]));
            DoubleVector a3i = u3r.mul(w[wi + 5]).add(u3i.mul(w[wi + 4]));
            DoubleVector sr = a0r.add(a2r);
            DoubleVector si = a0i.add(a2i);
            DoubleVector dr = a0r.sub(a2r);
            DoubleVector di = a0i.sub(a2i);
            DoubleVector tr = a1r.add(a3r);
            DoubleVector ti = a1i.add(a3i);
            DoubleVector er = a1r.sub(a3r);
            DoubleVector ei = a1i.sub(a3i);
            sr.add(tr).intoArray(y, yr);
            si.add(ti).intoArray(y, yi);
            dr.add(ei).intoArray(y, yr + yleg);
            di.sub(er).intoArray(y, yi + yleg);
            sr.sub(tr).intoArray(y, yr + 2 * yleg);
            si.sub(ti).intoArray(y, yi + 2 * yleg);
            dr.sub(ei).intoArray(y, yr + 3 * yleg);
            di.add(er).intoArray(y, yi + 3 * yleg);
        }
    }
}
