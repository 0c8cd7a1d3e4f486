package org.modewise.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The widest vectors of doubles of this machine. Not to be touched before {@link VectorSupport} has said that it may. */
public final class Lanes {
    public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** How many doubles a vector holds: 1, 2, 4 or 8, or more on machines yet to come. */
    public static final int COUNT = SPECIES.length();

    private Lanes() {}
}
