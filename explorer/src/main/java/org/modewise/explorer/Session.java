package org.modewise.explorer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.modewise.core.Field2D;
import org.modewise.explorer.frame.FileMaker;
import org.modewise.explorer.frame.FrameMaker;
import org.modewise.explorer.frame.PredictionMaker;
import org.modewise.explorer.message.BadMessageException;
import org.modewise.explorer.message.Message;
import org.modewise.explorer.message.Message.CurveWish;
import org.modewise.explorer.message.Message.FrameWish;
import org.modewise.explorer.message.Message.GifWish;
import org.modewise.explorer.message.Message.NewEquation;
import org.modewise.explorer.message.Message.NewField;
import org.modewise.explorer.message.Message.NpyWish;
import org.modewise.explorer.message.Message.Paint;
import org.modewise.explorer.message.Message.SnippetWish;
import org.modewise.explorer.message.Message.Train;
import org.modewise.explorer.message.Message.TrainOn;
import org.modewise.explorer.message.Message.TrainStop;
import org.modewise.explorer.message.MessageReader;
import org.modewise.explorer.scene.Canvas;
import org.modewise.explorer.scene.Motion;
import org.modewise.explorer.scene.Reversibility;
import org.modewise.explorer.scene.Scene;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.explorer.training.Learner;
import org.modewise.siren.Fit;

/**
 * One page's state, and the one place that alters it. Messages are worked off in their order, one at a time, on the
 * workers' threads; of the wishes for frames only the newest waits, and none is answered before the last answer has been taken, so a
 * slow page sees fewer frames and never old ones.
 */
final class Session {
    private static final int START_GRID = 128;

    // Messages that wait before the page is made to wait.
    private static final int LONGEST_QUEUE = 32;

    private final Line line;
    private final Executor workers;
    private final Executor trainers;
    private final Path folder;
    private final MessageReader reader = new MessageReader();

    private final Object lock = new Object();
    private final Queue<Message> waiting = new ArrayDeque<>();
    private FrameWish wish;
    private boolean running;
    private boolean sending;
    private boolean closed;
    private Runnable onRoom;

    // Of the thread that works, handed on under the lock.
    private Canvas canvas = new Canvas(START_GRID, new Shape.Letter("A"), List.of());
    private SceneEquation equation = SceneEquation.ALL.get(0);
    private Settings settings = Settings.start(equation.parameters());
    private FrameMaker frames = new FrameMaker(canvas.grid());
    private Motion motion;
    private double initialEnergy;
    private Learner learner;

    Session(Line line, Executor workers, Executor trainers, Path folder) {
        this.line = line;
        this.workers = workers;
        this.trainers = trainers;
        this.folder = folder;
    }

    /**
     * Takes a message.
     *
     * @param text what the page has sent
     * @param room runs once there is room for the next one, now or later
     */
    void accept(String text, Runnable room) {
        Message message;
        try {
            message = reader.read(text);
        } catch (BadMessageException e) {
            line.send(Replies.error(e.about(), e.getMessage()));
            room.run();
            return;
        }
        boolean full;
        synchronized (lock) {
            if (message instanceof FrameWish newest) {
                wish = newest;
            } else {
                waiting.add(message);
            }
            full = waiting.size() >= LONGEST_QUEUE;
            if (full) {
                onRoom = room;
            }
            schedule();
        }
        if (!full) {
            room.run();
        }
    }

    /** Under the lock. */
    private void schedule() {
        if (!running && !closed && hasWork()) {
            running = true;
            try {
                workers.execute(this::work);
            } catch (RejectedExecutionException e) {
                running = false;
            }
        }
    }

    private boolean hasWork() {
        return !waiting.isEmpty() || wish != null && !sending;
    }

