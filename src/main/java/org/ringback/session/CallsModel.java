package org.ringback.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ringback.call.LegLink;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;

/**
 * The calls of what was opened: read, narrowed, ordered and looked at on threads of their own. Everything here is for the
 * screen's thread.
 */
public final class CallsModel {

    /** Between one arrangement and the next, many more calls have to be looked at, by this factor. */
    private static final double LOOKED_AT = 1.3;

    private final Executor screen;
    private final Diagnosis diagnosis;
    private final Background background;
    private final CaptureModel capture;
    private final ReadOnlyObjectWrapper<CallList> list = new ReadOnlyObjectWrapper<>(this, "list", CallList.EMPTY);
    private final ReadOnlyObjectWrapper<List<Incident>> incidents =
            new ReadOnlyObjectWrapper<>(this, "incidents", List.of());
    private final ObjectProperty<CallFilter> filter = new SimpleObjectProperty<>(this, "filter", CallFilter.USUAL);
    private final ObjectProperty<CallOrder> order = new SimpleObjectProperty<>(this, "order", CallOrder.BY_START);
    private final Legs legs = new Legs();
    private final Latest<CallList> arranging;
    private final CallChoice choice;
    private final Latest<List<Unusable>> looking;
    private final Supplier<Optional<Path>> errorLog;
    private CaptureJob job;
    private List<CallRow> rows = List.of();
    /** What can be found out, once everything was read. */
    private Examined known;
    /** How many calls were looked at: what that changes of a long list is not arranged for each few of them. */
    private Growth looked = new Growth(LOOKED_AT);

    /**
     * Has nothing open.
     *
     * @param screen runs what changes the state: the only thread that anyone else uses this from
     * @param background runs what takes long, each on a thread of its own
     * @param errorLog where a mistake in the program can be read about, if there is such a file by then
     */
    CallsModel(
            Executor screen,
            Executor background,
            Diagnosis diagnosis,
            List<String> recent,
            Supplier<Optional<Path>> errorLog) {
        this.screen = screen;
        this.diagnosis = diagnosis;
        this.errorLog = errorLog;
        this.background = new Background(screen, background);
        this.arranging = new Latest<>(this.background);
        this.choice = new CallChoice(this.background);
        this.looking = new Latest<>(this.background);
        this.capture = new CaptureModel(new RecentFiles(recent));
        filter.addListener(change -> arrange());
        order.addListener(change -> arrange());
    }

