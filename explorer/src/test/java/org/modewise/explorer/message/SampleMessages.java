package org.modewise.explorer.message;

import java.util.List;
import java.util.SplittableRandom;

/** Messages as the page says them, and as somebody might who means harm. */
public final class SampleMessages {
    /** One of each kind, as the page says them. */
    public static final List<String> VALID = List.of("""
            {"type":"field","n":64,"initial":{"shape":"letter","text":"A"},"dabs":[[0.5,0.25,0.03,1],[0.1,0.9,0.2,-0.5]]}""", """
            {"type":"field","n":128,"initial":{"shape":"mode","kx":3,"ky":-4},"dabs":[]}""", """
            {"type":"field","n":256,"initial":{"shape":"random","slope":-2.5,"seed":7},"dabs":[]}""", """
            {"type":"dab","dab":[0.999,0,0.004,0.25]}""", """
            {"type":"equation","name":"burgers","parameters":{"kind":"potential","viscosity":0.01}}""", """
            {"type":"frame","sequence":12,"t":-0.05,"amplification":1000}""", """
            {"type":"curve","times":[0,0.1,0.2]}""", """
            {"type":"train","hidden":[24,24],"omega0":30,"optimizer":"lm","steps":300,"seed":1,"run":1,"t":0.05,"amplification":1000}""", """
            {"type":"trainStop"}""", """
            {"type":"trainOn","steps":10}""", """
            {"type":"snippet","t":0.5,"amplification":1000}""", """
            {"type":"export","format":"npy","t":0.5,"amplification":1000}""", """
            {"type":"export","format":"gif","times":[0,0.5],"amplification":1000,"lo":0,"hi":1,"colormap":"viridis"}""");

    private SampleMessages() {}

    /** One to four edits: a character changed, a piece cut out, doubled or swapped for a hostile one. */
    public static String mutated(String valid, SplittableRandom random) {
        String[] hostile = {
            "1e999",
            "-1e999",
            "NaN",
            "null",
            "\"",
            "[[[[[[[[",
            "{}",
            "9223372036854775808",
            "0x10",
            "\\u0000",
            "true",
            "99999999999999999999999999999999999999",
            "\"A\"",
            ",",
            ":",
            "\ud800"
        };
        StringBuilder text = new StringBuilder(valid);
        for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 1; edits--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(from, (char) random.nextInt(32, 300));
                case 1 -> text.delete(from, to);
                case 2 -> text.insert(from, text.substring(from, to));
                default -> text.replace(from, to, hostile[random.nextInt(hostile.length)]);
            }
        }
        return text.toString();
    }
}