    /** Does one thing, and queues behind the other sessions for the next. */
    private void work() {
        Message message;
        Runnable room = null;
        synchronized (lock) {
            message = waiting.poll();
            if (message == null && !sending) {
                message = wish;
                wish = null;
                sending = message != null;
            }
            if (onRoom != null && waiting.size() < LONGEST_QUEUE) {
                room = onRoom;
                onRoom = null;
            }
        }
        if (room != null) {
            room.run();
        }
        try {
            if (message != null) {
                handle(message);
            }
        } catch (IllegalArgumentException | IOException e) {
            complain(message, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger(Session.class.getName()).log(System.Logger.Level.WARNING, "a session failed", e);
            complain(message, "the server failed: " + e);
        } finally {
            synchronized (lock) {
                running = false;
                if (closed) {
                    release();
                } else {
                    schedule();
                }
            }
        }
    }

    private void complain(Message message, String words) {
        if (message instanceof FrameWish) {
            sent();
        }
        line.send(Replies.error(type(message), words));
    }

    private static String type(Message message) {
        if (message instanceof FrameWish) {
            return "frame";
        } else if (message instanceof NewField) {
            return "field";
        } else if (message instanceof Paint) {
            return "dab";
        } else if (message instanceof NewEquation) {
            return "equation";
        } else if (message instanceof Train || message instanceof TrainOn) {
            return "train";
        }
        return "session";
    }

    private void handle(Message message) throws IOException {
        if (message instanceof FrameWish frame) {
            double t = allowed(frame.t());
            ByteBuffer buffer = frames.frame(frame.sequence(), motion(), t, frame.amplification(), initialEnergy);
            line.send(buffer, this::sent);
        } else if (message instanceof Paint paint) {
            canvas.paint(paint.dab());
            motion = null;
        } else if (message instanceof NewField field) {
            Canvas other = new Canvas(field.n(), field.shape(), field.dabs());
            if (field.n() != canvas.grid().nx()) {
                frames = new FrameMaker(other.grid());
            }
            canvas = other;
            motion = null;
        } else if (message instanceof NewEquation other) {
            equation = other.equation();
            settings = other.settings();
            motion = null;
        } else if (message instanceof CurveWish curve) {
            line.send(Replies.curve(curve.times(), energies(curve.times())));
        } else if (message instanceof SnippetWish snippet) {
            line.send(Replies.snippet(Scene.code(canvas, equation, settings, allowed(snippet.t()))));
        } else if (message instanceof NpyWish npy) {
            send(FileMaker.npy(canvas.grid(), motion(), forward(npy.t()), folder));
        } else if (message instanceof GifWish gif) {
            double[] times = Arrays.stream(gif.times()).map(this::forward).toArray();
            send(FileMaker.gif(canvas.grid(), motion(), times, gif.colormap(), folder));
        } else if (message instanceof Train train) {
            train(train);
        } else if (message instanceof TrainOn on) {
            if (learner == null) {
                throw new IllegalArgumentException("there is no training to go on with");
            }
            learn(on.steps());
        } else if (message instanceof TrainStop && learner != null) {
            learner.stop();
        }
    }

    private void send(ByteBuffer message) {
        line.send(message, () -> {});
    }

    private void sent() {
        synchronized (lock) {
            sending = false;
            schedule();
        }
    }

    /** The time that can be shown: no way back stops at zero. */
    private double allowed(double t) {
        boolean back =
                equation.reversibility() == Reversibility.YES || equation.reversibility() == Reversibility.REGULARIZED;
        return back ? t : Math.max(0, t);
    }

    /** The time that a solution reaches without a regularization. */
    private double forward(double t) {
        return equation.reversibility() == Reversibility.YES ? t : Math.max(0, t);
    }

    private Motion motion() {
        if (motion == null) {
            Motion next = equation.solve(canvas.field(), settings);
            initialEnergy = frames.energy(next, 0);
            motion = next;
        }
        return motion;
    }

    private double[] energies(double[] times) {
        Motion solution = motion();
        double[] energies = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            double t = times[k];
            energies[k] = t == forward(t) ? frames.energy(solution, t) / initialEnergy : Double.NaN;
        }
        return energies;
    }

    private void train(Train train) throws IOException {
        if (learner != null) {
            learner.close();
        }
        double t = forward(train.t());
        double[] values = new double[canvas.grid().size()];
        motion().at(t, values);
        Field2D exact = Field2D.of(canvas.grid(), values);
        learner = new Learner(train.plan(), exact, folder, trainers, (progress, fit, truth) -> {
            line.send(Replies.training(progress, t, train.plan().parameters()));
            if (fit != null) {
                send(PredictionMaker.prediction(progress.step(), sample(fit, truth), truth));
            }
        });
        learn(train.plan().steps());
    }

    private static Field2D sample(Fit fit, Field2D truth) {
        return fit.model().sample(truth.grid());
    }

    private void learn(int steps) {
        try {
            learner.go(steps);
        } catch (RejectedExecutionException e) {
            throw new IllegalArgumentException("too many trainings are waiting on this server; try again later", e);
        }
    }

    /** Ends the session: a training stops, and all memory can go. */
    void close() {
        synchronized (lock) {
            closed = true;
            waiting.clear();
            wish = null;
            if (!running) {
                release();
            }
        }
    }

    /** Under the lock, when nothing works any more. */
    private void release() {
        if (learner != null) {
            learner.close();
            learner = null;
        }
    }
}
