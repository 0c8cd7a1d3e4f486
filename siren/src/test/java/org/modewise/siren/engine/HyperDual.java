package org.modewise.siren.engine;

/**
 * a + bε + cη + dεη with ε² = η² = 0, of complex numbers: nested forward differentiation, and a complex step around it. A
 * network of these numbers is written out below neuron by neuron, so that it has nothing in common with tiles and rows.
 */
record HyperDual(Complex a, Complex b, Complex c, Complex d) {
    static HyperDual constant(Complex value) {
        return new HyperDual(value, Complex.ZERO, Complex.ZERO, Complex.ZERO);
    }

    HyperDual plus(HyperDual o) {
        return new HyperDual(a.plus(o.a), b.plus(o.b), c.plus(o.c), d.plus(o.d));
    }

    HyperDual times(HyperDual o) {
        return new HyperDual(
                a.times(o.a),
                a.times(o.b).plus(b.times(o.a)),
                a.times(o.c).plus(c.times(o.a)),
                a.times(o.d).plus(b.times(o.c)).plus(c.times(o.b)).plus(d.times(o.a)));
    }

    HyperDual sin() {
        Complex s = a.sin();
        Complex cos = a.cos();
        return new HyperDual(s, cos.times(b), cos.times(c), cos.times(d).minus(s.times(b.times(c))));
    }

    HyperDual tanh() {
        Complex a1 = a.tanh();
        Complex slope = Complex.of(1).minus(a1.times(a1));
        Complex second = a1.times(slope).times(-2);
        return new HyperDual(a1, slope.times(b), slope.times(c), slope.times(d).plus(second.times(b.times(c))));
    }

    private HyperDual bent(Nonlinearity nonlinearity) {
        return nonlinearity == Tanh.INSTANCE ? tanh() : sin();
    }

    /** The first output at ξ, with both ε and η along a direction: a is u, b is ∂ᵥu, d is ∂ᵥ²u. */
    static HyperDual network(Layers layers, double[] factors, Complex[] theta, double[] xi, double[] direction) {
        HyperDual[] a = new HyperDual[xi.length];
        for (int i = 0; i < xi.length; i++) {
            Complex v = Complex.of(direction[i]);
            a[i] = new HyperDual(Complex.of(xi[i]), v, v, Complex.ZERO);
        }
        for (int k = 0; k < layers.count(); k++) {
            HyperDual[] next = new HyperDual[layers.outputs(k)];
            for (int j = 0; j < next.length; j++) {
                HyperDual sum = constant(theta[layers.biases(k) + j]);
                for (int i = 0; i < a.length; i++) {
                    sum = sum.plus(constant(theta[layers.weights(k) + j * a.length + i])
                            .times(a[i]));
                }
                next[j] = k == layers.count() - 1
                        ? sum
                        : sum.times(constant(Complex.of(factors[k]))).bent(layers.nonlinearity(k));
            }
            a = next;
        }
        return a[0];
    }

    static Complex[] complex(double[] theta) {
        Complex[] numbers = new Complex[theta.length];
        for (int p = 0; p < theta.length; p++) {
            numbers[p] = Complex.of(theta[p]);
        }
        return numbers;
    }
}
