package org.modewise.pde;

/** What a shell echoes of a value: one line of at most 80 characters. */
final class OneLine {
    private static final int WIDTH = 80;

    private OneLine() {}

    static String of(String full, String brief) {
        return full.length() <= WIDTH ? full : brief;
    }
}
