package org.modewise.siren.engine;

/**
 * w·mean r²: one residual over one set of points. Immutable.
 *
 * @param points the points
 * @param residual what should be zero at each
 * @param weight w, positive
 */
public record Term(PointTiles points, Residual residual, double weight) {
    /** √(w/N): what each residual is multiplied by, so that the term is the sum of its squares. */
    double scale() {
        return Math.sqrt(weight / points.points());
    }
}
