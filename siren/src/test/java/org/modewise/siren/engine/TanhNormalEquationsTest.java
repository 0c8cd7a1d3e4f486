package org.modewise.siren.engine;

import java.util.List;

/** The same of a network of tanh. */
class TanhNormalEquationsTest extends NormalEquationsTest {
    @Override
    Layers layers() {
        return new Layers(new int[] {2, 7, 5, 1}, List.of(Tanh.INSTANCE, Tanh.INSTANCE));
    }

    @Override
    double[] factors() {
        return new double[] {1, 1, 1};
    }
}
