package org.modewise.explorer.scene;

/** What becomes of an equation below time zero. */
public enum Reversibility {
    /** It runs backward as well as forward. */
    YES,
    /** It is ill-posed, and the page shows it raw and regularised. */
    REGULARIZED,
    /** There is no going back: the page stays at zero. */
    NO,
    /** There is no time. */
    STATIC
}
