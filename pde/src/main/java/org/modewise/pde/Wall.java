package org.modewise.pde;

/** What a wall of a {@link Box} asks of a field. */
public enum Wall {
    /** u = 0: a wall kept at zero, an edge held fast. */
    DIRICHLET,
    /** ∂u/∂n = 0: an insulated wall, a free edge. */
    NEUMANN
}
