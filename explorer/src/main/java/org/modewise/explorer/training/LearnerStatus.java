package org.modewise.explorer.training;

/** How a training stands. */
public enum LearnerStatus {
    /** It goes on. */
    RUNNING,
    /** It has been stopped, and can go on. */
    STOPPED,
    /** All steps are done; it can go on. */
    FINISHED,
    /** No step makes the loss smaller. */
    CONVERGED,
    /** The loss has left the numbers, or goes up for good. */
    DIVERGED,
    /** Something else is wrong; the note says what. */
    FAILED
}
