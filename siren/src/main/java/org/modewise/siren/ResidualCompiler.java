package org.modewise.siren;

import java.util.ArrayList;
import java.util.List;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.JetChannels;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Program;
import org.modewise.siren.engine.Term;

/**
 * From an expression to a term of the engine: the derivatives that occur become channels, the coordinates data, and every
 * node an instruction. Equal nodes become one.
 */
final class ResidualCompiler {
    private final Domain domain;
    private final double[] steps;
    /** The highest derivative along each axis. */
    private final int[] orders;
    /** The coordinates that occur, by the number of their axis. */
    private final List<Integer> data = new ArrayList<>();

    private final List<Integer> directions = new ArrayList<>();
    private final Program.Builder program = new Program.Builder();
    private JetChannels channels;

    private ResidualCompiler(Domain domain, double[] steps) {
        this.domain = domain;
        this.steps = steps;
        this.orders = new int[steps.length];
    }

    static Term compile(Requirement requirement, Architecture architecture, ElementaryFunctions functions, long seed) {
        Domain domain = requirement.points().domain();
        ResidualCompiler compiler = new ResidualCompiler(domain, architecture.steps());
        Program program = compiler.compile(requirement.residual(), functions);
        Points points = requirement.points();
        double[][] coordinates = new double[architecture.inputs()][points.size()];
        for (int axis = 0; axis < coordinates.length; axis++) {
            double[] along = points.along(axis);
            for (int k = 0; k < along.length; k++) {
                coordinates[axis][k] = architecture.coordinate(axis, along[k]);
            }
        }
        double[][] quantities = compiler.data.stream().map(points::along).toArray(double[][]::new);
        return new Term(PointTiles.shuffled(coordinates, quantities, seed), program, requirement.weight());
    }

    private Program compile(Expression residual, ElementaryFunctions functions) {
        findOrders(residual);
        for (int axis = 0; axis < orders.length; axis++) {
            if (orders[axis] > 0) {
                directions.add(axis);
            }
        }
        double[][] vectors = new double[directions.size()][orders.length];
        int[] highest = new int[directions.size()];
        for (int d = 0; d < directions.size(); d++) {
            int axis = directions.get(d);
            vectors[d][axis] = steps[axis];
            highest[d] = orders[axis];
        }
        channels = new JetChannels(vectors, highest);
        return program.build(channels, row(residual), functions);
    }

    private void findOrders(Expression node) {
        switch (node.kind()) {
            case DERIVATIVE -> {
                if (node.order() > 0) {
                    int axis = domain.index(node.axis());
                    orders[axis] = Math.max(orders[axis], node.order());
                }
            }
            case LAPLACIAN -> {
                for (int axis : spaceAxes()) {
                    orders[axis] = 2;
                }
            }
            default -> {
                if (node.left() != null) {
                    findOrders(node.left());
                }
                if (node.right() != null) {
                    findOrders(node.right());
                }
            }
        }
    }

    private List<Integer> spaceAxes() {
        List<Integer> space = new ArrayList<>();
        for (String axis : List.of("x", "y", "z")) {
            if (domain.axes().contains(axis)) {
                space.add(domain.index(axis));
            }
        }
        if (space.isEmpty()) {
            throw new IllegalArgumentException("a Laplacian needs an axis x, y or z, got " + domain.axes());
        }
        return space;
    }

    private int row(Expression node) {
        return switch (node.kind()) {
            case DERIVATIVE ->
                node.order() == 0 ? program.channel(0) : derivative(domain.index(node.axis()), node.order());
            case LAPLACIAN -> laplacian();
            case COORDINATE -> program.data(column(domain.index(node.axis())));
            case CONSTANT -> program.constant(node.number());
            case SUM -> program.sum(row(node.left()), row(node.right()));
            case PRODUCT -> program.product(row(node.left()), row(node.right()));
            case SINE -> program.sine(row(node.left()));
            case EXPONENTIAL -> program.exponential(row(node.left()));
        };
    }

    private int derivative(int axis, int order) {
        int direction = directions.indexOf(axis);
        return program.channel(order == 1 ? channels.first(direction) : channels.second(direction));
    }

    private int laplacian() {
        List<Integer> space = spaceAxes();
        int sum = derivative(space.get(0), 2);
        for (int axis : space.subList(1, space.size())) {
            sum = program.sum(sum, derivative(axis, 2));
        }
        return sum;
    }

    private int column(int axis) {
        if (!data.contains(axis)) {
            data.add(axis);
        }
        return data.indexOf(axis);
    }
}
