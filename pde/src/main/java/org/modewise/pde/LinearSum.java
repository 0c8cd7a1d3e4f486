package org.modewise.pde;

/**
 * u_t = L₁u + L₂u.
 *
 * @param first the equation of L₁
 * @param second the equation of L₂
 * @serial exclude
 */
record LinearSum(LinearEquation first, LinearEquation second) implements LinearEquation {
    @Override
    public Symbol symbol() {
        return first.symbol().plus(second.symbol());
    }

    private int terms() {
        return terms(first) + terms(second);
    }

    private static int terms(LinearEquation equation) {
        return equation instanceof LinearSum sum ? sum.terms() : 1;
    }

    @Override
    public String toString() {
        return OneLine.of(first + " + " + second, "LinearSum[" + terms() + " equations]");
    }
}
