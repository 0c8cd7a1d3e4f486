/** Equations as values that know their symbol, and their exact solutions on the torus. */
module org.modewise.pde {
    requires transitive org.modewise.core;
    requires transitive org.modewise.fft;
    requires commons.math3;

    exports org.modewise.pde;
}
