module consumer {
    requires org.modewise.pde;
}
