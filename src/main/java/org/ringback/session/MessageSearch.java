package org.ringback.session;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.call.Message;
import org.ringback.sip.Printable;

/**
 * Looks for words in every message of what is open, headers and bodies alike, on a thread of its own. For the screen's
 * thread.
 */
public final class MessageSearch {

    /** Nobody reads more; all are counted. */
    public static final int MOST = 500;

    /** How often it is told how far it is, at most. */
    private static final int STEPS = 50;

    private static final int LONGEST_LINE = 300;

    private final Executor screen;
    private final Background background;
    private final CallsModel calls;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(this, "result", Result.NOTHING);
    private Job job;
    /** What is to be read of its call when that is there, or {@code null}. */
    private Hit wanted;

    /**
     * A message that has the words.
     *
     * @param row of its call
     * @param line the first line that has them, fit to be shown
     */
    public record Hit(CallRow row, Message message, String line) {}

    /**
     * What was found so far.
     *
     * @param words what was looked for; blank if nothing was
     * @param hits the first {@value MessageSearch#MOST} messages that have it, in the order in which calls began
     * @param count how many messages have it
     * @param share how much was looked at, from 0 to 1
     * @param searching whether it goes on
     */
    public record Result(String words, List<Hit> hits, int count, double share, boolean searching) {

        static final Result NOTHING = new Result("", List.of(), 0, 0, false);

        public Result {
            hits = List.copyOf(hits);
        }

        private Result stopped() {
            return new Result(words, hits, count, share, false);
        }
    }

    /**
     * Looks for nothing yet.
     *
     * @param screen runs what changes the state
     * @param threads run what takes long
     */
    MessageSearch(CallsModel calls, Executor screen, Executor threads) {
        this.calls = calls;
        this.screen = screen;
        this.background = new Background(screen, threads);
        calls.openProperty().addListener((property, before, open) -> select(open));
        calls.capture().stateProperty().addListener((property, before, state) -> {
            if (state == CaptureModel.State.EMPTY) {
                clear();
            }
        });
    }

    /** Looks for words as they stand, in whatever case, instead of those before. */
    public void search(String typed) {
        stop();
        String words = typed.strip();
        if (words.isEmpty()) {
            result.set(Result.NOTHING);
            return;
        }
        job = new Job(words, calls.rows());
        result.set(new Result(words, List.of(), 0, 0, true));
        Job begun = job;
        background.run(Executors.callable(begun), done -> {
            // Whatever made it end early: what was found so far is true.
            if (begun == job) {
                stop();
            }
        });
    }

    /** Goes no further; what was found stays. */
    public void stop() {
        if (job != null) {
            job.stopped = true;
            job = null;
            result.set(result.get().stopped());
        }
    }

    /** Opens the call of a message, and reads that. */
    public void open(Hit hit) {
        wanted = hit;
        calls.open(hit.row());
    }

    private void select(Open open) {
        if (wanted != null && open != null && open.row() == wanted.row()) {
            open.call().selectedProperty().set(wanted.message());
            open.call().comparedProperty().set(null);
            wanted = null;
        }
    }

    private void clear() {
        stop();
        wanted = null;
        result.set(Result.NOTHING);
    }

    private void take(Job from, Result found) {
        if (from == job) {
            result.set(found);
        }
    }

    /** How many searches go on, those included that nobody waits for. */
    public ReadOnlyIntegerProperty workingProperty() {
        return background.workingProperty();
    }

    public ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** One search, on its own thread. */
    private final class Job implements Runnable {

        private final String words;
        private final Pattern pattern;
        private final List<CallRow> all;
        private final List<Hit> hits = new ArrayList<>();
        private int count;
        private volatile boolean stopped;

        private Job(String words, List<CallRow> all) {
            this.words = words;
            this.pattern = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            this.all = all;
        }

        @Override
        public void run() {
            int step = Math.max(1, all.size() / STEPS);
            for (int i = 0; i < all.size() && !stopped; i++) {
                CallRow row = all.get(i);
                for (Message message : row.call().messages()) {
                    if (!stopped) {
                        look(row, message);
                    }
                }
                if ((i + 1) % step == 0) {
                    tell((i + 1.0) / all.size());
                }
            }
            tell(1);
        }

        private void look(CallRow row, Message message) {
            String text = new String(message.captured().bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                count++;
                if (hits.size() < MOST) {
                    hits.add(new Hit(row, message, line(text, matcher.start())));
                }
            }
        }

        private static String line(String text, int at) {
            int from = text.lastIndexOf('\n', at) + 1;
            int to = text.indexOf('\n', at);
            String line = text.substring(from, to < 0 ? text.length() : to).strip();
            return Printable.of(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE));
        }

        private void tell(double share) {
            var found = new Result(words, hits, count, share, true);
            screen.execute(() -> take(this, found));
        }
    }
}
