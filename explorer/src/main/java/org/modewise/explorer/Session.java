package org.modewise.explorer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
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
import org.modewise.explorer.scene.Moment;
import org.modewise.explorer.scene.Motion;
import org.modewise.explorer.scene.Reversibility;
import org.modewise.explorer.scene.Scene;
import org.modewise.explorer.scene.SceneEquation;
import org.modewise.explorer.scene.Settings;
import org.modewise.explorer.scene.Shape;
import org.modewise.explorer.training.Learner;

/**
 * One page's state, and the one place that alters it. Messages are worked off in their order, one at a time, on the
 * workers' threads; of the wishes for frames only the newest waits, and none is answered before the last answer has been taken, so a
 * slow page sees fewer frames and never old ones. Nothing is worked off for a page that does not read, and what has begun for one
 * that has gone ends at the next frame, dab or time.
 */
final class Session {
    private static final int START_GRID = 128;

    // A stroke of the brush during a slow frame is some hundred messages; two of the longest fit as well.
    private static final int MOST_WAITING = 4000;
    private static final int MOST_WAITING_CHARACTERS = 2 * MessageReader.MOST_CHARACTERS;

    // Answers on their way before the page is made to wait, before pictures of trainings are left out, and before it is
    // given up.
    private static final int MOST_OUTGOING = 4;
    private static final int MOST_UNREAD = 64;

    private final Line line;
    private final Executor workers;
    private final Executor trainers;
    private final Path folder;
    private final MessageReader reader = new MessageReader();

    private final Object lock = new Object();
    private final Queue<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private FrameWish wish;
    private boolean running;
    private boolean sending;
    private int outgoing;
    private volatile boolean closed;

    // Of the thread that works, handed on under the lock.
    private Canvas canvas = new Canvas(START_GRID, new Shape.Letter("A"), List.of(), () -> {});
    private SceneEquation equation = SceneEquation.ALL.get(0);
    private Settings settings = Settings.start(equation.parameters());
    private FrameMaker frames = new FrameMaker(canvas.grid());
    private Motion motion;
    private double initialEnergy;
    private Learner learner;

    /** Begins with a greeting. */
    Session(Line line, Executor workers, Executor trainers, Path folder) {
        this.line = line;
        this.workers = workers;
        this.trainers = trainers;
        this.folder = folder;
        say(Replies.hello());
    }

