package org.modewise.siren;

/** Why a training ended. */
public enum FitStatus {
    /** All steps are done. */
    COMPLETED,
    /** The loss has come down to the tolerance. */
    REACHED,
    /** The optimiser finds no step that makes the loss smaller: a minimum, to rounding. */
    CONVERGED,
    /** The loss has not come down by a thousandth for as many steps as the patience lasts. */
    STALLED,
    /** The thread was interrupted; the flag is still set. */
    CANCELLED,
    /**
     * The loss is no finite number any more; or it has gone up for good: beyond a million times the first one, or above ten
     * times for a hundred steps without coming down.
     */
    DIVERGED
}
