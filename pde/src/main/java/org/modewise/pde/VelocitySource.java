package org.modewise.pde;

import org.modewise.core.Grid2D;

/** Where a velocity comes from. Immutable. */
interface VelocitySource {
    /** A new sampler, for paths from the nodes of a grid. */
    VelocitySampler sampler(Grid2D grid);

    /** Whether it does not change in time. */
    boolean isSteady();
}
