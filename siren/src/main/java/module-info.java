/** Networks with exact derivatives, of sines above all, fitted to fields and to equations. */
module org.modewise.siren {
    requires transitive org.modewise.core;
    requires commons.math3;
    requires ejml.core;
    requires ejml.ddense;

    exports org.modewise.siren;
    exports org.modewise.siren.optimizer;
}
