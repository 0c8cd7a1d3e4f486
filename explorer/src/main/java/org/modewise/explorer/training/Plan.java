package org.modewise.explorer.training;

import java.util.Locale;
import org.modewise.core.Field2D;
import org.modewise.explorer.scene.Ranges;
import org.modewise.siren.Fitting;
import org.modewise.siren.Siren;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;

/**
 * What is to be trained, and how.
 *
 * @param hidden widths of the hidden layers; not copied, nobody may write to them
 * @param omega0 ω₀
 * @param method the optimiser
 * @param steps how many at first
 * @param seed of the network's start
 */
public record Plan(int[] hidden, double omega0, Method method, int steps, long seed) {
    /** The most steps at once. */
    public static final int MOST_STEPS = 20_000;

    /** The most parameters: Levenberg–Marquardt, which solves equations in all at once, takes seconds a step at this many. */
    public static final int MOST_PARAMETERS = 3000;

    /** The optimisers by the names of the protocol. */
    public enum Method {
        /** First order. */
        ADAM,
        /** Quasi-Newton. */
        LBFGS,
        /** Second order, for sums of squares. */
        LM;

        /**
         * The optimiser of a name.
         *
         * @param name in small letters
         * @return the optimiser
         * @throws IllegalArgumentException if there is none
         */
        public static Method of(String name) {
            for (Method method : values()) {
                if (method.protocolName().equals(name)) {
                    return method;
                }
            }
            throw new IllegalArgumentException("optimizer must be adam, lbfgs or lm");
        }

        /**
         * The name in messages.
         *
         * @return in small letters
         */
        public String protocolName() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Optimizer optimizer() {
            return switch (this) {
                case ADAM -> Adam.of(ADAM_RATE);
                case LBFGS -> Lbfgs.standard();
                case LM -> LevenbergMarquardt.standard();
            };
        }
    }

    private static final double ADAM_RATE = 2e-3;

    /**
     * Makes the plan.
     *
     * @throws IllegalArgumentException if the network has too many parameters
     */
    public Plan {
        Ranges.within(parameters(hidden), 1, MOST_PARAMETERS, "the number of parameters");
    }

    private static int parameters(int[] hidden) {
        int parameters = 3 * hidden[0] + hidden[hidden.length - 1] + 1;
        for (int k = 1; k < hidden.length; k++) {
            parameters += (hidden[k - 1] + 1) * hidden[k];
        }
        return parameters;
    }

    /**
     * The size of the network.
     *
     * @return how many numbers it has to learn
     */
    public int parameters() {
        return parameters(hidden);
    }

    /**
     * The training of a field.
     *
     * @param target what is to be learned
     * @return the library's settings
     */
    Fitting fitting(Field2D target) {
        return Siren.fit(target).hidden(hidden).omega0(omega0).seed(seed).optimizer(method.optimizer());
    }
}
