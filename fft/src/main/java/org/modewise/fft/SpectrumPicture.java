package org.modewise.fft;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.core.internal.Arguments;

/**
 * Pictures of log|û| with the mean in the middle, my upwards, and rings to read |m| by. A NaN coefficient is magenta, an
 * infinite one as bright as the largest finite one.
 */
public final class SpectrumPicture {
    private static final Color RING = new Color(255, 255, 255, 140);

    private SpectrumPicture() {}

    /**
     * Draws a spectrum, one pixel a mode.
     *
     * @param spectrum the spectrum
     * @param colormap the colours from 16 decades below the largest coefficient up to it; NaN is magenta
     * @param rings the radii |m| = √(mx² + my²) to draw a circle at, in modes, positive; any that the picture cannot
     *     hold is cut at its edge
     * @return a new image of nx×ny pixels
     * @throws IllegalArgumentException if a radius is not positive and finite
     */
    public static BufferedImage render(Spectrum2D spectrum, Colormap colormap, double... rings) {
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(rings, "rings");
        Field2D magnitude = spectrum.logMagnitude();
        Grid2D grid = magnitude.grid();
        BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            double largest = spectrum.logLargest();
            graphics.drawImage(Images.render(magnitude, colormap, largest - Spectrum2D.DECADES, largest), 0, 0, null);
            graphics.setColor(RING);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            // The middles of the pixels of mode 0.
            double x = grid.nx() / 2 + 0.5;
            double y = grid.ny() - grid.ny() / 2 - 0.5;
            for (double radius : rings) {
                Arguments.positive(radius, "ring");
                graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
