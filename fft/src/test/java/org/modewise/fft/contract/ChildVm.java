package org.modewise.fft.contract;

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

/** Another VM of the JDK that runs this test, with options of its own. */
public final class ChildVm {
    private ChildVm() {}

    /** What a main class of the tests prints, with all that this VM has on its paths on the class path. */
    public static String onTheClassPath(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String paths = Stream.of(
                        home(main).toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-cp", paths, main.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** The folder or jar of a class, of tests patched into a module too, which a code source does not tell. */
    public static Path home(Class<?> type) {
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
    public static String run(List<String> arguments) throws IOException, InterruptedException {
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
