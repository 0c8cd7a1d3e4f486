package org.modewise.siren;

import java.util.Objects;
import org.modewise.core.internal.Arguments;

/**
 * A formula of an unknown function, its derivatives and the coordinates. It is built once, by calling methods on what
 * {@link Unknown} gives, and then compiled. Immutable, safe to share between threads.
 */
public final class Expression {
    /** What a node is. */
    enum Kind {
        /** ∂ᵏu along an axis; of order 0, u. */
        DERIVATIVE,
        /** Σ of the second derivatives along x, y and z, as far as there are these axes. */
        LAPLACIAN,
        /** Σ of the squares of the first derivatives along them. */
        GRADIENT_SQUARED,
        COORDINATE,
        CONSTANT,
        /** An unknown number. */
        COEFFICIENT,
        /** What was observed at the point. */
        OBSERVATION,
        SUM,
        PRODUCT,
        SINE,
        EXPONENTIAL
    }

    /** How deep a formula is written: few are deeper, and those that share their parts grow as powers of two. */
    private static final int DEEPEST = 8;

    private final Kind kind;
    /** The axis, or the name of a coefficient. */
    private final String name;

    private final int order;
    private final double number;
    private final Expression left;
    private final Expression right;

    private Expression(Kind kind, String name, int order, double number, Expression left, Expression right) {
        this.kind = kind;
        this.name = name;
        this.order = order;
        this.number = number;
        this.left = left;
        this.right = right;
    }

    static Expression derivative(String axis, int order) {
        return new Expression(Kind.DERIVATIVE, Objects.requireNonNull(axis, "axis"), order, 0, null, null);
    }

    static Expression laplacianOfUnknown() {
        return new Expression(Kind.LAPLACIAN, "", 2, 0, null, null);
    }

    static Expression gradientSquaredOfUnknown() {
        return new Expression(Kind.GRADIENT_SQUARED, "", 1, 0, null, null);
    }

    static Expression coordinate(String axis) {
        return new Expression(Kind.COORDINATE, Objects.requireNonNull(axis, "axis"), 0, 0, null, null);
    }

    private static Expression of(Kind kind, Expression left, Expression right) {
        return new Expression(kind, "", 0, 0, left, right);
    }

    /**
     * A number.
     *
     * @param number a finite one
     * @return the same everywhere
     * @throws IllegalArgumentException if {@code number} is NaN or infinite
     */
    public static Expression constant(double number) {
        return new Expression(Kind.CONSTANT, "", 0, Arguments.finite(number, "number"), null, null);
    }

    /**
     * A number that is not known: it is trained as the network is, and has one value in all residuals that name it. What it
     * was found to be is in {@link Fit#coefficients}. Where it must be positive, {@code coefficient("log nu",
     * Math.log(0.01)).exp()} is.
     *
     * @param name its name
     * @param start where the training starts; its size, as a power of two, is the unit in which every optimiser moves the
     *     number, 1 if it is 0; nothing holds its sign
     * @return the same everywhere
     * @throws IllegalArgumentException if {@code name} is blank, or {@code start} is not finite
     */
    public static Expression coefficient(String name, double start) {
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return new Expression(Kind.COEFFICIENT, name, 0, Arguments.finite(start, "start"), null, null);
    }

    static Expression observation() {
        return new Expression(Kind.OBSERVATION, "", 0, 0, null, null);
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    int order() {
        return order;
    }

    double number() {
        return number;
    }

    Expression left() {
        return left;
    }

    Expression right() {
        return right;
    }

    /**
     * a + b.
     *
     * @param other b
     * @return the sum
     */
    public Expression plus(Expression other) {
        return of(Kind.SUM, this, Objects.requireNonNull(other, "other"));
    }

    /**
     * a + c.
     *
     * @param number c, finite
     * @return the sum
     * @throws IllegalArgumentException if {@code number} is NaN or infinite
     */
    public Expression plus(double number) {
        return plus(constant(number));
    }

    /**
     * a - b.
     *
     * @param other b
     * @return the difference
     */
    public Expression minus(Expression other) {
        return plus(Objects.requireNonNull(other, "other").times(-1));
    }

    /**
     * a - c.
     *
     * @param number c, finite
     * @return the difference
     * @throws IllegalArgumentException if {@code number} is NaN or infinite
     */
    public Expression minus(double number) {
        return plus(-number);
    }

    /**
     * a·b.
     *
     * @param other b
     * @return the product
     */
    public Expression times(Expression other) {
        return of(Kind.PRODUCT, this, Objects.requireNonNull(other, "other"));
    }

    /**
     * a·c.
     *
     * @param number c, finite
     * @return the product
     * @throws IllegalArgumentException if {@code number} is NaN or infinite
     */
    public Expression times(double number) {
        return times(constant(number));
    }

    /**
     * a².
     *
     * @return the square
     */
    public Expression square() {
        return times(this);
    }

    /**
     * a³.
     *
     * @return the cube
     */
    public Expression cube() {
        return square().times(this);
    }

    /**
     * sin a.
     *
     * @return the sine
     */
    public Expression sin() {
        return of(Kind.SINE, this, null);
    }

    /**
     * cos a.
     *
     * @return the cosine, as the sine a quarter turn ahead
     */
    public Expression cos() {
        return plus(Math.PI / 2).sin();
    }

    /**
     * eᵃ.
     *
     * @return the exponential
     */
    public Expression exp() {
        return of(Kind.EXPONENTIAL, this, null);
    }

    /**
     * One line of at most 80 ASCII characters, such as {@code Expression[u_t + u_xx*-0.1]}.
     *
     * @return the formula, or its beginning
     */
    @Override
    public String toString() {
        // Names of coefficients may be any.
        return Numbers.line("Expression[" + text(0).replaceAll("[^ -~]", "?") + "]");
    }

    /** The formula; not what lies deeper than fits into a line. */
    private String text(int depth) {
        if (depth > DEEPEST) {
            return "..";
        }
        return switch (kind) {
            case DERIVATIVE -> order == 0 ? "u" : "u_" + name.repeat(order);
            case LAPLACIAN -> "laplacian(u)";
            case GRADIENT_SQUARED -> "|grad u|^2";
            case COORDINATE, COEFFICIENT -> name;
            case CONSTANT -> Numbers.brief(number);
            case OBSERVATION -> "observed";
            case SUM -> left.text(depth + 1) + " + " + right.text(depth + 1);
            case PRODUCT -> left.factor(depth + 1) + "*" + right.factor(depth + 1);
            case SINE -> "sin(" + left.text(depth + 1) + ")";
            case EXPONENTIAL -> "exp(" + left.text(depth + 1) + ")";
        };
    }

    private String factor(int depth) {
        return kind == Kind.SUM ? "(" + text(depth) + ")" : text(depth);
    }
}
