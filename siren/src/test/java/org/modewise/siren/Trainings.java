package org.modewise.siren;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.siren.optimizer.Adam;
import org.modewise.siren.optimizer.Lbfgs;
import org.modewise.siren.optimizer.LevenbergMarquardt;
import org.modewise.siren.optimizer.Optimizer;
import org.modewise.siren.optimizer.SelfScaledBroyden;

/** A small training, which tests let end and go on. */
final class Trainings {
    static final Field2D TARGET =
            Field2D.of(Grid2D.unit(17, 12), (x, y) -> Math.exp(-8 * ((x - 0.4) * (x - 0.4) + (y - 0.6) * (y - 0.6))));
    static final Fitting SMALL =
            Siren.fit(TARGET).hidden(6, 5).omega0(4).seed(3).steps(25);
    static final List<Optimizer> OPTIMIZERS = List.of(
            Adam.of(0.01),
            Adam.of(0.01).batches(1, 4),
            Lbfgs.standard(),
            SelfScaledBroyden.standard(),
            LevenbergMarquardt.standard(),
            new LevenbergMarquardt(1e-3, 10));

    private Trainings() {}

    /** Of a network's misses of the target. */
    static double meanSquare(Siren siren) {
        return siren.sample(TARGET.grid()).minus(TARGET).map(r -> r * r).mean();
    }

    /** What {@link Fitting#resume} makes of a file that is known to be there. */
    static Fit resumed(Fitting fitting, Path file) {
        try {
            return fitting.resume(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
