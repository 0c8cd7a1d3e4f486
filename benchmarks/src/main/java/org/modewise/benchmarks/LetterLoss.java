package org.modewise.benchmarks;

import java.util.List;
import java.util.concurrent.Executor;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.pde.Heat;
import org.modewise.siren.Architecture;
import org.modewise.siren.Siren;
import org.modewise.siren.engine.Layers;
import org.modewise.siren.engine.Mismatch;
import org.modewise.siren.engine.PartRunner;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Term;
import org.modewise.siren.engine.TiledLoss;

/**
 * What is trained on: a letter after heat, for a network 2-24-24-1 with ω₀ = 30.
 *
 * @param coordinates two arrays of all nodes, from -1 to 1
 * @param target the field there
 * @param parameters of the network at its start
 */
record LetterLoss(double[][] coordinates, double[] target, double[] parameters) {
    static LetterLoss of(int n) {
        Grid2D grid = Grid2D.unit(n);
        Field2D field = new Heat(0.015).solve(InitialFields.text(grid, "A")).at(0.05);
        double[][] coordinates = new double[2][grid.size()];
        for (int k = 0; k < grid.size(); k++) {
            coordinates[0][k] = 2 * grid.x(k % n) - 1;
            coordinates[1][k] = 2 * grid.y(k / n) - 1;
        }
        return new LetterLoss(
                coordinates,
                field.toArray(),
                Siren.random(Architecture.of(grid, 24, 24), 1).parameters());
    }

    double[] start() {
        return parameters.clone();
    }

    TiledLoss loss(Executor executor, int threads) {
        return new TiledLoss(
                new Layers(2, 24, 24, 1),
                new double[] {30, 30, 1},
                List.of(new Term(PointTiles.of(coordinates, new double[][] {target}), Mismatch.INSTANCE, 1)),
                ElementaryFunctions.preferred(),
                PartRunner.of(executor, threads));
    }
}
