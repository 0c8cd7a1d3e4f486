package org.modewise.explorer.training;

import java.util.List;

/**
 * How far a training is.
 *
 * @param plan what is trained
 * @param status how it stands
 * @param step how many steps are done
 * @param steps how many there will be
 * @param losses of the steps since the last report
 * @param seconds spent so far, waiting not counted
 * @param note a word on the end, or nothing
 */
public record LearnerProgress(
        Plan plan, LearnerStatus status, int step, int steps, List<Double> losses, double seconds, String note) {}