    /**
     * Takes a message.
     *
     * @param text what the page has sent
     */
    void accept(String text) {
        boolean tooMany;
        synchronized (lock) {
            waitingCharacters += text.length();
            waiting.add(text);
            tooMany = waiting.size() > MOST_WAITING || waitingCharacters > MOST_WAITING_CHARACTERS;
            schedule();
        }
        if (tooMany) {
            close();
            line.hangUp("too many messages wait to be worked off");
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
        return outgoing < MOST_OUTGOING && (!waiting.isEmpty() || wish != null && !sending);
    }

    /** Does one thing, and queues behind the other sessions for the next. */
    private void work() {
        String text;
        FrameWish frame = null;
        synchronized (lock) {
            text = waiting.poll();
            if (text != null) {
                waitingCharacters -= text.length();
            } else if (!sending) {
                frame = wish;
                wish = null;
                sending = frame != null;
            }
        }
        try {
            if (text != null) {
                take(text);
            } else if (frame != null) {
                attempt(frame);
            }
        } finally {
            boolean last;
            synchronized (lock) {
                running = false;
                last = closed;
                schedule();
            }
            if (last) {
                release();
            }
        }
    }

    private void take(String text) {
        Message message;
        try {
            message = reader.read(text);
        } catch (BadMessageException e) {
            say(Replies.error(e.about(), e.getMessage()));
            return;
        }
        if (message instanceof FrameWish newest) {
            synchronized (lock) {
                wish = newest;
            }
        } else {
            attempt(message);
        }
    }

    private void attempt(Message message) {
        try {
            handle(message);
        } catch (CancellationException e) {
            // The page has gone; nobody is left to be told.
        } catch (IllegalArgumentException | IOException e) {
            complain(message, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger(Session.class.getName()).log(System.Logger.Level.WARNING, "a session failed", e);
            complain(message, "the server failed: " + e);
        }
    }

    private void complain(Message message, String words) {
        if (message instanceof FrameWish) {
            synchronized (lock) {
                sending = false;
            }
        }
        say(Replies.error(message.type(), words));
    }

    private void handle(Message message) throws IOException {
        if (message instanceof FrameWish wished) {
            ByteBuffer buffer = frames.frame(wished.sequence(), motion(), allowed(wished.moment()), initialEnergy);
            send(buffer, () -> sending = false);
        } else if (message instanceof Paint paint) {
            canvas.paint(paint.dab());
            motion = null;
        } else if (message instanceof NewField field) {
            Canvas other = new Canvas(field.n(), field.shape(), field.dabs(), this::goOn);
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
            say(Replies.curve(curve.times(), energies(curve.times())));
        } else if (message instanceof SnippetWish snippet) {
            say(Replies.snippet(Scene.code(canvas, equation, settings, allowed(snippet.moment()))));
        } else if (message instanceof NpyWish npy) {
            send(FileMaker.npy(canvas.grid(), motion(), allowed(npy.moment()), folder), () -> {});
        } else if (message instanceof GifWish gif) {
            send(FileMaker.gif(canvas.grid(), motion(), allowed(gif), this::goOn, folder), () -> {});
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

    /** Ends what is going on if the page has gone. */
    private void goOn() {
        if (closed) {
            throw new CancellationException();
        }
    }

    private void say(String json) {
        count();
        line.send(json, () -> gone(() -> {}));
    }

    /** Sends numbers; {@code sent} runs under the lock. */
    private void send(ByteBuffer message, Runnable sent) {
        count();
        line.send(message, () -> gone(sent));
    }

    private void count() {
        boolean deaf;
        synchronized (lock) {
            deaf = ++outgoing == MOST_UNREAD;
        }
        if (deaf) {
            close();
            line.hangUp("the page does not read what it is sent");
        }
    }

    private void gone(Runnable sent) {
        synchronized (lock) {
            outgoing--;
            sent.run();
            schedule();
        }
    }

    /** The time that can be shown: where there is no way back, it stops at zero. */
    private Moment allowed(Moment moment) {
        boolean back =
                equation.reversibility() == Reversibility.YES || equation.reversibility() == Reversibility.REGULARIZED;
        return back || moment.t() >= 0 ? moment : new Moment(0, moment.amplification());
    }

    private GifWish allowed(GifWish wish) {
        List<Moment> moments = wish.moments().stream().map(this::allowed).toList();
        return new GifWish(moments, wish.colormap(), wish.lo(), wish.hi());
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
            goOn();
            double t = times[k];
            boolean known = t >= 0 || equation.reversibility() == Reversibility.YES;
            energies[k] = known ? frames.energy(solution, t) / initialEnergy : Double.NaN;
        }
        return energies;
    }

    private void train(Train train) throws IOException {
        if (learner != null) {
            learner.close();
        }
        Moment moment = allowed(train.moment());
        double[] values = new double[canvas.grid().size()];
        motion().shown(moment, values);
        Field2D exact = Field2D.of(canvas.grid(), values);
        learner = new Learner(train.plan(), exact, folder, trainers, (progress, samples, fit) -> {
            say(Replies.training(train.run(), progress, moment.t(), samples));
            if (fit != null && hasRoom()) {
                Field2D network = fit.model().sample(exact.grid());
                send(PredictionMaker.prediction(train.run(), progress.step(), network, exact), () -> {});
            }
        });
        learn(train.plan().steps());
    }

    private boolean hasRoom() {
        synchronized (lock) {
            return outgoing < MOST_OUTGOING;
        }
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
        boolean idle;
        synchronized (lock) {
            closed = true;
            waiting.clear();
            wish = null;
            idle = !running;
        }
        if (idle) {
            release();
        }
    }

    /** When nothing works any more. */
    private void release() {
        if (learner != null) {
            learner.close();
        }
    }
}
