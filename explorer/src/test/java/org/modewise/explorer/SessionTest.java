package org.modewise.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modewise.explorer.frame.Decoded;

/** A session at the end of a line that takes what it is sent only when told to. */
class SessionTest {
    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Slow line = new Slow();

    @AfterEach
    void stop() throws InterruptedException {
        workers.shutdownNow();
        assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private Session session() {
        return new Session(line, workers, workers, folder);
    }

    private static String frame(long sequence) {
        return "{\"type\":\"frame\",\"sequence\":" + sequence + ",\"t\":0.01,\"amplification\":1000}";
    }

    private static final String NPY = "{\"type\":\"export\",\"format\":\"npy\",\"t\":0.01,\"amplification\":1000}";

    /** What is sent waits until it is taken. */
    private static final class Slow implements Line {
        private final BlockingQueue<Runnable> underWay = new LinkedBlockingQueue<>();
        private final BlockingQueue<Decoded> sent = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> end = new LinkedBlockingQueue<>();

        @Override
        public void send(String json, Runnable done) {
            said.add(json);
            underWay.add(done);
        }

        @Override
        public void send(ByteBuffer message, Runnable done) {
            try {
                sent.add(Decoded.of(message));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            underWay.add(done);
        }

        @Override
        public void hangUp(String reason) {
            end.add(reason);
        }

        void takeOne() throws InterruptedException {
            underWay.poll(20, TimeUnit.SECONDS).run();
        }

        Decoded next() throws InterruptedException {
            Decoded next = sent.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }
    }

    private void rest() throws InterruptedException {
        int before = -1;
        while (line.sent.size() + line.said.size() != before) {
            before = line.sent.size() + line.said.size();
            Thread.sleep(300);
        }
    }

    @Test
    void ofManyWishesTheNewestIsAnsweredOnceTheLastAnswerIsTaken() throws InterruptedException {
        Session session = session();
        line.takeOne();
        session.accept(frame(1));
        assertThat(line.next().header().path("sequence").intValue()).isEqualTo(1);
        for (int k = 2; k <= 100; k++) {
            session.accept(frame(k));
        }
        rest();
        assertThat(line.sent).isEmpty();
        line.takeOne();
        assertThat(line.next().header().path("sequence").intValue()).isEqualTo(100);
        line.takeOne();
        rest();
        assertThat(line.sent).isEmpty();
        session.close();
    }

    @Test
    void nothingIsWorkedOffForAPageThatDoesNotRead() throws InterruptedException {
        Session session = session();
        for (int k = 0; k < 20; k++) {
            session.accept(NPY);
        }
        rest();
        // The greeting is one of the four that may be under way.
        assertThat(line.sent).hasSize(3);
        for (int k = 0; k < 21; k++) {
            line.takeOne();
        }
        rest();
        assertThat(line.sent).hasSize(20);
        session.close();
    }

    @Test
    void whoFloodsIsHungUpOn() throws InterruptedException {
        Session session = session();
        for (int k = 0; k < 4; k++) {
            session.accept("x");
        }
        rest();
        for (int k = 0; k < 5000 && line.end.isEmpty(); k++) {
            session.accept(frame(k));
        }
        assertThat(line.end.poll(20, TimeUnit.SECONDS)).isEqualTo("too many messages wait to be worked off");
        assertThat(line.sent).isEmpty();
    }

    @Test
    void whatGoesOnEndsWithThePage() throws InterruptedException {
        Session session = session();
        line.takeOne();
        session.accept("{\"type\":\"field\",\"n\":512,\"initial\":{\"shape\":\"letter\",\"text\":\"A\"},\"dabs\":[]}");
        session.accept("{\"type\":\"equation\",\"name\":\"burgers\",\"parameters\":{\"kind\":\"lines\"}}");
        StringBuilder times = new StringBuilder("0");
        for (int k = 1; k < 120; k++) {
            times.append(',').append(k * 1e-2);
        }
        session.accept("{\"type\":\"export\",\"format\":\"gif\",\"times\":[" + times
                + "],\"amplification\":1000,\"lo\":0,\"hi\":1,\"colormap\":\"viridis\"}");
        session.accept("{\"type\":\"curve\",\"times\":[" + times + "]}");
        Thread.sleep(500);
        session.close();
        workers.shutdown();
        // One frame of this takes a second at most on a busy machine; all of them minutes.
        assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(line.sent).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void downloadsBelowZeroAreWhatIsSeen() throws InterruptedException {
        Session session = session();
        line.takeOne();
        session.accept(NPY.replace("0.01", "-0.01"));
        Decoded regularised = line.next();
        assertThat(regularised.header().path("name").textValue()).isEqualTo("modewise-t=-0.01.npy");
        session.accept(NPY.replace("0.01", "0.0"));
        assertThat(line.next().data()).isNotEqualTo(regularised.data());
        session.accept(frame(1).replace("0.01", "-0.01"));
        Decoded frame = line.next();
        int n = 128;
        double[] shown = frame.values("field", 0, n * n);
        // The samples are the end of the file, doubles from the bottom row up.
        int start = regularised.data().limit() - Double.BYTES * n * n;
        for (int k = 0; k < n * n; k++) {
            assertThat(shown[k])
                    .isCloseTo(
                            regularised.data().getDouble(start + Double.BYTES * k),
                            org.assertj.core.api.Assertions.within(0.51 * frame.step("field")));
        }
        session.close();
    }
}
