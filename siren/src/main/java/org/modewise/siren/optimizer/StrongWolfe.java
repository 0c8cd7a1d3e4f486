package org.modewise.siren.optimizer;

/**
 * φ(α) = f(θ + αd): a step length at which f has fallen enough, φ(α) ≤ φ(0) + c₁αφ'(0), and so has its slope, |φ'(α)| ≤
 * c₂|φ'(0)|. Source: Nocedal and Wright, Numerical Optimization (2006), algorithms 3.5 and 3.6, with cubic interpolation.
 */
final class StrongWolfe {
    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final int MOST_EVALUATIONS = 40;

    private final LeastSquares function;
    private final double[] moved;
    private final double[] movedGradient;

    private double[] theta;
    private double[] direction;
    private double startValue;
    private double startSlope;
    private double value;
    private double slope;
    private int evaluations;
    private boolean succeeded;

    StrongWolfe(LeastSquares function) {
        this.function = function;
        this.moved = new double[function.parameters()];
        this.movedGradient = new double[function.parameters()];
    }

    /** The point that was found. */
    double[] theta() {
        return moved;
    }

    /** ∇f there. */
    double[] gradient() {
        return movedGradient;
    }

    /** f there. */
    double value() {
        return value;
    }

    /** Whether f has fallen. */
    boolean succeeded() {
        return succeeded;
    }

    /** Searches from θ along a direction, trying one length first. */
    boolean run(double[] from, double fromValue, double[] gradient, double[] along, double first) {
        theta = from;
        direction = along;
        startValue = fromValue;
        startSlope = Vectors.dot(gradient, along);
        evaluations = 0;
        succeeded = startSlope < 0 && bracket(first);
        return succeeded;
    }

    private void evaluate(double alpha) {
        evaluations++;
        Vectors.combine(theta, alpha, direction, moved);
        value = function.gradient(moved, movedGradient);
        slope = Vectors.dot(movedGradient, direction);
    }

    private boolean falls(double alpha) {
        return value <= startValue + C1 * alpha * startSlope;
    }

    /** Goes on until a good length lies behind. */
    private boolean bracket(double first) {
        double before = 0;
        double beforeValue = startValue;
        double beforeSlope = startSlope;
        double alpha = first;
        while (evaluations < MOST_EVALUATIONS) {
            evaluate(alpha);
            if (!falls(alpha) || (evaluations > 1 && !(value < beforeValue))) {
                return zoom(before, beforeValue, beforeSlope, alpha, value, slope);
            }
            if (Math.abs(slope) <= -C2 * startSlope) {
                return true;
            }
            if (slope >= 0) {
                return zoom(alpha, value, slope, before, beforeValue, beforeSlope);
            }
            before = alpha;
            beforeValue = value;
            beforeSlope = slope;
            alpha *= 4;
        }
        return value < startValue;
    }

    /** Shrinks an interval that holds a good length; its low end is the better one. */
    private boolean zoom(
            double low, double lowValue, double lowSlope, double high, double highValue, double highSlope) {
        while (evaluations < MOST_EVALUATIONS && Math.abs(high - low) > 1e-14 * Math.max(low, high)) {
            double alpha = interpolate(low, lowValue, lowSlope, high, highValue, highSlope);
            evaluate(alpha);
            if (!falls(alpha) || !(value < lowValue)) {
                high = alpha;
                highValue = value;
                highSlope = slope;
            } else {
                if (Math.abs(slope) <= -C2 * startSlope) {
                    return true;
                }
                if (slope * (high - low) >= 0) {
                    high = low;
                    highValue = lowValue;
                    highSlope = lowSlope;
                }
                low = alpha;
                lowValue = value;
                lowSlope = slope;
            }
        }
        if (low > 0) {
            evaluate(low);
        }
        return low > 0 && value < startValue;
    }

    /** The minimum of the cubic through both ends, kept away from them; halfway where there is none. */
    private static double interpolate(double a, double fa, double da, double b, double fb, double db) {
        double d1 = da + db - 3 * (fa - fb) / (a - b);
        double d2 = Math.copySign(Math.sqrt(d1 * d1 - da * db), b - a);
        double alpha = b - (b - a) * (db + d2 - d1) / (db - da + 2 * d2);
        double near = a + 0.1 * (b - a);
        double far = b - 0.1 * (b - a);
        if (!(alpha >= Math.min(near, far) && alpha <= Math.max(near, far))) {
            return a + 0.5 * (b - a);
        }
        return alpha;
    }
}
