package org.modewise.pde;

/** (x, y, t) ↦ a number, such as a component of a velocity that changes in time. */
@FunctionalInterface
public interface SpaceTimeFunction {
    /**
     * The function's value.
     *
     * @param x the place along x
     * @param y the place along y
     * @param t the time
     * @return the value
     */
    double at(double x, double y, double t);
}
