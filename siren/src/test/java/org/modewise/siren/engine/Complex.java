package org.modewise.siren.engine;

/** a + bi, for derivatives by a complex step: Im f(x + ih)/h has no cancellation, so h can be 1e-100. */
record Complex(double re, double im) {
    static final double STEP = 1e-100;
    static final Complex ZERO = new Complex(0, 0);

    static Complex of(double value) {
        return new Complex(value, 0);
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(factor * re, factor * im);
    }

    Complex sin() {
        return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
    }

    /** (sinh 2x + i·sin 2y)/(cosh 2x + cos 2y). */
    Complex tanh() {
        double below = Math.cosh(2 * re) + Math.cos(2 * im);
        return new Complex(Math.sinh(2 * re) / below, Math.sin(2 * im) / below);
    }

    Complex cos() {
        return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
    }
}
