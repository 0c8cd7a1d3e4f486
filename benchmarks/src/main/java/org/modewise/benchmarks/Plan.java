package org.modewise.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What to measure, from the command line.
 *
 * @param jdks the java commands to fork
 * @param rounds how often each figure is measured, in a VM of its own each time
 * @param sizes samples along each axis
 * @param operations methods of {@link TransformBenchmark}, or members and times of {@link FrameBenchmark}
 * @param libraries who transforms, where the library takes the size
 * @param quick whether to measure for a blink only
 */
record Plan(
        List<String> jdks,
        int rounds,
        List<Integer> sizes,
        List<String> operations,
        List<Library> libraries,
        boolean quick) {
    private static final List<Integer> SIZES =
            List.of(64, 128, 256, 512, 1024, 2048, 96, 100, 120, 250, 360, 1000, 127, 509);
    private static final List<String> OPERATIONS = List.of("forward", "inverse", "roundTrip", "frame");
    private static final List<Integer> FRAME_SIZES = List.of(128);
    private static final List<Library> FRAME_LIBRARIES = List.of(Library.SIMD, Library.SCALAR);

    /**
     * Reads the options.
     *
     * @param words the options and their values
     * @param frames whether to measure {@link FrameBenchmark}
     * @return the plan
     * @throws IllegalArgumentException if one is unknown or its value is missing or wrong
     */
    static Plan parse(List<String> words, boolean frames) {
        List<String> jdks = new ArrayList<>();
        int rounds = 3;
        List<Integer> sizes = frames ? FRAME_SIZES : SIZES;
        List<String> known = frames ? FrameTable.operations() : OPERATIONS;
        List<String> operations = known;
        List<Library> libraries = frames ? FRAME_LIBRARIES : List.of(Library.values());
        boolean quick = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--jdk" -> jdks.add(java(value(option, rest)));
                case "--rounds" -> rounds = Integer.parseInt(value(option, rest));
                case "--sizes" -> sizes = list(value(option, rest), Integer::valueOf);
                case "--operations" -> operations = list(value(option, rest), name -> operation(name, known));
                case "--libraries" -> libraries = list(value(option, rest), Library::named);
                case "--quick" -> quick = true;
                default -> throw new IllegalArgumentException("no such option: " + option);
            }
        }
        if (jdks.isEmpty()) {
            jdks.add(java(System.getProperty("java.home")));
        }
        return new Plan(jdks, rounds, sizes, operations, libraries, quick);
    }

    private static String java(String home) {
        return Path.of(home, "bin", "java").toString();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static <T> List<T> list(String values, Function<String, T> parser) {
        return Arrays.stream(values.split(",")).map(parser).toList();
    }

    private static String operation(String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("operation must be one of " + known + ", got " + name);
        }
        return name;
    }
}
