package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import org.modewise.fft.internal.RootsOfUnity;

/** A pass of radix-8 butterflies, three levels of radix 2 with one trip through memory: radix 4 on the even and on the odd
 * legs, then the turns by eighths. */
final class Radix8Pass extends Pass {
    private static final double HALF_ROOT = RootsOfUnity.cos(1, 8);

    Radix8Pass(int length, int groups) {
        super(8, length, groups);
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
            DoubleVector a7r = DoubleVector.fromArray(SPECIES, x, xr + 7 * xleg);
            DoubleVector a7i = DoubleVector.fromArray(SPECIES, x, xi + 7 * xleg);
            DoubleVector sr = a0r.add(a4r);
            DoubleVector si = a0i.add(a4i);
            DoubleVector sdr = a0r.sub(a4r);
            DoubleVector sdi = a0i.sub(a4i);
            DoubleVector tr = a2r.add(a6r);
            DoubleVector ti = a2i.add(a6i);
            DoubleVector tdr = a2r.sub(a6r);
            DoubleVector tdi = a2i.sub(a6i);
            DoubleVector pr = a1r.add(a5r);
            DoubleVector pi = a1i.add(a5i);
            DoubleVector pdr = a1r.sub(a5r);
            DoubleVector pdi = a1i.sub(a5i);
            DoubleVector qr = a3r.add(a7r);
            DoubleVector qi = a3i.add(a7i);
            DoubleVector qdr = a3r.sub(a7r);
            DoubleVector qdi = a3i.sub(a7i);
            DoubleVector e0r = sr.add(tr);
            DoubleVector e0i = si.add(ti);
            DoubleVector e2r = sr.sub(tr);
            DoubleVector e2i = si.sub(ti);
            DoubleVector e1r = sdr.add(tdi);
            DoubleVector e1i = sdi.sub(tdr);
            DoubleVector e3r = sdr.sub(tdi);
            DoubleVector e3i = sdi.add(tdr);
            DoubleVector o0r = pr.add(qr);
            DoubleVector o0i = pi.add(qi);
            DoubleVector o2r = pr.sub(qr);
            DoubleVector o2i = pi.sub(qi);
            DoubleVector o1r = pdr.add(qdi);
            DoubleVector o1i = pdi.sub(qdr);
            DoubleVector o3r = pdr.sub(qdi);
            DoubleVector o3i = pdi.add(qdr);
            DoubleVector h1r = o1r.add(o1i).mul(HALF_ROOT);
            DoubleVector h1i = o1i.sub(o1r).mul(HALF_ROOT);
            DoubleVector h3r = o3i.sub(o3r).mul(HALF_ROOT);
            DoubleVector h3i = o3r.add(o3i).mul(HALF_ROOT);
            e0r.add(o0r).intoArray(y, yr);
            e0i.add(o0i).intoArray(y, yi);
            e1r.add(h1r).intoArray(y, yr + yleg);
            e1i.add(h1i).intoArray(y, yi + yleg);
            e2r.add(o2i).intoArray(y, yr + 2 * yleg);
            e2i.sub(o2r).intoArray(y, yi + 2 * yleg);
            e3r.add(h3r).intoArray(y, yr + 3 * yleg);
            e3i.sub(h3i).intoArray(y, yi + 3 * yleg);
            e0r.sub(o0r).intoArray(y, yr + 4 * yleg);
            e0i.sub(o0i).intoArray(y, yi + 4 * yleg);
            e1r.sub(h1r).intoArray(y, yr + 5 * yleg);
            e1i.sub(h1i).intoArray(y, yi + 5 * yleg);
            e2r.sub(o2i).intoArray(y, yr + 6 * yleg);
            e2i.add(o2r).intoArray(y, yi + 6 * yleg);
            e3r.sub(h3r).intoArray(y, yr + 7 * yleg);
            e3i.add(h3i).intoArray(y, yi + 7 * yleg);
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
            DoubleVector u7r = DoubleVector.fromArray(SPECIES, x, xr + 7 * xleg);
            DoubleVector u7i = DoubleVector.fromArray(SPECIES, x, xi + 7 * xleg);
            DoubleVector a7r = u7r.mul(w[wi + 12]).sub(u7i.mul(w[wi + 13]));
            DoubleVector a7i = u7r.mul(w[wi + 13]).add(u7i.mul(w[wi + 12]));
            DoubleVector sr = a0r.add(a4r);
            DoubleVector si = a0i.add(a4i);
            DoubleVector sdr = a0r.sub(a4r);
            DoubleVector sdi = a0i.sub(a4i);
            DoubleVector tr = a2r.add(a6r);
            DoubleVector ti = a2i.add(a6i);
            DoubleVector tdr = a2r.sub(a6r);
            DoubleVector tdi = a2i.sub(a6i);
            DoubleVector pr = a1r.add(a5r);
            DoubleVector pi = a1i.add(a5i);
            DoubleVector pdr = a1r.sub(a5r);
            DoubleVector pdi = a1i.sub(a5i);
            DoubleVector qr = a3r.add(a7r);
            DoubleVector qi = a3i.add(a7i);
            DoubleVector qdr = a3r.sub(a7r);
            DoubleVector qdi = a3i.sub(a7i);
            DoubleVector e0r = sr.add(tr);
            DoubleVector e0i = si.add(ti);
            DoubleVector e2r = sr.sub(tr);
            DoubleVector e2i = si.sub(ti);
            DoubleVector e1r = sdr.add(tdi);
            DoubleVector e1i = sdi.sub(tdr);
            DoubleVector e3r = sdr.sub(tdi);
            DoubleVector e3i = sdi.add(tdr);
            DoubleVector o0r = pr.add(qr);
            DoubleVector o0i = pi.add(qi);
            DoubleVector o2r = pr.sub(qr);
            DoubleVector o2i = pi.sub(qi);
            DoubleVector o1r = pdr.add(qdi);
            DoubleVector o1i = pdi.sub(qdr);
            DoubleVector o3r = pdr.sub(qdi);
            DoubleVector o3i = pdi.add(qdr);
            DoubleVector h1r = o1r.add(o1i).mul(HALF_ROOT);
            DoubleVector h1i = o1i.sub(o1r).mul(HALF_ROOT);
            DoubleVector h3r = o3i.sub(o3r).mul(HALF_ROOT);
            DoubleVector h3i = o3r.add(o3i).mul(HALF_ROOT);
            e0r.add(o0r).intoArray(y, yr);
            e0i.add(o0i).intoArray(y, yi);
            e1r.add(h1r).intoArray(y, yr + yleg);
            e1i.add(h1i).intoArray(y, yi + yleg);
            e2r.add(o2i).intoArray(y, yr + 2 * yleg);
            e2i.sub(o2r).intoArray(y, yi + 2 * yleg);
            e3r.add(h3r).intoArray(y, yr + 3 * yleg);
            e3i.sub(h3i).intoArray(y, yi + 3 * yleg);
            e0r.sub(o0r).intoArray(y, yr + 4 * yleg);
            e0i.sub(o0i).intoArray(y, yi + 4 * yleg);
            e1r.sub(h1r).intoArray(y, yr + 5 * yleg);
            e1i.sub(h1i).intoArray(y, yi + 5 * yleg);
            e2r.sub(o2i).intoArray(y, yr + 6 * yleg);
            e2i.add(o2r).intoArray(y, yi + 6 * yleg);
            e3r.sub(h3r).intoArray(y, yr + 7 * yleg);
            e3i.add(h3i).intoArray(y, yi + 7 * yleg);
        }
    }
}
