package org.modewise.siren.optimizer;

/** A way to make sums of squares small: settings, from which any number of runs start. Immutable. */
public interface Optimizer {
    /**
     * Starts a run, and evaluates the function once.
     *
     * @param function what to minimise
     * @param theta where to start; the run moves it
     * @return the run
     */
    Minimization start(LeastSquares function, double[] theta);

    /**
     * Goes on with a run that was left: all steps have the bits that they would have had.
     *
     * @param function what to minimise
     * @param theta where that run stood; the run moves it
     * @param state what {@link Minimization#state} of that run said then
     * @return the run
     * @throws IllegalArgumentException if no run of these settings on such a function can have said so
     */
    Minimization resume(LeastSquares function, double[] theta, double[] state);

    /**
     * All settings in words, the same in every run of a program: checkpoints of others are told from this one's by them.
     *
     * @return the text of a record, and the class of anything else
     */
    default String settings() {
        return this instanceof Record ? toString() : getClass().getName();
    }
}