    /** Reads captures and logs as one timeline, instead of what is open now. */
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            load(new CaptureSource.Files(files));
        }
    }

    /** Reads a log or a message that somebody copied. */
    public void openText(String text) {
        load(new CaptureSource.Pasted(text));
    }

    /** Reads the capture that comes with the program. */
    public void openSample() {
        load(new CaptureSource.Sample());
    }

    private void load(CaptureSource what) {
        close();
        capture.begin(what);
        var next = new CaptureJob[1];
        next[0] = new CaptureJob(what, diagnosis, errorLog, event -> screen.execute(() -> take(next[0], event)));
        job = next[0];
        background.run(Executors.callable(job), _ -> {});
    }

    /** Reads what is open once more, as it is now. */
    public void readAgain() {
        CaptureSource what = capture.sourceProperty().get();
        if (what != null) {
            load(what);
        }
    }

    /** Looks whether the files are still what they were when they were read; what was read stays in any case. */
    public void lookAtFiles() {
        CaptureJob reader = job;
        if (reader != null && capture.shown() && capture.sourceProperty().get() instanceof CaptureSource.Files) {
            looking.next(reader::changes, found -> found.ifDone(capture::changed));
        }
    }

    /** Stops reading; the calls that were read so far stay. */
    public void cancel() {
        if (job != null && capture.loading()) {
            job.stop();
        }
    }

    /** Shows nothing any more. */
    public void close() {
        if (job != null) {
            job.abandon();
            job = null;
        }
        capture.close();
        known = null;
        legs.clear();
        rows = List.of();
        arranging.drop();
        looked = new Growth(LOOKED_AT);
        looking.drop();
        choice.clear();
        incidents.set(List.of());
        filter.set(CallFilter.USUAL);
        list.set(CallList.EMPTY);
    }

    private void take(CaptureJob from, CaptureEvent event) {
        if (from != job) {
            return;
        }
        switch (event) {
            case CaptureEvent.Progress(double share, long count) -> capture.progress(share, count);
            case CaptureEvent.Rows(var current) -> show(current);
            case CaptureEvent.Read read -> read(read);
            case CaptureEvent.Linked(var tree, var everything) -> {
                legs.found(tree);
                known = everything;
                relinked();
            }
            case CaptureEvent.Marked(var some, var marks) -> {
                for (int i = 0; i < some.size(); i++) {
                    some.get(i).mark(marks.get(i));
                }
                if (looked.by(some.size())) {
                    arrange();
                }
            }
            case CaptureEvent.InCommon(var all) -> incidents.set(all);
            case CaptureEvent.Ended(var fault) -> {
                capture.ended(fault, rows.isEmpty());
                arrange();
            }
        }
    }

    private void show(List<CallRow> current) {
        rows = current;
        // What is being arranged of older rows is of no use.
        arranging.drop();
        choice.row()
                .filter(before -> !current.contains(before))
                .ifPresent(before -> current.stream()
                        .filter(row -> row.continues(before))
                        .findFirst()
                        .ifPresent(this::open));
        arrange();
    }

    private void read(CaptureEvent.Read read) {
        filter.set(filter.get().showingSomethingOf(read.rows()));
        capture.read(read);
        show(read.rows());
    }

    /** At most one at a time; what changed meanwhile is done once more afterwards. */
    private void arrange() {
        List<CallRow> all = rows;
        LegRows linked = legs.linked();
        CallFilter lets = filter.get();
        CallOrder by = order.get();
        arranging.next(() -> CallList.of(all, linked, lets, by), arranged -> arranged.ifDone(list::set));
    }

    /** Opens a call; it is there as soon as it was read, and what was found out about it as soon as it can be. */
    public void open(CallRow row) {
        choice.open(row, legs, everything());
        lookAtFiles();
    }

    /** Opens no call any more; the list stays. */
    public void closeCall() {
        choice.clear();
    }

    /** The rows of the chosen call and of the legs that stand together with it, itself first; empty if none is chosen. */
    public List<CallRow> together() {
        return choice.row().map(legs.linked()::together).orElse(List.of());
    }

    /** Takes a leg away from the earlier one below which it stands, together with those below it. */
    public void unlink(CallRow leg) {
        if (legs.unlink(leg)) {
            relinked();
        }
    }

    /** Puts a leg back below the earlier one. */
    public void linkAgain(CallRow leg) {
        if (legs.linkAgain(leg)) {
            relinked();
        }
    }

    private void relinked() {
        choice.row().ifPresent(this::open);
        arrange();
    }

    /** What can be found out about every call; empty until everything was read. */
    Optional<Examined> everything() {
        return Optional.ofNullable(known);
    }

    /** Which calls are legs of one, but for those that the user has taken apart. */
    LegTree legs() {
        return legs.linked().tree();
    }

    /** The link by which a leg stands below an earlier one. */
    public Optional<LegLink> link(CallRow leg) {
        return legs.linked().link(leg);
    }

    /** The link that the user has undone. */
    public Optional<LegLink> undoneLink(CallRow leg) {
        return legs.undone(leg);
    }

    /** What they are read from. */
    public CaptureModel capture() {
        return capture;
    }

    /** How many things go on in the background. */
    public ReadOnlyIntegerProperty workingProperty() {
        return background.workingProperty();
    }

    /** The calls that are to be seen. */
    public ReadOnlyObjectProperty<CallList> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** What struck several calls, the heaviest first; empty until every call was looked at. */
    public ReadOnlyObjectProperty<List<Incident>> incidentsProperty() {
        return incidents.getReadOnlyProperty();
    }

    public ObjectProperty<CallFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<CallOrder> orderProperty() {
        return order;
    }

    /** The row of the call that was asked for, or {@code null}; until it was read, the one before stays open. */
    public ReadOnlyObjectProperty<CallRow> chosenProperty() {
        return choice.chosenProperty();
    }

    /** The row of a call that was asked for and could not be shown, or {@code null}. */
    public ReadOnlyObjectProperty<CallRow> unopenedProperty() {
        return choice.unopenedProperty();
    }

    /** The call that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<Open> openProperty() {
        return choice.openProperty();
    }
}
