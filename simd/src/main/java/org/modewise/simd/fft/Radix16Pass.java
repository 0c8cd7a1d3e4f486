package org.modewise.simd.fft;

import jdk.incubator.vector.DoubleVector;
import org.modewise.fft.internal.RootsOfUnity;

/**
 * A first pass of radix-16 butterflies, four levels of radix 2 with one trip through memory: radix 4 on every fourth leg,
 * turns by sixteenths, radix 4 on what came of it. A third of its numbers wait on the stack meanwhile, which costs less
 * than the trips that two passes of radix 4 make more. With factors on the legs it would be a method that HotSpot's first
 * compiler gives up on, and be interpreted for seconds.
 */
final class Radix16Pass extends Pass {
    private static final double COS_1 = RootsOfUnity.cos(1, 16);
    private static final double SIN_1 = RootsOfUnity.cos(3, 16);
    private static final double HALF_ROOT = RootsOfUnity.cos(1, 8);

    Radix16Pass(int groups) {
        super(16, 1, groups);
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
            DoubleVector a8r = DoubleVector.fromArray(SPECIES, x, xr + 8 * xleg);
            DoubleVector a8i = DoubleVector.fromArray(SPECIES, x, xi + 8 * xleg);
            DoubleVector a4r = DoubleVector.fromArray(SPECIES, x, xr + 4 * xleg);
            DoubleVector a4i = DoubleVector.fromArray(SPECIES, x, xi + 4 * xleg);
            DoubleVector a12r = DoubleVector.fromArray(SPECIES, x, xr + 12 * xleg);
            DoubleVector a12i = DoubleVector.fromArray(SPECIES, x, xi + 12 * xleg);
            DoubleVector p0sr = a0r.add(a8r);
            DoubleVector p0si = a0i.add(a8i);
            DoubleVector p0dr = a0r.sub(a8r);
            DoubleVector p0di = a0i.sub(a8i);
            DoubleVector p0tr = a4r.add(a12r);
            DoubleVector p0ti = a4i.add(a12i);
            DoubleVector p0ur = a4r.sub(a12r);
            DoubleVector p0ui = a4i.sub(a12i);
            DoubleVector b00r = p0sr.add(p0tr);
            DoubleVector b00i = p0si.add(p0ti);
            DoubleVector b02r = p0sr.sub(p0tr);
            DoubleVector b02i = p0si.sub(p0ti);
            DoubleVector b01r = p0dr.add(p0ui);
            DoubleVector b01i = p0di.sub(p0ur);
            DoubleVector b03r = p0dr.sub(p0ui);
            DoubleVector b03i = p0di.add(p0ur);
            DoubleVector a1r = DoubleVector.fromArray(SPECIES, x, xr + xleg);
            DoubleVector a1i = DoubleVector.fromArray(SPECIES, x, xi + xleg);
            DoubleVector a9r = DoubleVector.fromArray(SPECIES, x, xr + 9 * xleg);
            DoubleVector a9i = DoubleVector.fromArray(SPECIES, x, xi + 9 * xleg);
            DoubleVector a5r = DoubleVector.fromArray(SPECIES, x, xr + 5 * xleg);
            DoubleVector a5i = DoubleVector.fromArray(SPECIES, x, xi + 5 * xleg);
            DoubleVector a13r = DoubleVector.fromArray(SPECIES, x, xr + 13 * xleg);
            DoubleVector a13i = DoubleVector.fromArray(SPECIES, x, xi + 13 * xleg);
            DoubleVector p1sr = a1r.add(a9r);
            DoubleVector p1si = a1i.add(a9i);
            DoubleVector p1dr = a1r.sub(a9r);
            DoubleVector p1di = a1i.sub(a9i);
            DoubleVector p1tr = a5r.add(a13r);
            DoubleVector p1ti = a5i.add(a13i);
            DoubleVector p1ur = a5r.sub(a13r);
            DoubleVector p1ui = a5i.sub(a13i);
            DoubleVector b10r = p1sr.add(p1tr);
            DoubleVector b10i = p1si.add(p1ti);
            DoubleVector c12r = p1sr.sub(p1tr);
            DoubleVector c12i = p1si.sub(p1ti);
            DoubleVector c11r = p1dr.add(p1ui);
            DoubleVector c11i = p1di.sub(p1ur);
            DoubleVector c13r = p1dr.sub(p1ui);
            DoubleVector c13i = p1di.add(p1ur);
            DoubleVector b11r = c11r.mul(COS_1).add(c11i.mul(SIN_1));
            DoubleVector b11i = c11i.mul(COS_1).sub(c11r.mul(SIN_1));
            DoubleVector b12r = c12r.add(c12i).mul(HALF_ROOT);
            DoubleVector b12i = c12i.sub(c12r).mul(HALF_ROOT);
            DoubleVector b13r = c13r.mul(SIN_1).add(c13i.mul(COS_1));
            DoubleVector b13i = c13i.mul(SIN_1).sub(c13r.mul(COS_1));
            DoubleVector a2r = DoubleVector.fromArray(SPECIES, x, xr + 2 * xleg);
            DoubleVector a2i = DoubleVector.fromArray(SPECIES, x, xi + 2 * xleg);
            DoubleVector a10r = DoubleVector.fromArray(SPECIES, x, xr + 10 * xleg);
            DoubleVector a10i = DoubleVector.fromArray(SPECIES, x, xi + 10 * xleg);
            DoubleVector a6r = DoubleVector.fromArray(SPECIES, x, xr + 6 * xleg);
            DoubleVector a6i = DoubleVector.fromArray(SPECIES, x, xi + 6 * xleg);
            DoubleVector a14r = DoubleVector.fromArray(SPECIES, x, xr + 14 * xleg);
            DoubleVector a14i = DoubleVector.fromArray(SPECIES, x, xi + 14 * xleg);
            DoubleVector p2sr = a2r.add(a10r);
            DoubleVector p2si = a2i.add(a10i);
            DoubleVector p2dr = a2r.sub(a10r);
            DoubleVector p2di = a2i.sub(a10i);
            DoubleVector p2tr = a6r.add(a14r);
            DoubleVector p2ti = a6i.add(a14i);
            DoubleVector p2ur = a6r.sub(a14r);
            DoubleVector p2ui = a6i.sub(a14i);
            DoubleVector b20r = p2sr.add(p2tr);
            DoubleVector b20i = p2si.add(p2ti);
            DoubleVector c22r = p2sr.sub(p2tr);
            DoubleVector c22i = p2si.sub(p2ti);
            DoubleVector c21r = p2dr.add(p2ui);
            DoubleVector c21i = p2di.sub(p2ur);
            DoubleVector c23r = p2dr.sub(p2ui);
            DoubleVector c23i = p2di.add(p2ur);
            DoubleVector b21r = c21r.add(c21i).mul(HALF_ROOT);
            DoubleVector b21i = c21i.sub(c21r).mul(HALF_ROOT);
            DoubleVector b23r = c23i.sub(c23r).mul(HALF_ROOT);
            DoubleVector b23i = c23r.add(c23i).mul(-HALF_ROOT);
            DoubleVector a3r = DoubleVector.fromArray(SPECIES, x, xr + 3 * xleg);
            DoubleVector a3i = DoubleVector.fromArray(SPECIES, x, xi + 3 * xleg);
            DoubleVector a11r = DoubleVector.fromArray(SPECIES, x, xr + 11 * xleg);
            DoubleVector a11i = DoubleVector.fromArray(SPECIES, x, xi + 11 * xleg);
            DoubleVector a7r = DoubleVector.fromArray(SPECIES, x, xr + 7 * xleg);
            DoubleVector a7i = DoubleVector.fromArray(SPECIES, x, xi + 7 * xleg);
            DoubleVector a15r = DoubleVector.fromArray(SPECIES, x, xr + 15 * xleg);
            DoubleVector a15i = DoubleVector.fromArray(SPECIES, x, xi + 15 * xleg);
            DoubleVector p3sr = a3r.add(a11r);
            DoubleVector p3si = a3i.add(a11i);
            DoubleVector p3dr = a3r.sub(a11r);
            DoubleVector p3di = a3i.sub(a11i);
            DoubleVector p3tr = a7r.add(a15r);
            DoubleVector p3ti = a7i.add(a15i);
            DoubleVector p3ur = a7r.sub(a15r);
            DoubleVector p3ui = a7i.sub(a15i);
            DoubleVector b30r = p3sr.add(p3tr);
            DoubleVector b30i = p3si.add(p3ti);
            DoubleVector c32r = p3sr.sub(p3tr);
            DoubleVector c32i = p3si.sub(p3ti);
            DoubleVector c31r = p3dr.add(p3ui);
            DoubleVector c31i = p3di.sub(p3ur);
            DoubleVector c33r = p3dr.sub(p3ui);
            DoubleVector c33i = p3di.add(p3ur);
            DoubleVector b31r = c31r.mul(SIN_1).add(c31i.mul(COS_1));
            DoubleVector b31i = c31i.mul(SIN_1).sub(c31r.mul(COS_1));
            DoubleVector b32r = c32i.sub(c32r).mul(HALF_ROOT);
            DoubleVector b32i = c32r.add(c32i).mul(-HALF_ROOT);
            DoubleVector b33r = c33r.mul(-COS_1).sub(c33i.mul(SIN_1));
            DoubleVector b33i = c33r.mul(SIN_1).sub(c33i.mul(COS_1));
            DoubleVector q0sr = b00r.add(b20r);
            DoubleVector q0si = b00i.add(b20i);
            DoubleVector q0dr = b00r.sub(b20r);
            DoubleVector q0di = b00i.sub(b20i);
            DoubleVector q0tr = b10r.add(b30r);
            DoubleVector q0ti = b10i.add(b30i);
            DoubleVector q0ur = b10r.sub(b30r);
            DoubleVector q0ui = b10i.sub(b30i);
            q0sr.add(q0tr).intoArray(y, yr);
            q0si.add(q0ti).intoArray(y, yi);
            q0dr.add(q0ui).intoArray(y, yr + 4 * yleg);
            q0di.sub(q0ur).intoArray(y, yi + 4 * yleg);
            q0sr.sub(q0tr).intoArray(y, yr + 8 * yleg);
            q0si.sub(q0ti).intoArray(y, yi + 8 * yleg);
            q0dr.sub(q0ui).intoArray(y, yr + 12 * yleg);
            q0di.add(q0ur).intoArray(y, yi + 12 * yleg);
            DoubleVector q1sr = b01r.add(b21r);
            DoubleVector q1si = b01i.add(b21i);
            DoubleVector q1dr = b01r.sub(b21r);
            DoubleVector q1di = b01i.sub(b21i);
            DoubleVector q1tr = b11r.add(b31r);
            DoubleVector q1ti = b11i.add(b31i);
            DoubleVector q1ur = b11r.sub(b31r);
            DoubleVector q1ui = b11i.sub(b31i);
            q1sr.add(q1tr).intoArray(y, yr + yleg);
            q1si.add(q1ti).intoArray(y, yi + yleg);
            q1dr.add(q1ui).intoArray(y, yr + 5 * yleg);
            q1di.sub(q1ur).intoArray(y, yi + 5 * yleg);
            q1sr.sub(q1tr).intoArray(y, yr + 9 * yleg);
            q1si.sub(q1ti).intoArray(y, yi + 9 * yleg);
            q1dr.sub(q1ui).intoArray(y, yr + 13 * yleg);
            q1di.add(q1ur).intoArray(y, yi + 13 * yleg);
            DoubleVector q2sr = b02r.add(c22i);
            DoubleVector q2si = b02i.sub(c22r);
            DoubleVector q2dr = b02r.sub(c22i);
            DoubleVector q2di = b02i.add(c22r);
            DoubleVector q2tr = b12r.add(b32r);
            DoubleVector q2ti = b12i.add(b32i);
            DoubleVector q2ur = b12r.sub(b32r);
            DoubleVector q2ui = b12i.sub(b32i);
            q2sr.add(q2tr).intoArray(y, yr + 2 * yleg);
            q2si.add(q2ti).intoArray(y, yi + 2 * yleg);
            q2dr.add(q2ui).intoArray(y, yr + 6 * yleg);
            q2di.sub(q2ur).intoArray(y, yi + 6 * yleg);
            q2sr.sub(q2tr).intoArray(y, yr + 10 * yleg);
            q2si.sub(q2ti).intoArray(y, yi + 10 * yleg);
            q2dr.sub(q2ui).intoArray(y, yr + 14 * yleg);
            q2di.add(q2ur).intoArray(y, yi + 14 * yleg);
            DoubleVector q3sr = b03r.add(b23r);
            DoubleVector q3si = b03i.add(b23i);
            DoubleVector q3dr = b03r.sub(b23r);
            DoubleVector q3di = b03i.sub(b23i);
            DoubleVector q3tr = b13r.add(b33r);
            DoubleVector q3ti = b13i.add(b33i);
            DoubleVector q3ur = b13r.sub(b33r);
            DoubleVector q3ui = b13i.sub(b33i);
            q3sr.add(q3tr).intoArray(y, yr + 3 * yleg);
            q3si.add(q3ti).intoArray(y, yi + 3 * yleg);
            q3dr.add(q3ui).intoArray(y, yr + 7 * yleg);
            q3di.sub(q3ur).intoArray(y, yi + 7 * yleg);
            q3sr.sub(q3tr).intoArray(y, yr + 11 * yleg);
            q3si.sub(q3ti).intoArray(y, yi + 11 * yleg);
            q3dr.sub(q3ui).intoArray(y, yr + 15 * yleg);
            q3di.add(q3ur).intoArray(y, yi + 15 * yleg);
        }
    }

    /** Never called: in a first pass mode 0 is the only one. */
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
        throw new UnsupportedOperationException("a pass of radix 16 comes first, where nothing turns the legs");
    }
}
