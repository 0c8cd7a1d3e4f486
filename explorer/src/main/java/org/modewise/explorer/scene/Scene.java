package org.modewise.explorer.scene;

import java.util.Locale;

/** What a page shows, as code for JShell. */
public final class Scene {
    private Scene() {}

    /**
     * A text that, pasted into JShell with Modewise on its path, makes the field that is shown.
     *
     * @param canvas the painted field
     * @param equation the equation
     * @param settings of its parameters
     * @param t the time
     * @return some lines of Java
     */
    public static String code(Canvas canvas, SceneEquation equation, Settings settings, double t) {
        StringBuilder java = new StringBuilder();
        java.append("import org.modewise.core.*;\nimport org.modewise.fft.*;\nimport org.modewise.pde.*;\n\n");
        java.append("Grid2D grid = Grid2D.unit(").append(canvas.grid().nx()).append(");\n");
        java.append(canvas.shape().code()).append('\n');
        if (!canvas.dabs().isEmpty()) {
            java.append("double[][] dabs = {"); // x, y, radius, amount
            String separator = "";
            for (Dab dab : canvas.dabs()) {
                java.append(separator)
                        .append(String.format(
                                Locale.ROOT, "{%s, %s, %s, %s}", dab.x(), dab.y(), dab.radius(), dab.amount()));
                separator = ", ";
            }
            java.append("};\n");
            java.append(Dab.code());
        }
        return java.append(equation.code(settings, t))
                .append("\nshown.show();\n")
                .toString();
    }
}
