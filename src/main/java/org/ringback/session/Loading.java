package org.ringback.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.call.Call;
import org.ringback.call.FileClock;
import org.ringback.call.FileClocks;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.CaptureSource;

/**
 * Reads what is opened. It takes the place of what is open only when it holds a call; until then, and if it holds none, what
 * is open stays. For the screen's thread.
 */
public final class Loading {

    /** Shows what is open. */
    interface Listener {

        /** Something else is open. */
        void replaced(Loaded before, Loaded after);

        /**
         * What is open was read a bit further.
         *
         * @param anew whether the list has to be arranged anew
         */
        void read(CaptureEvent event, boolean anew);
    }

    private final Executor screen;
    private final Background background;
    private final Diagnosis diagnosis;
    private final Supplier<Optional<Path>> errorLog;
    private final CaptureModel capture;
    private final Undo undo;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<Unopened> refused = new ReadOnlyObjectWrapper<>(this, "refused");
    private Loaded now = Loaded.nothing();
    private Loaded coming;

    Loading(
            Executor screen,
            Background background,
            Diagnosis diagnosis,
            Supplier<Optional<Path>> errorLog,
            CaptureModel capture,
            Undo undo,
            Listener listener) {
        this.screen = screen;
        this.background = background;
        this.diagnosis = diagnosis;
        this.errorLog = errorLog;
        this.capture = capture;
        this.undo = undo;
        this.listener = listener;
    }

    /** What is open. */
    Loaded now() {
        return now;
    }

    /**
     * Reads something.
     *
     * @param aside whether to change nothing before a call was found, even if nothing is open
     */
    void load(CaptureSource source, UndoText how, Set<String> apart, boolean aside) {
        load(Loaded.of(source, how, apart), aside);
    }

    private void load(Loaded next, boolean aside) {
        dropComing();
        var job = new CaptureJob(next.asked(), diagnosis, errorLog, event -> screen.execute(() -> take(next, event)));
        next.readBy(job);
        if (aside || now.holdsCalls()) {
            coming = next;
            capture.coming(next.facts());
        } else {
            replace(next);
        }
        background.run(Executors.callable(job), _ -> {});
    }

    /** Reads files again as they were when they were open before, instead of what is open now. */
    public void open(Recent recent) {
        load(recent.source(), UndoText.OPENED, recent.apart(), false);
    }

    /** Whether files can be added to what is open. */
    public boolean canAdd() {
        return now.facts().state() != CaptureModel.State.EMPTY && now.source() instanceof CaptureSource.Files;
    }

    /** Reads files into one timeline with those that are open; if none are, instead of what is open. */
    public void add(List<Path> files) {
        if (canAdd()
                && now.asked() instanceof CaptureSource.Files(var asked, var _)
                && now.source() instanceof CaptureSource.Files(var open, var offsets)) {
            List<Path> all = new ArrayList<>(asked);
            files.stream().filter(file -> !asked.contains(file)).distinct().forEach(all::add);
            if (all.size() == asked.size()) {
                // Whoever reads them says that they are open already.
                all.addAll(files);
            }
            load(Loaded.added(new CaptureSource.Files(all, offsets), now.apart(), open.size()), false);
        } else {
            load(new CaptureSource.Files(files), UndoText.OPENED, Set.of(), false);
        }
    }

    /** Reads the open files again with other clocks: what to add to all times of a file; nothing for the others. */
    public void setClocks(Map<Path, Duration> offsets) {
        if (now.asked() instanceof CaptureSource.Files(var asked, var _)
                && now.source() instanceof CaptureSource.Files(var _, var before)
                && !offsets.equals(before)) {
            again(new CaptureSource.Files(asked, offsets), UndoText.CLOCKS_SET);
        }
    }

    /**
     * Compares the clocks of the open files by messages that two of them hold.
     *
     * @param told takes what can be told of each file but the first, by its index
     */
    public void compareClocks(Consumer<JobResult<Map<Integer, FileClock>>> told) {
        if (now.source() instanceof CaptureSource.Files(var files, var _)) {
            List<Call> calls = now.rows().stream().map(CallRow::call).toList();
            background.run(() -> FileClocks.of(calls, files.size()), told);
        }
    }

    /** Reads what is open once more, as it is now. */
    public void readAgain() {
        if (now.asked() != null) {
            again(now.asked(), UndoText.READ_AGAIN);
        }
    }

    /** Reads the same calls, perhaps with others: they stay as the user has them. */
    private void again(CaptureSource source, UndoText how) {
        load(source, how, now.apart(), false);
    }

    private void take(Loaded from, CaptureEvent event) {
        boolean anew = from.take(event);
        if (from != coming && from != now) {
            return;
        }
        if (event instanceof CaptureEvent.Ended && from.outOfMemory() && undo.forgetCaptures()) {
            // There is more memory now.
            load(from.again(), false);
        } else if (from == now) {
            capture.show(from.facts());
            readOn(event, anew);
        } else if (from.worthShowing()) {
            replace(from);
            readOn(event, anew);
        } else if (from.loading()) {
            capture.coming(from.facts());
        } else {
            dropComing();
            refuse(from);
        }
    }

    private void readOn(CaptureEvent event, boolean anew) {
        listener.read(event, anew);
        if (event instanceof CaptureEvent.Read) {
            remember();
            tellUseless();
        }
    }

    /** It holds no call, or adds none, so what was open before still is. */
    private void refuse(Loaded useless) {
        boolean added = useless.how() == UndoText.ADDED && useless.holdsCalls();
        if (!added) {
            capture.recent().forget(useless.source());
        }
        Optional<Unusable> why =
                added ? useless.useless() : useless.facts().unusable().stream().findFirst();
        refused.set(new Unopened(useless.source(), why, now.holdsCalls()));
    }

    /** Files that were added beside others, and add nothing. */
    private void tellUseless() {
        if (now.how() == UndoText.ADDED && now.holdsCalls()) {
            now.useless().ifPresent(why -> refused.set(new Unopened(now.source(), Optional.of(why), false)));
        }
    }

    /** What is open is offered again another time, as it is now. */
    void remember() {
        if (now.holdsCalls()) {
            now.recent().ifPresent(capture.recent()::opened);
        } else {
            capture.recent().forget(now.source());
        }
    }

    /** What was not opened last, beside what is open; {@code null} as long as there is nothing. */
    public ReadOnlyObjectProperty<Unopened> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    private void replace(Loaded next) {
        Loaded before = now;
        now = next;
        coming = null;
        capture.coming(null);
        capture.show(next.facts());
        if (before.holdsCalls()) {
            before.stop();
        } else {
            before.abandon();
        }
        listener.replaced(before, next);
    }

    /** Opens something that was open before, as it was. */
    void bringBack(Loaded before) {
        dropComing();
        now.abandon();
        now = before;
        capture.show(before.facts());
    }

    /** Opens nothing, and reads nothing. */
    void close() {
        dropComing();
        replace(Loaded.nothing());
    }

    /** Whether something is being read that {@link #cancel} would stop. */
    public boolean reading() {
        return coming != null || now.loading();
    }

    /** Stops reading: what is open and was read so far stays. */
    void cancel() {
        if (coming != null) {
            dropComing();
        } else if (now.loading()) {
            now.stop();
        }
    }

    private void dropComing() {
        if (coming != null) {
            coming.abandon();
            coming = null;
            capture.coming(null);
        }
    }
}
