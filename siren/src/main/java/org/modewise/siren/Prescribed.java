package org.modewise.siren;

/**
 * u = g, or the same of a slope of u, at one end of an axis or at both.
 *
 * @param condition what gives it, in a caller's words
 * @param axis the axis
 * @param bothEnds whether g is given at both of its ends
 */
record Prescribed(String condition, String axis, boolean bothEnds) {
    /** Whether g itself has to have the period of a network that is periodic along an axis. */
    boolean runsAlong(String periodic) {
        return bothEnds || !axis.equals(periodic);
    }
}
