package org.modewise.explorer.scene;

import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.fft.GaussianRandomField;

/** What lies on the canvas before anybody paints. Each shape says the Java expression that makes it, too. */
public sealed interface Shape {
    /**
     * The samples of the shape.
     *
     * @param grid the unit torus
     * @return the field
     */
    Field2D on(Grid2D grid);

    /**
     * The same field as code for JShell.
     *
     * @return lines that declare {@code Field2D u}, where {@code grid} is declared
     */
    String code();

    /**
     * Letters in white on black.
     *
     * @param text one to three characters
     */
    record Letter(String text) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if the text is empty, too long, or not of printable ASCII characters
         */
        public Letter {
            Ranges.within(text.length(), 1, 3, "letter's length");
            if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("letter must be of printable ASCII characters");
            }
        }

        @Override
        public Field2D on(Grid2D grid) {
            return InitialFields.text(grid, text);
        }

        @Override
        public String code() {
            String literal = text.replace("\\", "\\\\").replace("\"", "\\\"");
            return "Field2D u = InitialFields.text(grid, \"" + literal + "\");";
        }
    }

    /**
     * A Gaussian in the middle.
     *
     * @param sigma its width
     */
    record Blob(double sigma) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if the width is out of range
         */
        public Blob {
            Ranges.within(sigma, 0.01, 0.2, "blob's sigma");
        }

        @Override
        public Field2D on(Grid2D grid) {
            return InitialFields.gaussian(grid, sigma);
        }

        @Override
        public String code() {
            return "Field2D u = InitialFields.gaussian(grid, " + sigma + ");";
        }
    }

    /**
     * One wave.
     *
     * @param kx periods along x
     * @param ky periods along y
     */
    record Mode(int kx, int ky) implements Shape {
        @Override
        public Field2D on(Grid2D grid) {
            Ranges.within(kx, -grid.nx() / 2 + 1, grid.nx() / 2 - 1, "mode's kx");
            Ranges.within(ky, -grid.ny() / 2 + 1, grid.ny() / 2 - 1, "mode's ky");
            return InitialFields.mode(grid, kx, ky);
        }

        @Override
        public String code() {
            return "Field2D u = InitialFields.mode(grid, " + kx + ", " + ky + ");";
        }
    }

    /**
     * Black and white squares.
     *
     * @param cells how many along each axis, an even number
     */
    record Checkerboard(int cells) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if the number is odd or out of range
         */
        public Checkerboard {
            Ranges.within(cells, 2, 32, "checkerboard's cells");
            if (cells % 2 != 0) {
                throw new IllegalArgumentException("checkerboard's cells must be even, got " + cells);
            }
        }

        @Override
        public Field2D on(Grid2D grid) {
            return InitialFields.checkerboard(grid, cells);
        }

        @Override
        public String code() {
            return "Field2D u = InitialFields.checkerboard(grid, " + cells + ");";
        }
    }

    /**
     * A ring in the middle.
     *
     * @param radius its radius
     * @param width how broad its rim is
     */
    record Ring(double radius, double width) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if a length is out of range
         */
        public Ring {
            Ranges.within(radius, 0.05, 0.45, "ring's radius");
            Ranges.within(width, 0.01, 0.2, "ring's width");
        }

        @Override
        public Field2D on(Grid2D grid) {
            return InitialFields.ring(grid, radius, width);
        }

        @Override
        public String code() {
            return "Field2D u = InitialFields.ring(grid, " + radius + ", " + width + ");";
        }
    }

    /**
     * A rectangle in the middle.
     *
     * @param width its length along x
     * @param height its length along y
     */
    record Rectangle(double width, double height) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if a length is out of range
         */
        public Rectangle {
            Ranges.within(width, 0.02, 1, "box's width");
            Ranges.within(height, 0.02, 1, "box's height");
        }

        @Override
        public Field2D on(Grid2D grid) {
            return InitialFields.box(grid, width, height);
        }

        @Override
        public String code() {
            return "Field2D u = InitialFields.box(grid, " + width + ", " + height + ");";
        }
    }

    /**
     * A random field whose spectrum falls as a power, of root mean square 1.
     *
     * @param slope the exponent p of |û| ∝ |k|^p
     * @param seed which one
     */
    record Noise(double slope, long seed) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if the slope is out of range
         */
        public Noise {
            Ranges.within(slope, -4, 0, "random field's slope");
        }

        @Override
        public Field2D on(Grid2D grid) {
            return new GaussianRandomField(-2 * slope, seed).sample(grid);
        }

        @Override
        public String code() {
            return "Field2D u = new GaussianRandomField(" + -2 * slope + ", " + seed + "L).sample(grid);";
        }
    }

    /**
     * A picture that somebody has brought.
     *
     * @param n its samples along each axis
     * @param grey n² levels from 0 to 255, from the bottom row up; not copied, nobody may write to them
     */
    record Picture(int n, byte[] grey) implements Shape {
        /**
         * Makes the shape.
         *
         * @throws IllegalArgumentException if there are not n² levels
         */
        public Picture {
            if (grey.length != n * n) {
                throw new IllegalArgumentException(
                        "picture must have " + n * n + " levels on this grid, got " + grey.length);
            }
        }

        @Override
        public Field2D on(Grid2D grid) {
            if (grid.nx() != n) {
                throw new IllegalArgumentException("picture has " + n + "x" + n + " levels, the grid " + grid.nx());
            }
            double[] values = new double[grey.length];
            for (int k = 0; k < grey.length; k++) {
                values[k] = (grey[k] & 0xff) / 255.0;
            }
            return Field2D.of(grid, values);
        }

        @Override
        public String code() {
            return """
                    // the picture itself does not fit here: download NPY at t = 0 before painting, as picture.npy
                    Field2D u = Npy.read(java.nio.file.Path.of("picture.npy"), grid);""";
        }
    }

    /** Nothing. */
    record Empty() implements Shape {
        @Override
        public Field2D on(Grid2D grid) {
            return Field2D.of(grid, (x, y) -> 0);
        }

        @Override
        public String code() {
            return "Field2D u = Field2D.of(grid, (x, y) -> 0);";
        }
    }
}
