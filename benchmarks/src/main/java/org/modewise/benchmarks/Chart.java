package org.modewise.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Forward transforms of powers of two, speed over size, a line for each library, on the first JDK of the results. */
final class Chart {
    /** Twice the pixels of the layout, for sharp screens. */
    private static final int DPI = 144;

    /** How a library looks. The colours are those of Okabe and Ito, which the colour-blind tell apart. */
    private record Look(String name, int colour, Marker marker) {}

    private static final Map<Library, Look> LOOKS = Map.of(
            Library.SIMD, new Look("Modewise, simd", 0xD55E00, SeriesMarkers.CIRCLE),
            Library.SCALAR, new Look("Modewise, scalar", 0xE69F00, SeriesMarkers.DIAMOND),
            Library.JTRANSFORMS, new Look("Modewise on JTransforms", 0xCC79A7, SeriesMarkers.PLUS),
            Library.FFTW, new Look("FFTW", 0x0072B2, SeriesMarkers.SQUARE),
            Library.FFTW_COPIED, new Look("FFTW, heap arrays copied", 0x56B4E9, SeriesMarkers.SQUARE),
            Library.JTRANSFORMS_2D, new Look("JTransforms", 0x009E73, SeriesMarkers.TRIANGLE_UP),
            Library.COMMONS_MATH, new Look("Commons Math", 0x000000, SeriesMarkers.TRIANGLE_DOWN));

    private Chart() {}

    static void draw(Results results, Path png) throws IOException {
        String jdk = results.jdks().get(0);
        CategoryChart chart = new CategoryChartBuilder()
                .width(800)
                .height(450)
                .title("Real 2-D transform on one thread, JDK " + jdk)
                .xAxisTitle("samples")
                .yAxisTitle("GFlop/s (more is better)")
                .build();
        style(chart.getStyler());
        List<Integer> sizes = results.sizes().stream()
                .filter(n -> Integer.bitCount(n) == 1)
                .sorted()
                .toList();
        List<String> labels = sizes.stream().map(n -> n + "\u00B2").toList();
        for (Library library : results.libraries()) {
            List<Double> speeds = sizes.stream()
                    .map(n -> speed(n, results.min(new Results.Cell(jdk, "forward", n, library))))
                    .toList();
            Look look = LOOKS.get(library);
            CategorySeries series = chart.addSeries(look.name, labels, speeds);
            series.setLineColor(new Color(look.colour));
            series.setMarkerColor(new Color(look.colour));
            series.setMarker(look.marker);
            series.setLineStyle(new BasicStroke(2.5f));
        }
        BitmapEncoder.saveBitmapWithDPI(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG, DPI);
    }

    /** 2.5·N·log₂N operations, as is customary for real transforms of N samples, whatever the algorithm does; or NaN. */
    private static double speed(int n, OptionalDouble micros) {
        double samples = (double) n * n;
        double operations = 2.5 * samples * Math.log(samples) / Math.log(2);
        return operations / (1000 * micros.orElse(Double.NaN));
    }

    private static void style(CategoryStyler styler) {
        styler.setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setYAxisMin(0.0);
        styler.setYAxisTickMarkSpacingHint(60);
        styler.setOverlapped(true);
        styler.setMarkerSize(9);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    }
}
