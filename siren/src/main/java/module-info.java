/** Sine networks fitted to fields, with exact derivatives. */
module org.modewise.siren {
    requires transitive org.modewise.core;
    requires ejml.core;
    requires ejml.ddense;

    exports org.modewise.siren;
    exports org.modewise.siren.optimizer;
}
