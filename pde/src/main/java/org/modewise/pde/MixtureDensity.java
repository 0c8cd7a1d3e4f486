package org.modewise.pde;

import java.util.Objects;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;
import org.modewise.core.internal.Arguments;
import org.modewise.core.internal.ScratchPool;

/** p(·,t) of an initial density that is a {@link GaussianMixture}: one at all times, evaluated at the nodes alone. */
final class MixtureDensity extends LinearDensity {
    private final GaussianMixture initial;
    private final ScratchPool<MixtureSampler> samplers;

    MixtureDensity(LinearDiffusion process, GaussianMixture initial, Grid2D grid) {
        super(process, grid);
        this.initial = Objects.requireNonNull(initial, "initial");
        this.samplers = new ScratchPool<>(() -> new MixtureSampler(initial.size(), grid));
    }

    private GaussianMixture mixture(double t) {
        return initial.after(transition(t));
    }

    @Override
    public Field2D at(double t) {
        return mixture(t).density(grid());
    }

    @Override
    public void at(double t, double[] values) {
        Arguments.length(values, grid().size(), "values");
        MixtureSampler sampler = samplers.take();
        try {
            sampler.set(initial, transition(t)).density(values);
        } finally {
            samplers.give(sampler);
        }
    }

    @Override
    public Field2D logAt(double t) {
        return mixture(t).logDensity(grid());
    }

    @Override
    public VectorField2D scoreAt(double t) {
        return mixture(t).score(grid());
    }

    @Override
    Moments initialMoments() {
        return initial.moments().on(grid());
    }

    @Override
    public double leakedMass(double t) {
        return NormalTails.outside(mixture(t), grid());
    }

    /**
     * One line of at most 80 ASCII characters.
     *
     * @return the sizes of the grid and of the mixture
     */
    @Override
    public String toString() {
        return "DensitySolution[" + grid().nx() + "x" + grid().ny() + ", mixture of " + initial.size() + "]";
    }
}
