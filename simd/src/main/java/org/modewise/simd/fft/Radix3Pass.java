package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import org.modewise.fft.internal.RootsOfUnity;

/** A pass of radix-3 butterflies. */
final class Radix3Pass extends Pass {
    private static final double SIN = -RootsOfUnity.minusSin(1, 3);

    Radix3Pass(int length, int groups) {
        super(3, length, groups);
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
            DoubleVector sr = a1r.add(a2r);
            DoubleVector si = a1i.add(a2i);
            DoubleVector mr = a0r.sub(sr.mul(0.5));
            DoubleVector mi = a0i.sub(si.mul(0.5));
            DoubleVector dr = a1r.sub(a2r).mul(SIN);
            DoubleVector di = a1i.sub(a2i).mul(SIN);
            a0r.add(sr).intoArray(y, yr);
            a0i.add(si).intoArray(y, yi);
            mr.add(di).intoArray(y, yr + yleg);
            mi.sub(dr).intoArray(y, yi + yleg);
            mr.sub(di).intoArray(y, yr + 2 * yleg);
            mi.add(dr).intoArray(y, yi + 2 * yleg);
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
            DoubleVector sr = a1r.add(a2r);
            DoubleVector si = a1i.add(a2i);
            DoubleVector mr = a0r.sub(sr.mul(0.5));
            DoubleVector mi = a0i.sub(si.mul(0.5));
            DoubleVector dr = a1r.sub(a2r).mul(SIN);
            DoubleVector di = a1i.sub(a2i).mul(SIN);
            a0r.add(sr).intoArray(y, yr);
            a0i.add(si).intoArray(y, yi);
            mr.add(di).intoArray(y, yr + yleg);
            mi.sub(dr).intoArray(y, yi + yleg);
            mr.sub(di).intoArray(y, yr + 2 * yleg);
            mi.add(dr).intoArray(y, yi + 2 * yleg);
        }
    }
}
