package org.modewise.core;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.Serial;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/** A window that shows one picture, as large as fits, each sample a rectangle of one colour. */
final class FieldWindow {
    private static final int FIRST_SIZE = 640;

    private FieldWindow() {}

    static void open(Field2D field, Colormap colormap) {
        BufferedImage image = Images.render(field, colormap);
        if (GraphicsEnvironment.isHeadless()) {
            throw new UnsupportedOperationException(
                    "there is no screen for a window; save(Path) writes a picture file");
        }
        EventQueue.invokeLater(() -> show(image, field.toString()));
    }

    private static void show(BufferedImage image, String title) {
        JFrame frame = new JFrame(title);
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.add(new Picture(image));
        frame.pack();
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
    }

    private static final class Picture extends JPanel {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient BufferedImage image;

        Picture(BufferedImage image) {
            this.image = image;
            double scale = (double) FIRST_SIZE / Math.max(image.getWidth(), image.getHeight());
            setPreferredSize(new Dimension(
                    Math.max(1, (int) (image.getWidth() * scale)), Math.max(1, (int) (image.getHeight() * scale))));
            setBackground(Color.BLACK);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            double scale = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
            int width = Math.max(1, (int) (image.getWidth() * scale));
            int height = Math.max(1, (int) (image.getHeight() * scale));
            // Without a rendering hint Java 2D scales to the nearest pixel.
            graphics.drawImage(image, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        }
    }
}
