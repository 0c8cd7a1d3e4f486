package org.modewise.siren;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * All that is asked of u on one domain: first the equation, then the conditions.
 *
 * @param all at least one
 */
record Requirements(List<Requirement> all) {
    Requirements {
        all = List.copyOf(all);
    }

    Requirement equation() {
        return all.get(0);
    }

    Domain domain() {
        return equation().points().domain();
    }

    int points() {
        return all.stream().mapToInt(requirement -> requirement.points().size()).sum();
    }

    /** The same with the equation at other points, which are of another domain only if there are no conditions. */
    Requirements at(Points where) {
        List<Requirement> moved = new ArrayList<>(all);
        moved.set(0, equation().at(where));
        all.stream().skip(1).forEach(condition -> check(condition.points(), where.domain()));
        return new Requirements(moved);
    }

    Requirements and(Requirement condition) {
        check(condition.points(), domain());
        List<Requirement> more = new ArrayList<>(all);
        more.add(condition);
        return new Requirements(more);
    }

    /** The same with u = g at the beginning. */
    Requirements initial(Function<Unknown, Expression> g, Points points, double weight) {
        Objects.requireNonNull(g, "g");
        Domain box = domain();
        check(points, box);
        Points begin = points.at("t", box.lower().get(box.index("t")));
        return and(Requirement.of(u -> u.value().minus(g.apply(u)), begin, weight)
                .prescribed(new Prescribed("initial", "t", false)));
    }

    /** The same with a residual at both ends of an axis. */
    Requirements walls(
            String condition, String axis, Function<Unknown, Expression> residual, Points points, double weight) {
        Domain box = domain();
        check(points, box);
        int index = box.index(axis);
        Prescribed walls = new Prescribed(condition + " along " + axis, axis, true);
        Points lower = points.at(axis, box.lower().get(index));
        Points upper = points.at(axis, box.upper().get(index));
        return and(Requirement.of(residual, lower, weight).prescribed(walls))
                .and(Requirement.of(residual, upper, weight).prescribed(walls));
    }

    /** Checks that points are of a domain. */
    static void check(Points points, Domain domain) {
        if (!Objects.requireNonNull(points, "points").domain().equals(domain)) {
            throw new IllegalArgumentException("points must be of " + domain + ", got some of " + points.domain());
        }
    }
}
