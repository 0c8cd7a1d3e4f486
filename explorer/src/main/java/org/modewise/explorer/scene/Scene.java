package org.modewise.explorer.scene;

/** What a page shows, as code for JShell. */
public final class Scene {
    private static final int LONGEST_TEXT = 60_000;

    private Scene() {}

    /**
     * A text that, pasted into JShell with Modewise on its path, makes the field that is shown.
     *
     * @param canvas the painted field
     * @param equation the equation
     * @param settings of its parameters
     * @param moment the time
     * @return some lines of Java
     */
    public static String code(Canvas canvas, SceneEquation equation, Settings settings, Moment moment) {
        StringBuilder java = new StringBuilder();
        java.append("import org.modewise.core.*;\nimport org.modewise.fft.*;\nimport org.modewise.pde.*;\n\n");
        java.append("Grid2D grid = Grid2D.unit(").append(canvas.grid().nx()).append(");\n");
        java.append(canvas.shape().code()).append('\n');
        if (!canvas.dabs().isEmpty()) {
            // Texts, for an array of so many numbers can be more than a method may hold; no longer than a text may be.
            java.append("String[] dabs = {\n    \"");
            int length = 0;
            for (Dab dab : canvas.dabs()) {
                String text = dab.x() + " " + dab.y() + " " + dab.radius() + " " + dab.amount() + ";";
                if (length + text.length() > LONGEST_TEXT) {
                    java.append("\",\n    \"");
                    length = 0;
                }
                java.append(text);
                length += text.length();
            }
            java.append("\"\n};\n");
            java.append(Dab.code());
        }
        return java.append(equation.code(settings, moment))
                .append("\nshown.show();\n")
                .toString();
    }
}
