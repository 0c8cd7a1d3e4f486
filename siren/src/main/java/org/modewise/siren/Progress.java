package org.modewise.siren;

import java.time.Duration;

/**
 * How far a training is, as its listener hears after every step.
 *
 * @param step how many steps are done, from 1
 * @param steps how many there will be at most
 * @param loss the loss after this step
 * @param best the smallest loss so far
 * @param elapsed time since this run began
 */
public record Progress(int step, int steps, double loss, double best, Duration elapsed) {}
