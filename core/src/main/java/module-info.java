import org.modewise.core.internal.elementary.ElementaryKernel;

/** Periodic grids, immutable sampled fields, pictures of them, and NumPy files. Depends on the JDK alone. */
@SuppressWarnings("module") // the friends below are compiled after this module
module org.modewise.core {
    requires transitive java.desktop;
    requires jdk.management;

    exports org.modewise.core;
    exports org.modewise.core.internal to
            org.modewise.fft,
            org.modewise.fft.jtransforms,
            org.modewise.pde,
            org.modewise.siren,
            org.modewise.simd,
            org.modewise.explorer;
    exports org.modewise.core.internal.elementary to
            org.modewise.pde,
            org.modewise.siren,
            org.modewise.simd;

    uses ElementaryKernel;
}
