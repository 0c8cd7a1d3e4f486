package org.modewise.siren.optimizer;

/** What can be wrong with the state of a run that is to be resumed. */
final class States {
    private States() {}

    static void expectLength(double[] state, int length) {
        if (state.length != length) {
            throw new IllegalArgumentException("state.length must be " + length + ", got " + state.length);
        }
    }

    /** Refuses numbers that no run can go on from. */
    static void expectFinite(double[] state) {
        for (int k = 0; k < state.length; k++) {
            if (!Double.isFinite(state[k])) {
                throw new IllegalArgumentException("state[" + k + "] must be finite, got " + state[k]);
            }
        }
    }

    /** A number that counts something. */
    static int count(double value) {
        if (!(value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
            throw new IllegalArgumentException("state must start with a count, got " + value);
        }
        return (int) value;
    }
}
