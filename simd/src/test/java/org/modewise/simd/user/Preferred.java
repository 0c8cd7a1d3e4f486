package org.modewise.simd.user;

import org.modewise.core.internal.elementary.ElementaryFunctions;

/** The elementary functions that a user of this VM gets, printed. Outside the module's package, as a user's class is. */
public final class Preferred {
    private Preferred() {}

    /**
     * Prints the name.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(
                "elementary functions: " + ElementaryFunctions.preferred().kernel());
    }
}
