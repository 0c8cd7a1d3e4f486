package org.modewise.siren.engine;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another VM of the JDK that runs this test, with all that this one has on its paths on the class path. */
final class OwnVm {
    private OwnVm() {}

    /** The last line that a main class of the tests prints. */
    static String run(Class<?> main, String argument) throws IOException, InterruptedException {
        String classes = Stream.of(
                        folder(main),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(), "--add-modules", "jdk.incubator.vector", "-cp", classes, main.getName(), argument);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(command + " failed: " + output);
        }
        return output.lines().reduce((first, second) -> second).orElse("");
    }

    /** Where the tests are: patched into a module, they are on neither path. */
    private static String folder(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        String url = type.getResource("/" + name).toString();
        return Path.of(URI.create(url.substring(0, url.length() - name.length())))
                .toString();
    }
}
