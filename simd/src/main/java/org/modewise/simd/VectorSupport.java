package org.modewise.simd;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether this VM runs vector code, and runs it as machine code. Loads no class of the Vector API before it knows that
 * there is one, so that every class that asks here first loads on every VM.
 */
public final class VectorSupport {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String REMEDY = "; start java with --add-modules " + MODULE;

    /** The highest tier of HotSpot's compilers, C2: the only one that knows vectors. */
    private static final int C2 = 4;

    private static final Optional<String> MISSING = find();

    private VectorSupport() {}

    /** Why vector code cannot or should not run here, with the remedy; empty if it runs well. Found once. */
    public static Optional<String> missing() {
        return MISSING;
    }

    private static Optional<String> find() {
        Optional<String> missing = missingModule()
                .or(() -> unsuitableVm(System.getProperty("java.vm.name", ""), System.getProperty("java.vm.info", "")))
                .or(() -> unsuitableOptions(VectorSupport::option))
                .or(VectorSupport::unsuitableVectors);
        missing.ifPresent(reason ->
                System.getLogger("org.modewise.simd").log(System.Logger.Level.DEBUG, "no vector code: " + reason));
        return missing;
    }

    private static Optional<String> missingModule() {
        // The unnamed module reads every module; a named one is not resolved without those that it requires.
        return ModuleLayer.boot().findModule(MODULE).isPresent()
                ? Optional.empty()
                : Optional.of("the module " + MODULE + " is not in this VM's module graph" + REMEDY);
    }

    /** The VM by its name and mode. Vector code that is not compiled by C2 is about 100 times slower than scalar code. */
    static Optional<String> unsuitableVm(String name, String info) {
        if (!name.contains("Server VM")) {
            return Optional.of("the VM \"" + name + "\" is not known to compile vector code; use a HotSpot server VM");
        }
        if (info.contains("interpreted mode")) {
            return Optional.of("this VM interprets all code; start java without -Xint");
        }
        if (info.contains("emulated-client")) {
            return Optional.of(
                    "this VM compiles with C1 alone, which knows no vectors; start java without what limits it,"
                            + " such as -XX:TieredStopAtLevel=1 or -XX:CompilationMode=quick-only");
        }
        return Optional.empty();
    }

    /** What java.vm.info does not tell, by HotSpot's options; null stands for one that is not known. */
    static Optional<String> unsuitableOptions(UnaryOperator<String> options) {
        String tier = options.apply("TieredStopAtLevel");
        if (tier != null && Integer.parseInt(tier) < C2) {
            return Optional.of("this VM runs without C2; start java without -XX:TieredStopAtLevel=" + tier);
        }
        if ("false".equals(options.apply("UseCompiler"))) {
            return Optional.of("this VM interprets all code; start java without -XX:-UseCompiler");
        }
        if ("true".equals(options.apply("UseJVMCICompiler"))) {
            return Optional.of(
                    "this VM compiles with a JVMCI compiler in C2's place; start java with -XX:-UseJVMCICompiler");
        }
        return Optional.empty();
    }

    private static String option(String name) {
        try {
            HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options == null ? null : options.getVMOption(name).getValue();
        } catch (IllegalArgumentException e) {
            return null;
        } catch (LinkageError e) {
            // On the class path, nothing brings jdk.management into the module graph.
            return null;
        }
    }

    private static Optional<String> unsuitableVectors() {
        try {
            return Lanes.COUNT > 1
                    ? Optional.empty()
                    : Optional.of(
                            "a vector of this machine holds one double; start java without -XX:MaxVectorSize if the"
                                    + " CPU has more");
        } catch (LinkageError e) {
            return Optional.of(
                    "this VM's module " + MODULE + " is not the one that is needed; use a JDK from 17 to 25: " + e);
        }
    }
}
