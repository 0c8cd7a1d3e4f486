package org.modewise.siren.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modewise.core.internal.ScratchPool;
import org.modewise.core.internal.elementary.ElementaryFunctions;

/**
 * A residual as a list of instructions over rows: each makes one row from earlier ones, and in reverse hands its adjoint
 * back to them. Immutable once built.
 */
public final class Program implements Residual {
    /** What an instruction does. */
    private enum Operation {
        CHANNEL,
        DATA,
        CONSTANT,
        COEFFICIENT,
        SUM,
        PRODUCT,
        SINE,
        EXPONENTIAL
    }

    private record Instruction(Operation operation, int left, int right, double number) {}

    private final JetChannels channels;
    private final Instruction[] instructions;
    private final ElementaryFunctions functions;
    private final ScratchPool<Scratch> scratch = new ScratchPool<>(this::newScratch);

    private Program(JetChannels channels, List<Instruction> instructions, ElementaryFunctions functions) {
        this.channels = channels;
        this.instructions = instructions.toArray(Instruction[]::new);
        this.functions = functions;
    }

    /** Writes a program, one instruction after the other. Each method returns the number of the row that it makes. */
    public static final class Builder {
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> rows = new HashMap<>();

        /** Starts a program. */
        public Builder() {}

        private int add(Operation operation, int left, int right, double number) {
            Instruction instruction = new Instruction(operation, left, right, number);
            Integer known = rows.putIfAbsent(instruction, instructions.size());
            if (known != null) {
                return known;
            }
            instructions.add(instruction);
            return instructions.size() - 1;
        }

        /**
         * A channel of the jet.
         *
         * @param channel its number
         * @return the row
         */
        public int channel(int channel) {
            return add(Operation.CHANNEL, channel, 0, 0);
        }

        /**
         * A quantity known of each point.
         *
         * @param quantity its number
         * @return the row
         */
        public int data(int quantity) {
            return add(Operation.DATA, quantity, 0, 0);
        }

        /**
         * The same number everywhere.
         *
         * @param number the number
         * @return the row
         */
        public int constant(double number) {
            return add(Operation.CONSTANT, 0, 0, number);
        }

        /**
         * A coefficient, the same everywhere, that may change from one evaluation to the next.
         *
         * @param coefficient its number
         * @return the row
         */
        public int coefficient(int coefficient) {
            return add(Operation.COEFFICIENT, coefficient, 0, 0);
        }

        /**
         * A sum.
         *
         * @param left a row
         * @param right another, or the same
         * @return the row
         */
        public int sum(int left, int right) {
            return add(Operation.SUM, left, right, 0);
        }

        /**
         * A product.
         *
         * @param left a row
         * @param right another, or the same
         * @return the row
         */
        public int product(int left, int right) {
            return add(Operation.PRODUCT, left, right, 0);
        }

        /**
         * A sine.
         *
         * @param of a row
         * @return the row
         */
        public int sine(int of) {
            return add(Operation.SINE, of, 0, 0);
        }

        /**
         * An exponential.
         *
         * @param of a row
         * @return the row
         */
        public int exponential(int of) {
            return add(Operation.EXPONENTIAL, of, 0, 0);
        }

        /**
         * Ends the program.
         *
         * @param channels of the jets that it reads
         * @param result the row of the residual
         * @param functions sine and exponential
         * @return the program
         */
        public Program build(JetChannels channels, int result, ElementaryFunctions functions) {
            // What comes after the result was written for nothing.
            return new Program(channels, instructions.subList(0, result + 1), functions);
        }
    }

    /** What one thread works in. */
    private static final class Scratch {
        final double[][] rows;
        final double[][] adjoints;
        final double[][] cosines;

        Scratch(int instructions) {
            this.rows = new double[instructions][];
            this.adjoints = new double[instructions][Tile.POINTS];
            this.cosines = new double[instructions][];
        }
    }

    private Scratch newScratch() {
        Scratch work = new Scratch(instructions.length);
        for (int k = 0; k < instructions.length; k++) {
            Operation operation = instructions[k].operation;
            if (operation != Operation.CHANNEL && operation != Operation.DATA) {
                work.rows[k] = new double[Tile.POINTS];
            }
            if (operation == Operation.CONSTANT) {
                Arrays.fill(work.rows[k], instructions[k].number);
            }
            if (operation == Operation.SINE) {
                work.cosines[k] = new double[Tile.POINTS];
            }
        }
        return work;
    }

    @Override
    public JetChannels channels() {
        return channels;
    }

    @Override
    public void evaluate(
            double[][] data,
            double[] coefficients,
            double[][] jet,
            double[] r,
            double[][] slopes,
            double[][] coefficientSlopes) {
        Scratch work = scratch.take();
        int last = instructions.length - 1;
        for (int k = 0; k <= last; k++) {
            forward(k, data, coefficients, jet, work);
        }
        System.arraycopy(work.rows[last], 0, r, 0, r.length);
        clear(slopes);
        clear(coefficientSlopes);
        clear(work.adjoints);
        Arrays.fill(work.adjoints[last], 1);
        for (int k = last; k >= 0; k--) {
            backward(k, slopes, coefficientSlopes, work);
        }
        scratch.give(work);
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private void forward(int k, double[][] data, double[] coefficients, double[][] jet, Scratch work) {
        Instruction instruction = instructions[k];
        double[][] rows = work.rows;
        switch (instruction.operation) {
            case CHANNEL -> rows[k] = jet[instruction.left];
            case DATA -> rows[k] = data[instruction.left];
            case CONSTANT -> {
                // Written once, with the scratch.
            }
            case COEFFICIENT -> Arrays.fill(rows[k], coefficients[instruction.left]);
            case SUM -> add(rows[instruction.left], rows[instruction.right], rows[k]);
            case PRODUCT -> multiply(rows[instruction.left], rows[instruction.right], rows[k]);
            case SINE -> functions.sinCos(rows[instruction.left], 0, rows[k], work.cosines[k], 0, Tile.POINTS);
            case EXPONENTIAL -> functions.exp(rows[instruction.left], 0, 0, rows[k], 0, Tile.POINTS);
        }
    }

    private void backward(int k, double[][] slopes, double[][] coefficientSlopes, Scratch work) {
        Instruction instruction = instructions[k];
        double[] g = work.adjoints[k];
        double[][] rows = work.rows;
        double[][] adjoints = work.adjoints;
        switch (instruction.operation) {
            case CHANNEL -> add(slopes[instruction.left], g, slopes[instruction.left]);
            case COEFFICIENT -> add(coefficientSlopes[instruction.left], g, coefficientSlopes[instruction.left]);
            case DATA, CONSTANT -> {
                // Nothing depends on a parameter here.
            }
            case SUM -> {
                add(adjoints[instruction.left], g, adjoints[instruction.left]);
                add(adjoints[instruction.right], g, adjoints[instruction.right]);
            }
            case PRODUCT -> {
                addProduct(g, rows[instruction.right], adjoints[instruction.left]);
                addProduct(g, rows[instruction.left], adjoints[instruction.right]);
            }
            case SINE -> addProduct(g, work.cosines[k], adjoints[instruction.left]);
            case EXPONENTIAL -> addProduct(g, rows[k], adjoints[instruction.left]);
        }
    }

    private static void add(double[] x, double[] y, double[] sum) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] = x[t] + y[t];
        }
    }

    private static void multiply(double[] x, double[] y, double[] product) {
        for (int t = 0; t < product.length; t++) {
            product[t] = x[t] * y[t];
        }
    }

    private static void addProduct(double[] x, double[] y, double[] sum) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += x[t] * y[t];
        }
    }
}
