package org.modewise.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;

/** Σ a·cos(2π(mx·i/nx + my·j/ny) + φ), summed wave by wave: what the solutions are measured against, with no FFT in it. */
record Waves(List<Wave> waves) {
    /** One wave; the phase is in turns, so that an exact oracle never reduces a large angle. */
    record Wave(int mx, int my, double amplitude, double turns) {
        double at(Grid2D grid, int i, int j) {
            double turn = (double) Math.floorMod((long) mx * i, grid.nx()) / grid.nx()
                    + (double) Math.floorMod((long) my * j, grid.ny()) / grid.ny()
                    + turns;
            return amplitude * Math.cos(2 * Math.PI * (turn - Math.rint(turn)));
        }

        double square(Grid2D grid) {
            return sq(grid.kx(mx)) + sq(grid.ky(my));
        }
    }

    static Waves of(Wave... waves) {
        return new Waves(List.of(waves));
    }

    /** Waves strictly below Nyquist on a grid, and a mean. */
    static Waves random(Grid2D grid, long seed) {
        return random(grid, seed, 2);
    }

    /** Waves of modes strictly below n / fraction. */
    static Waves random(Grid2D grid, long seed, int fraction) {
        Random random = new Random(seed);
        List<Wave> waves = new ArrayList<>();
        waves.add(new Wave(0, 0, random.nextDouble() - 0.5, 0));
        int limitX = (grid.nx() - 1) / fraction;
        int limitY = (grid.ny() - 1) / fraction;
        for (int w = 0; w < 8; w++) {
            waves.add(new Wave(
                    random.nextInt(2 * limitX + 1) - limitX,
                    random.nextInt(2 * limitY + 1) - limitY,
                    random.nextDouble() + 0.1,
                    random.nextDouble()));
        }
        return new Waves(waves);
    }

    Field2D sample(Grid2D grid) {
        double[] values = new double[grid.size()];
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double sum = 0;
                for (Wave wave : waves) {
                    sum += wave.at(grid, i, j);
                }
                values[j * grid.nx() + i] = sum;
            }
        }
        return Field2D.of(grid, values);
    }

    /** Every wave times the modulus and turned by the turns that a multiplier has at its wavenumber. */
    Waves multiplied(Grid2D grid, DoubleBinaryOperator modulus, DoubleBinaryOperator turns) {
        return new Waves(waves.stream()
                .map(wave -> {
                    double kx = grid.kx(wave.mx());
                    double ky = grid.ky(wave.my());
                    double phase = wave.turns() + turns.applyAsDouble(kx, ky);
                    return new Wave(
                            wave.mx(),
                            wave.my(),
                            wave.amplitude() * modulus.applyAsDouble(kx, ky),
                            phase - Math.rint(phase));
                })
                .toList());
    }

    /** What u_t = α Δu makes of them in the time t. */
    Waves diffused(Grid2D grid, double alphaT) {
        return multiplied(grid, (kx, ky) -> Math.exp(-alphaT * (kx * kx + ky * ky)), (kx, ky) -> 0);
    }

    /** u(x - dx, y - dy). */
    Waves moved(Grid2D grid, double dx, double dy) {
        return new Waves(waves.stream()
                .map(w -> new Wave(
                        w.mx(),
                        w.my(),
                        w.amplitude(),
                        w.turns() - w.mx() * (dx / grid.lx()) - w.my() * (dy / grid.ly())))
                .toList());
    }

    /** Σ|a|, a bound of every sample. */
    double bound() {
        return waves.stream().mapToDouble(w -> Math.abs(w.amplitude())).sum();
    }

    static double sq(double x) {
        return x * x;
    }
}
