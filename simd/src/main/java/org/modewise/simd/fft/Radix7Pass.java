package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import org.modewise.fft.internal.RootsOfUnity;

/** A pass of radix-7 butterflies. */
final class Radix7Pass extends Pass {
    private static final double COS_1 = RootsOfUnity.cos(1, 7);
    private static final double COS_2 = RootsOfUnity.cos(2, 7);
    private static final double COS_3 = RootsOfUnity.cos(3, 7);
    private static final double SIN_1 = -RootsOfUnity.minusSin(1, 7);
    private static final double SIN_2 = -RootsOfUnity.minusSin(2, 7);
    private static final double SIN_3 = -RootsOfUnity.minusSin(3, 7);

    Radix7Pass(int length, int groups) {
        super(7, length, groups);
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
            DoubleVector a5r = DoubleVector.fromArray(SPECIES, x, xr + 5 * xleg);
            DoubleVector a5i = DoubleVector.fromArray(SPECIES, x, xi + 5 * xleg);
            DoubleVector a6r = DoubleVector.fromArray(SPECIES, x, xr + 6 * xleg);
            DoubleVector a6i = DoubleVector.fromArray(SPECIES, x, xi + 6 * xleg);
            DoubleVector s1r = a1r.add(a6r);
            DoubleVector s1i = a1i.add(a6i);
            DoubleVector d1r = a1r.sub(a6r);
            DoubleVector d1i = a1i.sub(a6i);
            DoubleVector s2r = a2r.add(a5r);
            DoubleVector s2i = a2i.add(a5i);
            DoubleVector d2r = a2r.sub(a5r);
            DoubleVector d2i = a2i.sub(a5i);
            DoubleVector s3r = a3r.add(a4r);
            DoubleVector s3i = a3i.add(a4i);
            DoubleVector d3r = a3r.sub(a4r);
            DoubleVector d3i = a3i.sub(a4i);
            DoubleVector m1r = a0r.add(s1r.mul(COS_1)).add(s2r.mul(COS_2)).add(s3r.mul(COS_3));
            DoubleVector m2r = a0r.add(s1r.mul(COS_2)).add(s2r.mul(COS_3)).add(s3r.mul(COS_1));
            DoubleVector m3r = a0r.add(s1r.mul(COS_3)).add(s2r.mul(COS_1)).add(s3r.mul(COS_2));
            DoubleVector n1r = d1r.mul(SIN_1).add(d2r.mul(SIN_2)).add(d3r.mul(SIN_3));
            DoubleVector n2r = d1r.mul(SIN_2).sub(d2r.mul(SIN_3)).sub(d3r.mul(SIN_1));
            DoubleVector n3r = d1r.mul(SIN_3).sub(d2r.mul(SIN_1)).add(d3r.mul(SIN_2));
            DoubleVector m1i = a0i.add(s1i.mul(COS_1)).add(s2i.mul(COS_2)).add(s3i.mul(COS_3));
            DoubleVector m2i = a0i.add(s1i.mul(COS_2)).add(s2i.mul(COS_3)).add(s3i.mul(COS_1));
            DoubleVector m3i = a0i.add(s1i.mul(COS_3)).add(s2i.mul(COS_1)).add(s3i.mul(COS_2));
            DoubleVector n1i = d1i.mul(SIN_1).add(d2i.mul(SIN_2)).add(d3i.mul(SIN_3));
            DoubleVector n2i = d1i.mul(SIN_2).sub(d2i.mul(SIN_3)).sub(d3i.mul(SIN_1));
            DoubleVector n3i = d1i.mul(SIN_3).sub(d2i.mul(SIN_1)).add(d3i.mul(SIN_2));
            a0r.add(s1r.add(s2r).add(s3r)).intoArray(y, yr);
            a0i.add(s1i.add(s2i).add(s3i)).intoArray(y, yi);
            m1r.add(n1i).intoArray(y, yr + yleg);
            m1i.sub(n1r).intoArray(y, yi + yleg);
            m2r.add(n2i).intoArray(y, yr + 2 * yleg);
            m2i.sub(n2r).intoArray(y, yi + 2 * yleg);
            m3r.add(n3i).intoArray(y, yr + 3 * yleg);
            m3i.sub(n3r).intoArray(y, yi + 3 * yleg);
            m3r.sub(n3i).intoArray(y, yr + 4 * yleg);
            m3i.add(n3r).intoArray(y, yi + 4 * yleg);
            m2r.sub(n2i).intoArray(y, yr + 5 * yleg);
            m2i.add(n2r).intoArray(y, yi + 5 * yleg);
            m1r.sub(n1i).intoArray(y, yr + 6 * yleg);
            m1i.add(n1r).intoArray(y, yi + 6 * yleg);
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
            DoubleVector u5r = DoubleVector.fromArray(SPECIES, x, xr + 5 * xleg);
            DoubleVector u5i = DoubleVector.fromArray(SPECIES, x, xi + 5 * xleg);
            DoubleVector a5r = u5r.mul(w[wi + 8]).sub(u5i.mul(w[wi + 9]));
            DoubleVector a5i = u5r.mul(w[wi + 9]).add(u5i.mul(w[wi + 8]));
            DoubleVector u6r = DoubleVector.fromArray(SPECIES, x, xr + 6 * xleg);
            DoubleVector u6i = DoubleVector.fromArray(SPECIES, x, xi + 6 * xleg);
            DoubleVector a6r = u6r.mul(w[wi + 10]).sub(u6i.mul(w[wi + 11]));
            DoubleVector a6i = u6r.mul(w[wi + 11]).add(u6i.mul(w[wi + 10]));
            DoubleVector s1r = a1r.add(a6r);
            DoubleVector s1i = a1i.add(a6i);
            DoubleVector d1r = a1r.sub(a6r);
            DoubleVector d1i = a1i.sub(a6i);
            DoubleVector s2r = a2r.add(a5r);
            DoubleVector s2i = a2i.add(a5i);
            DoubleVector d2r = a2r.sub(a5r);
            DoubleVector d2i = a2i.sub(a5i);
            DoubleVector s3r = a3r.add(a4r);
            DoubleVector s3i = a3i.add(a4i);
            DoubleVector d3r = a3r.sub(a4r);
            DoubleVector d3i = a3i.sub(a4i);
            DoubleVector m1r = a0r.add(s1r.mul(COS_1)).add(s2r.mul(COS_2)).add(s3r.mul(COS_3));
            DoubleVector m2r = a0r.add(s1r.mul(COS_2)).add(s2r.mul(COS_3)).add(s3r.mul(COS_1));
            DoubleVector m3r = a0r.add(s1r.mul(COS_3)).add(s2r.mul(COS_1)).add(s3r.mul(COS_2));
            DoubleVector n1r = d1r.mul(SIN_1).add(d2r.mul(SIN_2)).add(d3r.mul(SIN_3));
            DoubleVector n2r = d1r.mul(SIN_2).sub(d2r.mul(SIN_3)).sub(d3r.mul(SIN_1));
            DoubleVector n3r = d1r.mul(SIN_3).sub(d2r.mul(SIN_1)).add(d3r.mul(SIN_2));
            DoubleVector m1i = a0i.add(s1i.mul(COS_1)).add(s2i.mul(COS_2)).add(s3i.mul(COS_3));
            DoubleVector m2i = a0i.add(s1i.mul(COS_2)).add(s2i.mul(COS_3)).add(s3i.mul(COS_1));
            DoubleVector m3i = a0i.add(s1i.mul(COS_3)).add(s2i.mul(COS_1)).add(s3i.mul(COS_2));
            DoubleVector n1i = d1i.mul(SIN_1).add(d2i.mul(SIN_2)).add(d3i.mul(SIN_3));
            DoubleVector n2i = d1i.mul(SIN_2).sub(d2i.mul(SIN_3)).sub(d3i.mul(SIN_1));
            DoubleVector n3i = d1i.mul(SIN_3).sub(d2i.mul(SIN_1)).add(d3i.mul(SIN_2));
            a0r.add(s1r.add(s2r).add(s3r)).intoArray(y, yr);
            a0i.add(s1i.add(s2i).add(s3i)).intoArray(y, yi);
            m1r.add(n1i).intoArray(y, yr + yleg);
            m1i.sub(n1r).intoArray(y, yi + yleg);
            m2r.add(n2i).intoArray(y, yr + 2 * yleg);
            m2i.sub(n2r).intoArray(y, yi + 2 * yleg);
            m3r.add(n3i).intoArray(y, yr + 3 * yleg);
            m3i.sub(n3r).intoArray(y, yi + 3 * yleg);
            m3r.sub(n3i).intoArray(y, yr + 4 * yleg);
            m3i.add(n3r).intoArray(y, yi + 4 * yleg);
            m2r.sub(n2i).intoArray(y, yr + 5 * yleg);
            m2i.add(n2r).intoArray(y, yi + 5 * yleg);
            m1r.sub(n1i).intoArray(y, yr + 6 * yleg);
            m1i.add(n1r).intoArray(y, yi + 6 * yleg);
        }
    }
}
