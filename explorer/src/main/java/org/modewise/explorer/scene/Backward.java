package org.modewise.explorer.scene;

/**
 * What is left below zero.
 *
 * @param recoverable how many modes are amplified by less than 1/ε, so that double precision still knows them
 * @param modes how many the grid has
 * @param kept how many the regularization keeps
 * @param amplification of the shortest wave, e^{α|κ|²|t|}, as its decimal logarithm
 * @param largest the largest amplification that was let through
 * @param noiseGain by which white noise on the data grows
 * @param clipped how many modes even the raw field lacks, for their amplification leaves the doubles
 */
public record Backward(
        int recoverable, int modes, int kept, double amplification, double largest, double noiseGain, int clipped) {}
