package org.modewise.simd;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widest vectors of this machine, up to 8 doubles. Not to be touched before {@link VectorSupport} has said that it
 * may.
 */
public final class Lanes {
    public static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() <= 8 ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;

    /** How many doubles a vector holds: 1, 2, 4 or 8. */
    public static final int COUNT = SPECIES.length();

    /** On x86, C2 compiles neither masks of two lanes nor, before AVX, the maximum of two vectors. */
    private static final boolean MASKS =
            COUNT >= 4 || !List.of("amd64", "x86_64", "x86", "i386").contains(System.getProperty("os.arch"));

    private Lanes() {}

    /** How many of so many numbers go through vectors, in code that needs masks or maxima: whole vectors of them, or none. */
    static int bound(int length) {
        return MASKS ? SPECIES.loopBound(length) : 0;
    }
}
