package org.modewise.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Losses by step on a logarithmic axis, as a picture. The colours are those of Okabe and Ito. */
final class LossChart {
    /** Twice the pixels of the layout, for sharp screens. */
    private static final int DPI = 144;

    private static final int[] COLOURS = {0x009E73, 0x0072B2, 0xD55E00, 0xCC79A7};

    private LossChart() {}

    static void draw(Map<String, List<Double>> losses, String title, String what, Path png) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(800)
                .height(480)
                .title(title)
                .xAxisTitle("step")
                .yAxisTitle(what)
                .build();
        style(chart.getStyler());
        int next = 0;
        for (Map.Entry<String, List<Double>> entry : losses.entrySet()) {
            List<Double> all = entry.getValue();
            double[] steps = steps(all.size()).asDoubleStream().toArray();
            double[] shown =
                    steps(all.size()).mapToDouble(step -> shown(all.get(step))).toArray();
            XYSeries series = chart.addSeries(entry.getKey(), steps, shown);
            series.setLineColor(new Color(COLOURS[next++ % COLOURS.length]));
            series.setMarker(SeriesMarkers.NONE);
            series.setLineStyle(new BasicStroke(2));
        }
        BitmapEncoder.saveBitmapWithDPI(chart, png.toString(), BitmapEncoder.BitmapFormat.PNG, DPI);
    }

    /** Every other step in the second half: if all lay equally far apart, the chart would put its ticks at steps, 7 by 7. */
    private static IntStream steps(int count) {
        return IntStream.range(0, count).filter(step -> step < count / 2 || (count - 1 - step) % 2 == 0);
    }

    /** What has no logarithm is not drawn. */
    private static double shown(double loss) {
        return loss > 0 && Double.isFinite(loss) ? loss : Double.NaN;
    }

    private static void style(XYStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(new Color(0xEEEEEE));
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setYAxisLogarithmic(true);
        styler.setYAxisDecimalPattern("0E0");
        styler.setXAxisTickMarkSpacingHint(100);
        styler.setLegendPosition(Styler.LegendPosition.InsideNE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    }
}
