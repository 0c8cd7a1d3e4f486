package org.modewise.pde;

import org.modewise.core.internal.CompensatedSum;
import org.modewise.fft.contract.DoubleDouble;

/**
 * The Cole–Hopf integral of u₀ = Σ a·sin(2π(mx/L + p/q)), x from 0, by the trapezoidal rule on many nodes over many images,
 * with exponents in double-double: an oracle that has nothing in common with the engine, neither windows nor
 * interpolation nor cancellation. Points and nodes are rational parts of L, so that sines and distances are exact.
 */
final class ExactColeHopf {
    private static final int IMAGES = 4;
    private static final double NEGLIGIBLE = 80;

    /** a·sin(2π(mx/L + p/q)). */
    record Sine(int m, double a, int p, int q) {}

    private final double length;
    private final int nodes;
    private final DoubleDouble[] potential;
    private final double[] velocity;

    ExactColeHopf(double length, int nodes, Sine... sines) {
        this.length = length;
        this.nodes = nodes;
        this.potential = new DoubleDouble[nodes];
        this.velocity = new double[nodes];
        // 1/2π to twice the digits.
        DoubleDouble unit =
                new DoubleDouble(0x1.45f306dc9c883p-3, -0x1.6b01ec5417056p-57).times(DoubleDouble.of(length));
        for (int k = 0; k < nodes; k++) {
            DoubleDouble sum = DoubleDouble.of(0);
            for (Sine sine : sines) {
                long n = (long) nodes * sine.q;
                long turn = Math.floorMod((long) sine.m * k * sine.q + (long) sine.p * nodes, n);
                DoubleDouble cos = DoubleDouble.cosTurn(turn, n).times(DoubleDouble.of(-sine.a));
                sum = sum.plus(cos.times(unit).dividedBy(sine.m));
                velocity[k] += sine.a * DoubleDouble.sinTurn(turn, n).hi();
            }
            potential[k] = sum;
        }
    }

    int nodes() {
        return nodes;
    }

    double[] velocity(int n) {
        double[] samples = new double[n];
        for (int i = 0; i < n; i++) {
            samples[i] = velocity[i * (nodes / n)];
        }
        return samples;
    }

    double[] potential(int n) {
        double[] samples = new double[n];
        for (int i = 0; i < n; i++) {
            samples[i] = potential[i * (nodes / n)].hi();
        }
        return samples;
    }

    /** u and Φ at x = L·node/nodes. */
    double[] at(int node, double viscosity, double t) {
        int from = node - IMAGES * nodes;
        int count = 2 * IMAGES * nodes;
        double most = Double.NEGATIVE_INFINITY;
        int best = 0;
        double step = length / nodes;
        for (int k = 0; k < count; k++) {
            double rough = rough(node, from + k, viscosity, t);
            if (rough > most) {
                most = rough;
                best = k;
            }
        }
        DoubleDouble reference = action(node, from + best, step, t);
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum mean = new CompensatedSum();
        for (int k = 0; k < count; k++) {
            if (rough(node, from + k, viscosity, t) > most - NEGLIGIBLE) {
                DoubleDouble difference = action(node, from + k, step, t).plus(reference.negated());
                double weight = Math.exp(-difference.dividedBy(2 * viscosity).hi());
                sum.add(weight);
                mean.add(weight * velocity[Math.floorMod(from + k, nodes)]);
            }
        }
        double norm = Math.log(sum.value() * step) - 0.5 * Math.log(4 * Math.PI * viscosity * t);
        return new double[] {mean.value() / sum.value(), reference.hi() - 2 * viscosity * norm};
    }

    /** The exponent of a node in one double, to find those that count. */
    private double rough(int node, int k, double viscosity, double t) {
        double z = (node - k) * (length / nodes);
        return -(potential[Math.floorMod(k, nodes)].hi() + 0.5 * z * z / t) / (2 * viscosity);
    }

    /** Φ₀(y) + (x-y)²/2t. */
    private DoubleDouble action(int node, int k, double step, double t) {
        DoubleDouble z = DoubleDouble.of(node - k).times(DoubleDouble.of(step));
        return potential[Math.floorMod(k, nodes)].plus(z.times(z).dividedBy(2 * t));
    }
}
