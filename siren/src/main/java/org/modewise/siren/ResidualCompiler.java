package org.modewise.siren;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.modewise.core.internal.elementary.ElementaryFunctions;
import org.modewise.siren.engine.JetChannels;
import org.modewise.siren.engine.PointTiles;
import org.modewise.siren.engine.Program;
import org.modewise.siren.engine.Term;

/**
 * From an expression to a term of the engine: the derivatives that occur become channels, the coordinates and observed
 * values data, and every node an instruction. Equal nodes become one.
 */
final class ResidualCompiler {
    private static final int OBSERVED = -1;

    private final Domain domain;
    private final boolean observed;
    private final Coefficients coefficients;
    private final double[] steps;
    /** The highest derivative along each axis. */
    private final int[] orders;
    /** The data that occur: coordinates by the number of their axis, and {@link #OBSERVED}. */
    private final List<Integer> data = new ArrayList<>();

    private final List<Integer> directions = new ArrayList<>();
    private final Program.Builder program = new Program.Builder();
    /** By the node itself: expressions share parts. */
    private final Map<Expression, Integer> rows = new IdentityHashMap<>();

    private JetChannels channels;

    private ResidualCompiler(Requirement requirement, double[] steps, Coefficients coefficients) {
        this.domain = requirement.points().domain();
        this.observed = !requirement.observed().isEmpty();
        this.coefficients = coefficients;
        this.steps = steps;
        this.orders = new int[steps.length];
    }

    /** The term, its points shuffled by a seed if there is one; coefficients that are new join the others. */
    static Term compile(
            Requirement requirement,
            Architecture architecture,
            ElementaryFunctions functions,
            OptionalLong seed,
            Coefficients coefficients) {
        ResidualCompiler compiler = new ResidualCompiler(requirement, architecture.steps(), coefficients);
        Program program = compiler.compile(requirement.residual(), functions);
        Points points = requirement.points();
        double[][] coordinates = new double[architecture.inputs()][points.size()];
        for (int axis = 0; axis < coordinates.length; axis++) {
            double[] along = points.along(axis);
            for (int k = 0; k < along.length; k++) {
                coordinates[axis][k] = architecture.coordinate(axis, along[k]);
            }
        }
        double[][] quantities = compiler.data.stream()
                .map(column -> column == OBSERVED
                        ? requirement.observed().stream()
                                .mapToDouble(value -> value)
                                .toArray()
                        : points.along(column))
                .toArray(double[][]::new);
        PointTiles tiles = seed.isPresent()
                ? PointTiles.shuffled(coordinates, quantities, seed.getAsLong())
                : PointTiles.of(coordinates, quantities);
        return new Term(tiles, program, requirement.weight());
    }

    private Program compile(Expression residual, ElementaryFunctions functions) {
        List<Expression> nodes = inOrder(residual);
        nodes.forEach(this::findOrders);
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
        for (Expression node : nodes) {
            rows.put(node, row(node));
        }
        if (nodes.stream().noneMatch(ResidualCompiler::isUnknown)) {
            throw new IllegalArgumentException("residual must depend on the unknown function or a coefficient");
        }
        return program.build(channels, rows.get(residual), functions);
    }

    /** Every node once, behind those that it is made of. Without recursion: long sums are deep. */
    private static List<Expression> inOrder(Expression root) {
        List<Expression> order = new ArrayList<>();
        Set<Expression> done = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expression> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Expression node = open.peek();
            if (node.left() != null && !done.contains(node.left())) {
                open.push(node.left());
            } else if (node.right() != null && !done.contains(node.right())) {
                open.push(node.right());
            } else {
                open.pop();
                if (done.add(node)) {
                    order.add(node);
                }
            }
        }
        return order;
    }

    private static boolean isUnknown(Expression node) {
        return switch (node.kind()) {
            case DERIVATIVE, LAPLACIAN, GRADIENT_SQUARED, COEFFICIENT -> true;
            default -> false;
        };
    }

    private void findOrders(Expression node) {
        switch (node.kind()) {
            case DERIVATIVE -> {
                if (node.order() > 0) {
                    int axis = domain.index(node.name());
                    orders[axis] = Math.max(orders[axis], node.order());
                }
            }
            case LAPLACIAN, GRADIENT_SQUARED -> {
                for (int axis : spaceAxes()) {
                    orders[axis] = Math.max(orders[axis], node.order());
                }
            }
            default -> {
                // No derivative.
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
            throw new IllegalArgumentException("a Laplacian or gradient needs an axis x, y or z, got " + domain.axes());
        }
        return space;
    }

    /** The row of a node, when those that it is made of have theirs. */
    private int row(Expression node) {
        return switch (node.kind()) {
            case DERIVATIVE ->
                node.order() == 0 ? program.channel(0) : derivative(domain.index(node.name()), node.order());
            case LAPLACIAN -> laplacian();
            case GRADIENT_SQUARED -> gradientSquared();
            case COORDINATE -> program.data(column(domain.index(node.name())));
            case OBSERVATION -> program.data(column(observations()));
            case CONSTANT -> program.constant(node.number());
            case COEFFICIENT -> program.coefficient(coefficients.index(node.name(), node.number()));
            case SUM -> program.sum(rows.get(node.left()), rows.get(node.right()));
            case PRODUCT -> program.product(rows.get(node.left()), rows.get(node.right()));
            case SINE -> program.sine(rows.get(node.left()));
            case EXPONENTIAL -> program.exponential(rows.get(node.left()));
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

    private int gradientSquared() {
        List<Integer> space = spaceAxes();
        int sum = square(derivative(space.get(0), 1));
        for (int axis : space.subList(1, space.size())) {
            sum = program.sum(sum, square(derivative(axis, 1)));
        }
        return sum;
    }

    private int square(int row) {
        return program.product(row, row);
    }

    private int observations() {
        if (!observed) {
            throw new IllegalArgumentException("a residual of observed values needs values at its points, got none");
        }
        return OBSERVED;
    }

    private int column(int quantity) {
        if (!data.contains(quantity)) {
            data.add(quantity);
        }
        return data.indexOf(quantity);
    }
}
