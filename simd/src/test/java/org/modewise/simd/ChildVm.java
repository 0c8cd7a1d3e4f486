package org.modewise.simd;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modewise.core.Grid2D;
import org.modewise.fft.RealFft2D;
import org.modewise.fft.contract.AllocatedBytes;

/** Another VM of the JDK that runs this test, with options of its own. */
final class ChildVm {
    private ChildVm() {}

    /** Runs a main class of the tests on the class path. */
    static String onTheClassPath(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        String tests = home(ChildVm.class) + File.pathSeparator + home(AllocatedBytes.class);
        command.addAll(List.of("-cp", tests + File.pathSeparator + modulePath(), main.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** The library's modules up to this one. */
    static String modulePath() {
        return Stream.of(Grid2D.class, RealFft2D.class, VectorSupport.class)
                .map(type -> home(type).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder or jar of a class, of tests patched into a module too, which a code source does not tell. */
    static Path home(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + name);
        String text = url.toString();
        String home = text.substring(0, text.length() - name.length());
        if (home.startsWith("jar:")) {
            home = home.substring("jar:".length(), home.length() - "!/".length());
        }
        return Path.of(URI.create(home));
    }

    /** All that a VM prints, once it has ended well. */
    static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(command + " failed: " + output);
        }
        return output;
    }
}
