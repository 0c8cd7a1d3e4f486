package org.modewise.pde;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * u_t = Σ θⱼLⱼu.
 *
 * @param terms the equations of the Lⱼ
 * @param coefficients the θⱼ
 * @serial exclude
 */
record FittedEquation(List<LinearEquation> terms, List<Double> coefficients) implements LinearEquation {
    private static final long serialVersionUID = 1;

    FittedEquation {
        terms = List.copyOf(terms);
        coefficients = List.copyOf(coefficients);
    }

    @Override
    public Symbol symbol() {
        List<Symbol> symbols = terms.stream().map(LinearEquation::symbol).toList();
        DoubleBinaryOperator re = (kx, ky) -> sum(symbols, symbol -> symbol.re(kx, ky));
        DoubleBinaryOperator im = (kx, ky) -> sum(symbols, symbol -> symbol.im(kx, ky));
        boolean real = symbols.stream().allMatch(symbol -> symbol.whole().isReal());
        return real ? Symbol.of(re) : Symbol.of(re, im);
    }

    private double sum(List<Symbol> symbols, ToDoubleFunction<Symbol> part) {
        double sum = 0;
        for (int j = 0; j < symbols.size(); j++) {
            sum += coefficients.get(j) * part.applyAsDouble(symbols.get(j));
        }
        return sum;
    }

    @Override
    public String toString() {
        return "FittedEquation[" + terms.size() + " terms]";
    }
}
