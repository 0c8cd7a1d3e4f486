package org.modewise.explorer.scene;

/**
 * A time to look at.
 *
 * @param t the time
 * @param amplification what a mode may be amplified by below zero, where that takes a regularization
 */
public record Moment(double t, double amplification) {}
