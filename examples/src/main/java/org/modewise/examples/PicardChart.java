package org.modewise.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.modewise.pde.PicardPlot;

/** A {@link PicardPlot} as a picture. The colours are those of Okabe and Ito, which the colour-blind tell apart. */
final class PicardChart {
    /** Twice the pixels of the layout, for sharp screens. */
    private static final int DPI = 144;

    /** Decades: of the noise below, and of the amplification above, more of which would press the rest flat. */
    private static final double BELOW_NOISE = 2;

    private static final double HIGHEST = 4;

    private PicardChart() {}

    static void draw(PicardPlot plot, String title, Path png) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(800)
                .height(480)
                .title(title)
                .xAxisTitle("angular wavenumber |\u03BA|")
                .yAxisTitle("log\u2081\u2080 of the root mean square over a shell")
                .build();
        double noise = Math.log10(plot.noise());
        double lowest = noise - BELOW_NOISE;
        style(chart.getStyler(), lowest);
        double[] k = plot.series(PicardPlot.Shell::wavenumber);
        double[] amplification = Arrays.stream(plot.series(PicardPlot.Shell::logAmplification))
                .map(x -> x / Math.log(10))
                .toArray();
        add(
                chart,
                "restored \u03C6e^x |v\u0302|",
                k,
                log10(plot.series(PicardPlot.Shell::restored)),
                lowest,
                0x009E73,
                4);
        add(chart, "data |v\u0302|", k, log10(plot.series(PicardPlot.Shell::data)), lowest, 0x0072B2, 2);
        add(chart, "amplification e^x", k, amplification, lowest, 0xD55E00, 2);
        // Two points: dashes start anew at each.
        double[] ends = {k[0], k[1], k[k.length - 1]};
        String name = "noise " + (float) plot.noise();
        add(chart, name, ends, new double[] {noise, noise, noise}, lowest, 0x000000, 1.5f)
                .setLineStyle(
                        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
        BitmapEncoder.saveBitmapWithDPI(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG, DPI);
    }

    private static double[] log10(double[] values) {
        return Arrays.stream(values).map(Math::log10).toArray();
    }

    /** What leaves the frame is not drawn. The mean, at |κ| = 0, is no decay to look at, and no logarithm has a place for it. */
    private static XYSeries add(
            XYChart chart, String name, double[] k, double[] log10, double lowest, int colour, float width) {
        double[] shown = Arrays.stream(log10)
                .map(y -> y >= lowest && y <= HIGHEST ? y : Double.NaN)
                .toArray();
        XYSeries series =
                chart.addSeries(name, Arrays.copyOfRange(k, 1, k.length), Arrays.copyOfRange(shown, 1, shown.length));
        series.setLineColor(new Color(colour));
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(width));
        return series;
    }

    private static void style(XYStyler styler, double lowest) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setXAxisLogarithmic(true);
        styler.setYAxisMin(Math.floor(lowest));
        styler.setYAxisMax(HIGHEST);
        styler.setYAxisDecimalPattern("0");
        styler.setYAxisTickMarkSpacingHint(40);
        styler.setLegendPosition(Styler.LegendPosition.InsideNW);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    }
}
