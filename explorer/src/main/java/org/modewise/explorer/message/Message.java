package org.modewise.explorer.message;

import java.util.List;
import org.modewise.core.Colormap;
import org.modewise.explorer.scene.Dab;
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.explorer.training.Plan;

/** What a page may say, checked. */
public sealed interface Message {
    /**
     * What a page calls it.
     *
     * @return the type, as the protocol has it
     */
    String type();

    /**
     * A new canvas.
     *
     * @param n samples along each axis
     * @param shape what lies on it
     * @param dabs what has been painted since
     */
    record NewField(int n, Shape shape, List<Dab> dabs) implements Message {
        @Override
        public String type() {
            return "field";
        }
    }

    /**
     * One touch of the brush.
     *
     * @param dab where, how broad and how much
     */
    record Paint(Dab dab) implements Message {
        @Override
        public String type() {
            return "dab";
        }
    }

    /**
     * Another equation, or other settings.
     *
     * @param equation the equation
     * @param settings of its parameters
     */
    record NewEquation(SceneEquation equation, Settings settings) implements Message {
        @Override
        public String type() {
            return "equation";
        }
    }

    /**
     * A picture, please; only the newest wish counts.
     *
     * @param sequence what the answer is to be marked with
     * @param moment the time
     */
    record FrameWish(long sequence, Moment moment) implements Message {
        @Override
        public String type() {
            return "frame";
        }
    }

    /**
     * The energies at times, please.
     *
     * @param times rising
     */
    record CurveWish(double[] times) implements Message {
        @Override
        public String type() {
            return "curve";
        }
    }

    /**
     * A training shall begin.
     *
     * @param run what its reports are to be marked with
     * @param plan its network and its optimiser
     * @param moment when the field is to be learned
     */
    record Train(long run, Plan plan, Moment moment) implements Message {
        @Override
        public String type() {
            return "train";
        }
    }

    /** The training shall stop. */
    record TrainStop() implements Message {
        @Override
        public String type() {
            return "trainStop";
        }
    }

    /**
     * The training shall go on.
     *
     * @param steps how many more
     */
    record TrainOn(int steps) implements Message {
        @Override
        public String type() {
            return "trainOn";
        }
    }

    /**
     * The view as code, please.
     *
     * @param moment the time
     */
    record SnippetWish(Moment moment) implements Message {
        @Override
        public String type() {
            return "snippet";
        }
    }

    /**
     * The samples as a file, please.
     *
     * @param moment the time
     */
    record NpyWish(Moment moment) implements Message {
        @Override
        public String type() {
            return "export";
        }
    }

    /**
     * A moving picture, please.
     *
     * @param moments one a frame
     * @param colormap the colours
     * @param lo the value of the first colour
     * @param hi the value of the last colour
     */
    record GifWish(List<Moment> moments, Colormap colormap, double lo, double hi) implements Message {
        @Override
        public String type() {
            return "export";
        }
    }

    /** The page is still there. */
    record Alive() implements Message {
        @Override
        public String type() {
            return "alive";
        }
    }
}
