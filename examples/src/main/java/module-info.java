/** Programs that show Modewise at work. */
module org.modewise.examples {
    requires org.modewise.pde;
    requires org.modewise.siren;
    requires xchart;
}
