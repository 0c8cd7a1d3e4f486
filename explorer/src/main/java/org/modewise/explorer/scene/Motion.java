package org.modewise.explorer.scene;

/** A solution as the page shows it. A number that an equation does not have is NaN, a text that it does not have null. */
public interface Motion {
    /**
     * The field at a time.
     *
     * @param t the time, at least 0 unless the equation is reversible
     * @param values n² samples, overwritten
     */
    void at(double t, double[] values);

    /**
     * The field below zero, where that takes a regularization.
     *
     * @param t the time, below 0
     * @param amplification what a mode may be amplified by
     * @param regularized n² samples, overwritten
     * @param raw n² samples, overwritten by what comes without the bound; or null, if nobody looks at it
     * @return what it cost; null where the equation has no such thing, and nothing is written
     */
    default Backward backward(double t, double amplification, double[] regularized, double[] raw) {
        return null;
    }

    /**
     * The field as the page shows it: below zero regularised, if that is what it takes.
     *
     * @param moment the time
     * @param values n² samples, overwritten
     */
    default void shown(Moment moment, double[] values) {
        if (moment.t() >= 0 || backward(moment.t(), moment.amplification(), values, null) == null) {
            at(moment.t(), values);
        }
    }

    /**
     * The width of what noise or diffusion has blurred.
     *
     * @param t the time, at least 0
     * @return σ(t)
     */
    default double blur(double t) {
        return Double.NaN;
    }

    /**
     * d ln ‖u‖²/dt, where the spectrum tells it.
     *
     * @param effectiveSquare Σ|κ|²|û|²/Σ|û|², κ angular
     * @return the slope
     */
    default double slope(double effectiveSquare) {
        return Double.NaN;
    }

    /**
     * The equation's own time.
     *
     * @return t_c
     */
    default double critical() {
        return Double.NaN;
    }

    /**
     * What happens at {@link #critical}.
     *
     * @return a few words
     */
    default String criticalMeaning() {
        return null;
    }

    /**
     * How the solution is found.
     *
     * @param t the time
     * @return the method's name
     */
    default String method(double t) {
        return null;
    }

    /**
     * How much mass has left the window.
     *
     * @param t the time, at least 0
     * @return the mass
     */
    default double leaked(double t) {
        return Double.NaN;
    }

    /**
     * What whoever looks should know.
     *
     * @param t the time
     * @return a sentence
     */
    default String note(double t) {
        return null;
    }
}
