package org.modewise.siren.engine;

/** How many bytes a gradient allocates once it is compiled, printed; in a VM that has compiled nothing else before. */
final class EngineAllocation {
    private EngineAllocation() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        TiledLossTest test =
                (TiledLossTest) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        System.out.println(args[0] + ": " + test.allocatedOnceWarm() + " bytes");
    }
}
