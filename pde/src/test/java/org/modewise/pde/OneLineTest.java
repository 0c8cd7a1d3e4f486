package org.modewise.pde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modewise.pde.Measure.assertOneLine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.VectorField2D;

/** What a shell echoes of records of numbers, however many digits these have. */
class OneLineTest {
    private static final List<Class<? extends Record>> RECORDS = List.of(
            AdvectionDiffusion.class,
            AffineMap.class,
            AnisotropicHeat.class,
            BackwardReport.class,
            Burgers.class,
            Coefficient.class,
            DampedWave.class,
            Dispersion.class,
            EntropicTransport.class,
            FokkerPlanck.class,
            FractionalHeat.class,
            GaussianTransition.class,
            HamiltonJacobi.class,
            Heat.class,
            Helmholtz.class,
            HyperDiffusion.class,
            LinearSde.class,
            Moments.class,
            OrnsteinUhlenbeck.class,
            PicardPlot.Shell.class,
            PotentialBurgers.class,
            QuasiReversibility.class,
            Rotation.class,
            Schroedinger.class,
            ScreenedPoisson.class,
            Shock.class,
            SpectralCutoff.class,
            Tikhonov.class,
            Transport.class,
            VarianceExploding.class,
            Wave.class);

    @Property(tries = 300)
    void recordsOfNumbersAreOneLine(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        for (Class<? extends Record> type : RECORDS) {
            Record value = random(type, random);
            if (value != null) {
                assertOneLine(value);
            }
        }
    }

    /** One of ten tries that is let in, or null. */
    private static Record random(Class<? extends Record> type, Random random) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        for (int round = 0; round < 10; round++) {
            Object[] arguments = new Object[components.length];
            for (int k = 0; k < arguments.length; k++) {
                boolean whole = components[k].getType() == int.class;
                arguments[k] = whole ? (Object) (random.nextInt() >>> 1) : (Object) wild(random, round % 2 == 0);
            }
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            }
        }
        return null;
    }

    /** Seventeen digits, and as often as not an exponent of three. */
    private static double wild(Random random, boolean positive) {
        double value = random.nextDouble() * Math.pow(10, random.nextInt(4) * (random.nextInt(601) - 300) / 3.0);
        return positive || random.nextBoolean() ? value : -value;
    }

    @Test
    void othersToo() {
        double wide = -1.2345678901234567e-10;
        assertThat(new Shock(0.5, 1, -1)).hasToString("Shock[x=0.5, left=1.0, right=-1.0]");
        assertThat(EntropicTransport.of(0.1))
                .hasToString("EntropicTransport[diffusivity=0.1, tolerance=1.0E-12, mostSweeps=1000]");
        Grid2D grid = new Grid2D(12, 8, 0, 0, 1, 1);
        VectorField2D velocity =
                new VectorField2D(Field2D.of(grid, (x, y) -> wide), Field2D.of(grid, (x, y) -> 1 / wide));
        assertOneLine(HelmholtzProjection.of(velocity)).startsWith("HelmholtzProjection[12x8, mean (-1.23456");
        assertOneLine(new VariancePreserving(NoiseSchedule.linear(-wide, -1 / wide)));
    }
}
