package org.modewise.pde;

import java.util.Set;
import org.modewise.core.Field2D;
import org.modewise.core.Grid2D;
import org.modewise.core.InitialFields;

/** What tests of certificates start from: a field that its grid resolves, and one that no grid does. */
final class CertificateData {
    static final Grid2D GRID = Grid2D.unit(128);

    static final Heat HEAT = new Heat(0.015);

    /** With its peak between nodes. */
    static final Field2D RESOLVED = InitialFields.gaussian(GRID, 0.4713, 0.5122, 0.05);

    static final Field2D BOX = InitialFields.box(GRID, 0.4013, 0.3021);

    private CertificateData() {}

    /** An equation that says what it likes of its laws. */
    static LinearEquation claiming(Symbol symbol, Set<Law> laws) {
        return new LinearEquation() {
            @Override
            public Symbol symbol() {
                return symbol;
            }

            @Override
            public Set<Law> laws() {
                return laws;
            }
        };
    }
}
