package org.modewise.core;

import java.util.List;
import org.modewise.core.StrokeFont.Segment;

/** Draws a text into the middle of a grid, as large as the margins allow, with an edge of one grid cell. */
final class TextPainter {
    /** The part of the box that stays free on each side. */
    private static final double MARGIN = 0.1;

    private final Grid2D grid;
    private final double scale;
    private final double originX;
    private final double originY;
    private final double halfPen;
    private final double edge;

    private TextPainter(Grid2D grid, List<Segment> strokes) {
        this.grid = grid;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = 0;
        double top = StrokeFont.CAPITAL_HEIGHT;
        for (Segment stroke : strokes) {
            left = Math.min(left, Math.min(stroke.x1(), stroke.x2()));
            right = Math.max(right, Math.max(stroke.x1(), stroke.x2()));
            bottom = Math.min(bottom, Math.min(stroke.y1(), stroke.y2()));
            top = Math.max(top, Math.max(stroke.y1(), stroke.y2()));
        }
        double free = 1 - 2 * MARGIN;
        scale = Math.min(
                free * grid.lx() / (right - left + StrokeFont.PEN), free * grid.ly() / (top - bottom + StrokeFont.PEN));
        originX = grid.x0() + grid.lx() / 2 - scale * (left + right) / 2;
        originY = grid.y0() + grid.ly() / 2 - scale * (bottom + top) / 2;
        halfPen = scale * StrokeFont.PEN / 2;
        edge = Math.max(grid.dx(), grid.dy());
    }

    /** How much of each node is covered, from 0 to 1. */
    static double[] coverage(Grid2D grid, String text, double[] values) {
        List<Segment> strokes = StrokeFont.strokes(text);
        TextPainter painter = new TextPainter(grid, strokes);
        for (Segment stroke : strokes) {
            painter.draw(stroke, values);
        }
        return values;
    }

    private void draw(Segment stroke, double[] values) {
        Segment placed = new Segment(
                originX + scale * stroke.x1(),
                originY + scale * stroke.y1(),
                originX + scale * stroke.x2(),
                originY + scale * stroke.y2());
        double reach = halfPen + edge;
        int firstX = index(Math.min(placed.x1(), placed.x2()) - reach - grid.x0(), grid.dx(), grid.nx());
        int lastX = index(Math.max(placed.x1(), placed.x2()) + reach - grid.x0(), grid.dx(), grid.nx());
        int firstY = index(Math.min(placed.y1(), placed.y2()) - reach - grid.y0(), grid.dy(), grid.ny());
        int lastY = index(Math.max(placed.y1(), placed.y2()) + reach - grid.y0(), grid.dy(), grid.ny());
        for (int j = firstY; j <= lastY; j++) {
            for (int i = firstX; i <= lastX; i++) {
                double distance = placed.distance(grid.x(i), grid.y(j));
                double covered = Math.max(0, Math.min(1, 0.5 + (halfPen - distance) / edge));
                values[j * grid.nx() + i] = Math.max(values[j * grid.nx() + i], covered);
            }
        }
    }

    private static int index(double offset, double spacing, int n) {
        return (int) Math.max(0, Math.min(n - 1, Math.floor(offset / spacing)));
    }
}
