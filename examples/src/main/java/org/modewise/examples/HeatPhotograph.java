package org.modewise.examples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.modewise.core.Colormap;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.Images;
import org.modewise.fft.DominantMode;
import org.modewise.fft.Spectrum2D;
import org.modewise.pde.Heat;
import org.modewise.pde.SpectralSolution;

/** u_t = α Δu from a photograph: the exact solution at several times, as figures and as pictures. */
public final class HeatPhotograph {
    private static final String USAGE = """
            usage: modewise-photograph [--out DIR] [PHOTO.png]

            Solves the heat equation exactly from a photograph, at several times, without time steps.
            Prints a line a step and writes into DIR (default: target/photograph):
              heat-N.png      the field after step N        spectrum-N.png  log|u^|, rings at |m| = 8, 16, 32, 48
              heat.gif        the way from sharp to grey    overview.png    steps 1 to 4 side by side

            In a line: blur, the Gaussian's width in pixels; energy, the integral of u^2; slope, d/dt ln energy;
            Parseval, the relative error of the energy found from the spectrum; mode, the strongest wave and its share
            of the energy. t_c is when the wave of period 1 has fallen to 1/e.

              PHOTO.png   any PNG or JPEG (default: the bundled photograph, 512x512, by Lav Varshney, CC0)
              --out DIR   where to write
              --help      this text
            """;

    private static final double DIFFUSIVITY = 0.015;
    private static final double[] TIMES = {0, 1e-4, 1e-3, 1e-2, 1e-1, 1};
    private static final int GIF_FRAMES = 40;
    private static final int TIMED_FRAMES = 25;

    private HeatPhotograph() {}

    /**
     * Runs the example; see {@code --help}. Exits with 0, or with 2 and one line when it cannot do as told.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Path photo = null;
        Path folder = Path.of("target", "photograph");
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                out.print(USAGE);
                return 0;
            } else if (args[i].equals("--out") && i + 1 == args.length) {
                err.println("modewise-photograph: --out needs a folder");
                return 2;
            } else if (args[i].equals("--out")) {
                folder = Path.of(args[++i]);
            } else if (args[i].startsWith("-") || photo != null) {
                err.println("modewise-photograph: cannot take '" + args[i] + "'; --help lists what it takes");
                return 2;
            } else {
                photo = Path.of(args[i]);
            }
        }
        try {
            if (photo != null && Files.isDirectory(photo)) {
                err.println("modewise-photograph: a folder, not a picture: " + photo);
                return 2;
            }
            Files.createDirectories(folder);
            solve(photo == null ? bundled() : Images.read(photo), folder, out);
            return 0;
        } catch (NoSuchFileException e) {
            err.println("modewise-photograph: no such file: " + e.getFile());
        } catch (FileAlreadyExistsException e) {
            err.println("modewise-photograph: not a folder: " + e.getFile());
        } catch (AccessDeniedException e) {
            err.println("modewise-photograph: no permission: " + e.getFile());
        } catch (IOException | IllegalArgumentException e) {
            err.println("modewise-photograph: " + e.getMessage());
        }
        return 2;
    }

    static Field2D bundled() throws IOException {
        Path copy = Files.createTempFile("modewise", ".png");
        try (InputStream photo = HeatPhotograph.class.getResourceAsStream("camera.png")) {
            Files.write(copy, photo.readAllBytes());
            return Images.read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static void solve(Field2D photograph, Path folder, PrintStream out) throws IOException {
        Grid2D grid = photograph.grid();
        Heat heat = new Heat(DIFFUSIVITY);
        SpectralSolution solution = heat.solve(photograph);
        out.printf(
                Locale.ROOT,
                "u_t = %s Laplacian u from %s, kernel %s, Parseval error %.1e, t_c = %.3g%n",
                DIFFUSIVITY,
                grid,
                solution.kernel(),
                solution.spectrum(0).parsevalError(photograph),
                heat.decayTime());
        for (int step = 0; step < TIMES.length; step++) {
            double t = TIMES[step];
            Field2D field = solution.at(t);
            Spectrum2D spectrum = solution.spectrum(t);
            DominantMode mode = spectrum.dominantMode();
            out.printf(
                    Locale.ROOT,
                    "step %d  t %-6s blur %6.2f px  energy %.6f  slope %9.3g  Parseval %.0e  mode (%d,%d) %2.0f%%"
                            + "  %6.0f us/frame%n",
                    step,
                    t == 0 ? "0" : String.format(Locale.ROOT, "%.0e", t),
                    heat.blurWidth(t) / grid.dx(),
                    spectrum.energy(),
                    solution.logEnergySlope(t),
                    spectrum.parsevalError(field),
                    mode.mx(),
                    mode.my(),
                    100 * mode.share(),
                    microsPerFrame(solution, t));
            Images.write(field, Colormap.GREY, 0, 1, folder.resolve("heat-" + step + ".png"));
            spectrum.save(folder.resolve("spectrum-" + step + ".png"));
        }
        Images.write(overview(solution), folder.resolve("overview.png"));
        // One frame at a time: all of a large photograph's would not fit into memory.
        Iterable<Field2D> frames = () -> IntStream.range(0, GIF_FRAMES)
                .mapToObj(frame -> solution.at(1e-5 * Math.pow(1e5, frame / (GIF_FRAMES - 1.0))))
                .iterator();
        Images.writeGif(frames, Colormap.GREY, 0, 1, 80, folder.resolve("heat.gif"));
        out.printf("wrote %d pictures and heat.gif into %s%n", 2 * TIMES.length + 1, folder);
    }

    /** Fields above, their spectra below, for steps 1 to 4. */
    private static BufferedImage overview(SpectralSolution solution) {
        int width = 240;
        double shape = (double) solution.grid().ny() / solution.grid().nx();
        int height = (int) Math.max(1, Math.min(4 * width, Math.rint(width * shape)));
        BufferedImage overview = new BufferedImage(4 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = overview.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int step = 1; step <= 4; step++) {
            int x = (step - 1) * width;
            double t = TIMES[step];
            graphics.drawImage(Images.render(solution.at(t), Colormap.GREY, 0, 1), x, 0, width, height, null);
            graphics.drawImage(solution.spectrum(t).toImage(), x, height, width, height, null);
        }
        graphics.dispose();
        return overview;
    }

    /** The fastest of some calls, the compiler being busy with the first of them. */
    private static double microsPerFrame(SpectralSolution solution, double t) {
        double[] values = new double[solution.grid().size()];
        long fastest = Long.MAX_VALUE;
        for (int call = 0; call < TIMED_FRAMES; call++) {
            long start = System.nanoTime();
            solution.at(t, values);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest / 1e3;
    }
}
