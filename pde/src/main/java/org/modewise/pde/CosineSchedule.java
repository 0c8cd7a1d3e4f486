package org.modewise.pde;

import java.io.Serializable;

/**
 * e^{-B(t)} = cos²a(t)/cos²a(0), a = ½π(t + s)/(1 + s), so β = π/(1 + s)·tan a.
 *
 * @param offset s of ᾱ(t) = cos²(½π(t + s)/(1 + s))/cos²(½πs/(1 + s))
 * @serial exclude
 */
record CosineSchedule(double offset) implements NoiseSchedule, Serializable {
    private double angle(double t) {
        if (!(t >= 0 && t < 1)) {
            throw new IllegalArgumentException("t must be >= 0 and < 1, got " + t);
        }
        return 0.5 * Math.PI * (t + offset) / (1 + offset);
    }

    @Override
    public double rate(double t) {
        return Math.PI / (1 + offset) * Math.tan(angle(t));
    }

    @Override
    public double integral(double t) {
        // cos(a + d)/cos a = 1 - (2 sin²(d/2) + tan a·sin d), which does not cancel for small t.
        double start = angle(0);
        double turn = angle(t) - start;
        double half = Math.sin(0.5 * 0.5 * Math.PI * t / (1 + offset));
        double lost = 2 * half * half + Math.tan(start) * Math.sin(0.5 * Math.PI * t / (1 + offset));
        return lost < 0.5 ? -2 * Math.log1p(-lost) : 2 * Math.log(Math.cos(start) / Math.cos(start + turn));
    }

    @Override
    public String toString() {
        return "cosine";
    }
}
