package org.modewise.pde;

/** The waves between walls, as a {@link BoxTransform} keeps them. Immutable. */
final class BoxNumbering implements WaveNumbering {
    private final BoxTransform transform;
    private final int nx;
    private final int ny;

    BoxNumbering(BoxTransform transform) {
        this.transform = transform;
        this.nx = transform.grid().nx();
        this.ny = transform.grid().ny();
    }

    @Override
    public int count() {
        return transform.count();
    }

    @Override
    public int alongX(int wave) {
        return transform.x().number(transform.slotX(wave));
    }

    @Override
    public int alongY(int wave) {
        return transform.y().number(transform.slotY(wave));
    }

    @Override
    public int lastX() {
        return transform.x().last();
    }

    @Override
    public int lastY() {
        return transform.y().last();
    }

    @Override
    public double foldX() {
        return transform.x().fold();
    }

    @Override
    public double foldY() {
        return transform.y().fold();
    }

    @Override
    public double energy(int wave) {
        return transform.x().energy(transform.slotX(wave)) * transform.y().energy(transform.slotY(wave));
    }

    private boolean isEmpty(int wave) {
        return transform.x().isEmpty(transform.slotX(wave)) || transform.y().isEmpty(transform.slotY(wave));
    }

    @Override
    public double share(int wave) {
        return isEmpty(wave) ? 0 : 1;
    }

    @Override
    public double noise(int wave) {
        return share(wave) / nx / ny;
    }
}
