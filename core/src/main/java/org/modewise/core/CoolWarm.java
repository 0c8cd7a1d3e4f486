package org.modewise.core;

/**
 * The diverging colours of Kenneth Moreland, "Diverging Color Maps for Scientific Visualization", ISVC 2009: a straight
 * line in Msh space (polar CIELAB) from blue to white and another from white to red. Strict arithmetic, so the colours
 * are the same on every machine.
 */
final class CoolWarm {
    /** The D65 white point. */
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private static final double[] COOL = msh(59, 76, 192);
    private static final double[] WARM = msh(180, 4, 38);
    private static final double WHITE_MAGNITUDE = 88;

    private CoolWarm() {}

    /** The colour 0xrrggbb at s in [0,1], white at ½. */
    static int rgb(double s) {
        double[] end = s < 0.5 ? COOL : WARM;
        double white = s < 0.5 ? 2 * s : 2 - 2 * s;
        double magnitude = end[0] + white * (WHITE_MAGNITUDE - end[0]);
        double saturation = end[1] * (1 - white);
        double hue = end[2] + white * hueSpin(end);
        double radius = magnitude * StrictMath.sin(saturation);
        return fromLab(
                magnitude * StrictMath.cos(saturation), radius * StrictMath.cos(hue), radius * StrictMath.sin(hue));
    }

    /** How far the hue turns on the way to white, so that steps look equal: Moreland's AdjustHue, away from purple. */
    private static double hueSpin(double[] end) {
        double spin = end[1]
                * StrictMath.sqrt(WHITE_MAGNITUDE * WHITE_MAGNITUDE - end[0] * end[0])
                / (end[0] * StrictMath.sin(end[1]));
        return end[2] > -Math.PI / 3 ? spin : -spin;
    }

    private static double[] msh(int red, int green, int blue) {
        double r = linear(red / 255.0);
        double g = linear(green / 255.0);
        double b = linear(blue / 255.0);
        double x = labCurve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
        double y = labCurve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = labCurve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE[2]);
        double lightness = 116 * y - 16;
        double a = 500 * (x - y);
        double bb = 200 * (y - z);
        double magnitude = StrictMath.sqrt(lightness * lightness + a * a + bb * bb);
        return new double[] {magnitude, StrictMath.acos(lightness / magnitude), StrictMath.atan2(bb, a)};
    }

    private static int fromLab(double lightness, double a, double b) {
        double fy = (lightness + 16) / 116;
        double x = WHITE[0] * inverseLabCurve(fy + a / 500);
        double y = WHITE[1] * inverseLabCurve(fy);
        double z = WHITE[2] * inverseLabCurve(fy - b / 200);
        int red = stored(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        int green = stored(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        int blue = stored(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
        return red << 16 | green << 8 | blue;
    }

    private static double labCurve(double t) {
        return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double inverseLabCurve(double f) {
        return f > 6.0 / 29 ? f * f * f : (116 * f - 16) * 27 / 24389;
    }

    private static double linear(double stored) {
        return stored > 0.04045 ? StrictMath.pow((stored + 0.055) / 1.055, 2.4) : stored / 12.92;
    }

    private static int stored(double linear) {
        double s = linear > 0.0031308 ? 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear;
        return (int) StrictMath.rint(255 * Math.min(1, Math.max(0, s)));
    }
}
