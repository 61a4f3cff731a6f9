package org.ringback.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.reading.CaptureSource;

/** What the user did last, so that it can be undone, the last first. For the screen's thread. */
public final class Undo {

    private static final int MOST = 50;

    /** More messages than that are not held only because somebody might want them back; what was open last always is. */
    private static final long MOST_MESSAGES = 400_000;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Step> done = new ReadOnlyObjectWrapper<>(this, "done");
    private boolean undoing;

    /**
     * One thing that was done.
     *
     * @param source what it was done with, as far as its words name it; else {@code null}
     * @param messages how many SIP messages are kept in memory for it
     * @param back undoes it
     */
    public record Step(UndoText what, CaptureSource source, long messages, Runnable back) {}

    /** Notes what was done; nothing that is done by undoing something. */
    Optional<Step> note(Step step) {
        if (undoing) {
            return Optional.empty();
        }
        steps.push(step);
        while (steps.size() > MOST || (steps.size() > 1 && held() > MOST_MESSAGES)) {
            steps.removeLast();
        }
        if (step.what().told()) {
            done.set(step);
        }
        return Optional.of(step);
    }

    /** What was done last that the user should be told of, because it can be undone; {@code null} as long as there is nothing. */
    public ReadOnlyObjectProperty<Step> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Gives back the memory that is held only because somebody might want something back. Whether there was any. */
    boolean forgetCaptures() {
        boolean held = steps.stream().anyMatch(step -> step.messages() > 0);
        if (held) {
            // What was done before a capture was left cannot be undone without it.
            steps.clear();
        }
        return held;
    }

    /** In all but the last one. */
    private long held() {
        return steps.stream().skip(1).mapToLong(Step::messages).sum();
    }

    /** What would be undone now. */
    Optional<Step> last() {
        return Optional.ofNullable(steps.peek());
    }

    /** Undoes what was done last. What it was; empty if there is nothing. */
    public Optional<Step> undo() {
        Optional<Step> last = Optional.ofNullable(steps.poll());
        last.ifPresent(this::undo);
        return last;
    }

    /** Undoes a step, and whatever was done since. */
    public void undoTo(Step step) {
        while (steps.contains(step)) {
            undo();
        }
    }

    private void undo(Step step) {
        undoing = true;
        try {
            step.back().run();
        } finally {
            undoing = false;
        }
    }
}
