package org.modewise.core;

import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Objects;

/**
 * t ↦ colour, for t from 0 (the lowest value) to 1 (the highest), in 256 steps of equal width. An immutable value, safe
 * to share between threads.
 */
public final class Colormap {
    /** The number of colours of a map. */
    static final int SIZE = 256;

    /** What is drawn for NaN: a magenta that no map comes near. */
    static final int NAN_RGB = 0xFF00FF;

    /**
     * Dark violet over green to yellow, with evenly growing lightness. By Nathaniel Smith and Stéfan van der Walt, 2015,
     * under CC0.
     */
    public static final Colormap VIRIDIS = read("viridis");

    /** Black over purple to pale yellow. By Nathaniel Smith and Stéfan van der Walt, 2015, under CC0. */
    public static final Colormap MAGMA = read("magma");

    /** Black over red to bright yellow. By Nathaniel Smith and Stéfan van der Walt, 2015, under CC0. */
    public static final Colormap INFERNO = read("inferno");

    /**
     * Blue over grey to yellow, nearly the same to eyes with and without red-green deficiency. By Nuñez, Anderton and
     * Renslow, PLoS ONE 13(7): e0199239 (2018), under CC0.
     */
    public static final Colormap CIVIDIS = read("cividis");

    /**
     * Blue over white to red, for values around a middle such as zero. Computed by the formula of Moreland, "Diverging
     * Color Maps for Scientific Visualization", ISVC 2009.
     */
    public static final Colormap COOLWARM = coolwarm();

    /** Black to white: the value is the stored grey. */
    public static final Colormap GREY = grey();

    private static final List<Colormap> ALL = List.of(VIRIDIS, MAGMA, INFERNO, CIVIDIS, COOLWARM, GREY);

    private final String name;
    private final int[] colours;

    private Colormap(String name, int[] colours) {
        this.name = name;
        this.colours = colours;
    }

    private static Colormap read(String name) {
        int[] colours = Resources.lines(name + ".txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .mapToInt(hex -> Integer.parseInt(hex, 16))
                .toArray();
        return new Colormap(name, colours);
    }

    private static Colormap coolwarm() {
        int[] colours = new int[SIZE];
        for (int k = 0; k < SIZE; k++) {
            colours[k] = CoolWarm.rgb(k / (SIZE - 1.0));
        }
        return new Colormap("coolwarm", colours);
    }

    private static Colormap grey() {
        int[] colours = new int[SIZE];
        for (int k = 0; k < SIZE; k++) {
            colours[k] = k * 0x010101;
        }
        return new Colormap("grey", colours);
    }

    /**
     * All maps of this class.
     *
     * @return an unmodifiable list
     */
    public static List<Colormap> all() {
        return ALL;
    }

    /**
     * The map of a name.
     *
     * @param name such as "viridis", in lower case
     * @return the map
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Colormap of(String name) {
        Objects.requireNonNull(name, "name");
        return ALL.stream()
                .filter(map -> map.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("colormap must be one of " + ALL + ", got " + name));
    }

    /** The step that t falls into, 0 ≤ step &lt; 256; t must not be NaN. */
    static int step(double t) {
        return (int) Math.max(0, Math.min(SIZE - 1, t * SIZE));
    }

    /**
     * The colour at t: entry ⌊256 t⌋ of the palette.
     *
     * @param t from 0 to 1; what lies outside takes the colour of the nearer end, NaN is magenta, 0xff00ff
     * @return the colour as 0xrrggbb
     */
    public int rgb(double t) {
        return Double.isNaN(t) ? NAN_RGB : colours[step(t)];
    }

    /**
     * The colours as a palette for indexed pictures.
     *
     * @return 256 opaque entries, exactly the colours of {@link #rgb}
     */
    public IndexColorModel palette() {
        return palette(colours);
    }

    /** The palette with the NaN colour in place of the highest entry. */
    IndexColorModel paletteWithNan() {
        int[] changed = colours.clone();
        changed[SIZE - 1] = NAN_RGB;
        return palette(changed);
    }

    private static IndexColorModel palette(int[] colours) {
        byte[] red = new byte[SIZE];
        byte[] green = new byte[SIZE];
        byte[] blue = new byte[SIZE];
        for (int k = 0; k < SIZE; k++) {
            red[k] = (byte) (colours[k] >> 16);
            green[k] = (byte) (colours[k] >> 8);
            blue[k] = (byte) colours[k];
        }
        return new IndexColorModel(8, SIZE, red, green, blue);
    }

    /**
     * The name.
     *
     * @return such as "viridis"
     */
    @Override
    public String toString() {
        return name;
    }
}
