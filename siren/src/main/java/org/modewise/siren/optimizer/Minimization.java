package org.modewise.siren.optimizer;

/** One run of an optimiser, step by step. It moves the parameters that it was started with. Not for sharing. */
public interface Minimization {
    /**
     * f at the present parameters, or what the last blocks say about it if the run looks at some at a time.
     *
     * @return the value; not finite if the run has diverged
     */
    double value();

    /**
     * Moves the parameters, once.
     *
     * @return {@link #value()} afterwards
     */
    double step();

    /**
     * Whether further steps change nothing.
     *
     * @return true if the last step could not move
     */
    boolean finished();

    /**
     * How many steps look at every block once: {@link #value} is f itself if it is 1, and what some blocks say otherwise.
     *
     * @return at least 1
     */
    default int stepsPerPass() {
        return 1;
    }

    /**
     * All that the run remembers but for the parameters.
     *
     * @return a new array, for {@link Optimizer#resume}
     */
    double[] state();
}
