package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import org.modewise.fft.internal.RootsOfUnity;

/** A pass of radix-5 butterflies. */
final class Radix5Pass extends Pass {
    private static final double COS_1 = RootsOfUnity.cos(1, 5);
    private static final double COS_2 = RootsOfUnity.cos(2, 5);
    private static final double SIN_1 = -RootsOfUnity.minusSin(1, 5);
    private static final double SIN_2 = -RootsOfUnity.minusSin(2, 5);

    Radix5Pass(int length, int groups) {
        super(5, length, groups);
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
            DoubleVector a4r = DoubleVector.fromArray(SPECIES, x, xr + 4 * xleg);
            DoubleVector a4i = DoubleVector.fromArray(SPECIES, x, xi + 4 * xleg);
            DoubleVector s1r = a1r.add(a4r);
            DoubleVector s1i = a1i.add(a4i);
            DoubleVector d1r = a1r.sub(a4r);
            DoubleVector d1i = a1i.sub(a4i);
            DoubleVector s2r = a2r.add(a3r);
            DoubleVector s2i = a2i.add(a3i);
            DoubleVector d2r = a2r.sub(a3r);
            DoubleVector d2i = a2i.sub(a3i);
            DoubleVector m1r = a0r.add(s1r.mul(COS_1)).add(s2r.mul(COS_2));
            DoubleVector m2r = a0r.add(s1r.mul(COS_2)).add(s2r.mul(COS_1));
            DoubleVector n1r = d1r.mul(SIN_1).add(d2r.mul(SIN_2));
            DoubleVector n2r = d1r.mul(SIN_2).sub(d2r.mul(SIN_1));
            DoubleVector m1i = a0i.add(s1i.mul(COS_1)).add(s2i.mul(COS_2));
            DoubleVector m2i = a0i.add(s1i.mul(COS_2)).add(s2i.mul(COS_1));
            DoubleVector n1i = d1i.mul(SIN_1).add(d2i.mul(SIN_2));
            DoubleVector n2i = d1i.mul(SIN_2).sub(d2i.mul(SIN_1));
            a0r.add(s1r.add(s2r)).intoArray(y, yr);
            a0i.add(s1i.add(s2i)).intoArray(y, yi);
            m1r.add(n1i).intoArray(y, yr + yleg);
            m1i.sub(n1r).intoArray(y, yi + yleg);
            m2r.add(n2i).intoArray(y, yr + 2 * yleg);
            m2i.sub(n2r).intoArray(y, yi + 2 * yleg);
            m2r.sub(n2i).intoArray(y, yr + 3 * yleg);
            m2i.add(n2r).intoArray(y, yi + 3 * yleg);
            m1r.sub(n1i).intoArray(y, yr + 4 * yleg);
            m1i.add(n1r).intoArray(y, yi + 4 * yleg);
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
            DoubleVector u4r = DoubleVector.fromArray(SPECIES, x, xr + 4 * xleg);
            DoubleVector u4i = DoubleVector.fromArray(SPECIES, x, xi + 4 * xleg);
            DoubleVector a4r = u4r.mul(w[wi + 6]).sub(u4i.mul(w[wi + 7]));
            DoubleVector a4i = u4r.mul(w[wi + 7]).add(u4i.mul(w[wi + 6]));
            DoubleVector s1r = a1r.add(a4r);
            DoubleVector s1i = a1i.add(a4i);
            DoubleVector d1r = a1r.sub(a4r);
            DoubleVector d1i = a1i.sub(a4i);
            DoubleVector s2r = a2r.add(a3r);
            DoubleVector s2i = a2i.add(a3i);
            DoubleVector d2r = a2r.sub(a3r);
            DoubleVector d2i = a2i.sub(a3i);
            DoubleVector m1r = a0r.add(s1r.mul(COS_1)).add(s2r.mul(COS_2));
            DoubleVector m2r = a0r.add(s1r.mul(COS_2)).add(s2r.mul(COS_1));
            DoubleVector n1r = d1r.mul(SIN_1).add(d2r.mul(SIN_2));
            DoubleVector n2r = d1r.mul(SIN_2).sub(d2r.mul(SIN_1));
            DoubleVector m1i = a0i.add(s1i.mul(COS_1)).add(s2i.mul(COS_2));
            DoubleVector m2i = a0i.add(s1i.mul(COS_2)).add(s2i.mul(COS_1));
            DoubleVector n1i = d1i.mul(SIN_1).add(d2i.mul(SIN_2));
            DoubleVector n2i = d1i.mul(SIN_2).sub(d2i.mul(SIN_1));
            a0r.add(s1r.add(s2r)).intoArray(y, yr);
            a0i.add(s1i.add(s2i)).intoArray(y, yi);
            m1r.add(n1i).intoArray(y, yr + yleg);
            m1i.sub(n1r).intoArray(y, yi + yleg);
            m2r.add(n2i).intoArray(y, yr + 2 * yleg);
            m2i.sub(n2r).intoArray(y, yi + 2 * yleg);
            m2r.sub(n2i).intoArray(y, yr + 3 * yleg);
            m2i.add(n2r).intoArray(y, yi + 3 * yleg);
            m1r.sub(n1i).intoArray(y, yr + 4 * yleg);
            m1i.add(n1r).intoArray(y, yi + 4 * yleg);
        }
    }
}
