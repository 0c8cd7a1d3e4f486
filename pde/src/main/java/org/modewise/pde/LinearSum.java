package org.modewise.pde;

/** u_t = L₁u + L₂u. */
record LinearSum(LinearEquation first, LinearEquation second) implements LinearEquation {
    @Override
    public Symbol symbol() {
        return first.symbol().plus(second.symbol());
    }

    @Override
    public String toString() {
        return first + " + " + second;
    }
}
