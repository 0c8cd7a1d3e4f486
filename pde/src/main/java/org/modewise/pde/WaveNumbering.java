package org.modewise.pde;

/**
 * The waves of a grid by number along each axis, |m| on a torus and half waves between walls, and what each counts in a
 * sum over all. Immutable, safe to share between threads.
 */
interface WaveNumbering {
    /** How many coefficients are kept. */
    int count();

    /** The number of a wave along x, from 0 to {@link #lastX()}. */
    int alongX(int wave);

    /** The number of a wave along y, from 0 to {@link #lastY()}. */
    int alongY(int wave);

    int lastX();

    int lastY();

    /** Where numbers fold: samples cannot tell m from 2·fold - m along x. */
    double foldX();

    /** Where numbers fold along y. */
    double foldY();

    /** What |û|² of a wave counts in the energy of the field; in a unit of its own. */
    double energy(int wave);

    /** The part of a wave in all those of the same numbers, which add up to 1. */
    double share(int wave);

    /** The part of a wave in white noise, which add up to 1. */
    double noise(int wave);
}
