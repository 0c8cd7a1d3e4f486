package org.modewise.explorer.message;

import java.util.List;
import org.modewise.core.Colormap;
import org.modewise.explorer.scene.Dab;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.explorer.training.Plan;

/** What a page may say, checked. */
public sealed interface Message {
    /**
     * A new canvas.
     *
     * @param n samples along each axis
     * @param shape what lies on it
     * @param dabs what has been painted since
     */
    record NewField(int n, Shape shape, List<Dab> dabs) implements Message {}

    /**
     * One touch of the brush.
     *
     * @param dab where, how broad and how much
     */
    record Paint(Dab dab) implements Message {}

    /**
     * Another equation, or other settings.
     *
     * @param equation the equation
     * @param settings of its parameters
     */
    record NewEquation(SceneEquation equation, Settings settings) implements Message {}

    /**
     * A picture, please; only the newest wish counts.
     *
     * @param sequence what the answer is to be marked with
     * @param t the time
     * @param amplification what a mode may be amplified by below zero
     */
    record FrameWish(long sequence, double t, double amplification) implements Message {}

    /**
     * The energies at times, please.
     *
     * @param times rising
     */
    record CurveWish(double[] times) implements Message {}

    /**
     * A training shall begin.
     *
     * @param plan its network and its optimiser
     * @param t when the field is to be learned
     */
    record Train(Plan plan, double t) implements Message {}

    /** The training shall stop. */
    record TrainStop() implements Message {}

    /**
     * The training shall go on.
     *
     * @param steps how many more
     */
    record TrainOn(int steps) implements Message {}

    /**
     * The view as code, please.
     *
     * @param t the time
     */
    record SnippetWish(double t) implements Message {}

    /**
     * The samples as a file, please.
     *
     * @param t the time
     */
    record NpyWish(double t) implements Message {}

    /**
     * A moving picture, please.
     *
     * @param times one a frame
     * @param colormap the colours
     */
    record GifWish(double[] times, Colormap colormap) implements Message {}
}
