package org.modewise.pde;

/** The waves of a torus, as a half-spectrum keeps them. Immutable. */
final class TorusNumbering implements WaveNumbering {
    private final KeptModes modes;
    private final int nx;
    private final int ny;

    TorusNumbering(KeptModes modes) {
        this.modes = modes;
        this.nx = modes.layout().nx();
        this.ny = modes.layout().ny();
    }

    @Override
    public int count() {
        return modes.count();
    }

    @Override
    public int alongX(int wave) {
        return modes.x().distance(modes.column(wave));
    }

    @Override
    public int alongY(int wave) {
        return modes.y().distance(modes.row(wave));
    }

    @Override
    public int lastX() {
        return nx / 2;
    }

    @Override
    public int lastY() {
        return ny / 2;
    }

    @Override
    public double foldX() {
        return 0.5 * nx;
    }

    @Override
    public double foldY() {
        return 0.5 * ny;
    }

    @Override
    public double energy(int wave) {
        return modes.layout().multiplicity(modes.column(wave), modes.row(wave));
    }

    @Override
    public double share(int wave) {
        return energy(wave) / (signs(alongX(wave), nx) * signs(alongY(wave), ny));
    }

    private static int signs(int m, int n) {
        return m == 0 || 2L * m == n ? 1 : 2;
    }

    @Override
    public double noise(int wave) {
        return energy(wave) / nx / ny;
    }
}
