package org.modewise.siren.optimizer;

/** D of the damped equations: the same number for all parameters in their natural units, the largest on JᵀJ's diagonal. */
final class Damping {
    private final double[] inverseSquares;
    private double scale;

    Damping(LeastSquares function) {
        double[] units = new double[function.parameters()];
        function.units(units);
        this.inverseSquares = new double[units.length];
        for (int p = 0; p < units.length; p++) {
            inverseSquares[p] = 1 / (units[p] * units[p]);
        }
    }

    /**
     * Takes one parameter's entry on the diagonal after another, from the first.
     *
     * <p>An entry of one's own for each parameter, Marquardt's choice, fails for networks, and so does one for each layer:
     * what hardly matters now may move so far that it matters a lot.
     */
    void load(int p, double diagonal) {
        scale = Math.max(p == 0 ? 0 : scale, diagonal / inverseSquares[p]);
    }

    /** D of one parameter. */
    double of(int p) {
        return (scale > 0 ? scale : 1) * inverseSquares[p];
    }

    /** δᵀDδ. */
    double norm(double[] delta) {
        double sum = 0;
        for (int p = 0; p < delta.length; p++) {
            sum += of(p) * (delta[p] * delta[p]);
        }
        return sum;
    }
}
