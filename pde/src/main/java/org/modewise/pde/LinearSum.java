package org.modewise.pde;

import java.util.EnumSet;
import java.util.Set;

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

    /** Those of both, and the mass also where what one adds the other takes away. */
    @Override
    public Set<Law> laws() {
        EnumSet<Law> laws = EnumSet.noneOf(Law.class);
        laws.addAll(first.laws());
        laws.retainAll(second.laws());
        laws.addAll(LinearEquation.super.laws());
        return laws;
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
