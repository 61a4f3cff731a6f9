package org.ringback.session;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.LegLink;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.finding.Finding;

/**
 * The calls of what was opened: read, narrowed, ordered and looked at on threads of their own. Everything here is for the
 * screen's thread.
 */
public final class CallsModel {

    /** What there is to be seen. */
    public enum State {
        /** Nothing; perhaps because what was opened has no calls, see {@link #unusable}. */
        EMPTY,
        LOADING,
        SHOWN
    }

    /** Between one arrangement and the next, many more calls have to be looked at, by this factor. */
    private static final double LOOKED_AT = 1.3;

    private final Executor screen;
    private final Executor background;
    private final RecentFiles recent;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private final ReadOnlyObjectWrapper<CaptureSource> source = new ReadOnlyObjectWrapper<>(this, "source");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyLongWrapper messages = new ReadOnlyLongWrapper(this, "messages");
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(this, "stopped");
    private final ReadOnlyIntegerWrapper working = new ReadOnlyIntegerWrapper(this, "working");
    private final ReadOnlyObjectWrapper<CallList> list = new ReadOnlyObjectWrapper<>(this, "list", CallList.EMPTY);
    private final ReadOnlyObjectWrapper<CallRow> openRow = new ReadOnlyObjectWrapper<>(this, "openRow");
    private final ReadOnlyObjectWrapper<OpenCall> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final ReadOnlyBooleanWrapper examined = new ReadOnlyBooleanWrapper(this, "examined");
    private final ObjectProperty<CallFilter> filter = new SimpleObjectProperty<>(this, "filter", CallFilter.USUAL);
    private final ObjectProperty<CallOrder> order = new SimpleObjectProperty<>(this, "order", CallOrder.BY_START);
    private final ObservableList<Unusable> unusable = FXCollections.observableArrayList();
    private final ObservableList<Unusable> unusableToRead = FXCollections.unmodifiableObservableList(unusable);

    private CaptureJob job;
    private List<CallRow> rows = List.of();
    /** Of the rows: what was arranged of older ones is of no use. */
    private int edition;
    /** How many calls were looked at: what that changes of a long list is not arranged for each few of them. */
    private Growth looked = new Growth(LOOKED_AT);

    private LegRows found = LegRows.NONE;
    private LegRows legs = LegRows.NONE;
    private final Set<CallRow> unlinked = new HashSet<>();
    private Circumstances circumstances;
    /** How often a call was opened: an earlier one that was read later is of no use. */
    private int openings;

    private boolean arranging;
    private boolean arrangeAgain;

    /**
     * Has nothing open.
     *
     * @param screen runs what changes the state: the only thread that anyone else uses this from
     * @param background runs what takes long, each on a thread of its own
     */
    CallsModel(Executor screen, Executor background, List<String> recent) {
        this.screen = screen;
        this.background = background;
        this.recent = new RecentFiles(recent);
        filter.addListener(change -> arrange());
        order.addListener(change -> arrange());
    }

    /** Reads captures and logs as one timeline, instead of what is open now. */
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            recent.opened(files);
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
        source.set(what);
        state.set(State.LOADING);
        var next = new CaptureJob[1];
        next[0] = new CaptureJob(what, event -> screen.execute(() -> take(next[0], event)));
        job = next[0];
        working.set(working.get() + 1);
        background.execute(job);
    }

    /** Stops reading; the calls that were read so far stay. */
    public void cancel() {
        if (job != null && state.get() == State.LOADING) {
            job.stop();
        }
    }

    /** Shows nothing any more. */
    public void close() {
        if (job != null) {
            job.abandon();
            job = null;
        }
        state.set(State.EMPTY);
        source.set(null);
        progress.set(0);
        messages.set(0);
        stopped.set(false);
        unusable.clear();
        circumstances = null;
        found = LegRows.NONE;
        legs = LegRows.NONE;
        unlinked.clear();
        rows = List.of();
        edition++;
        looked = new Growth(LOOKED_AT);
        openRow.set(null);
        open.set(null);
        examined.set(false);
        filter.set(CallFilter.USUAL);
        list.set(CallList.EMPTY);
    }

    private void take(CaptureJob from, CaptureEvent event) {
        if (event instanceof CaptureEvent.Ended) {
            working.set(working.get() - 1);
        }
        if (from != job) {
            return;
        }
        switch (event) {
            case CaptureEvent.Progress(double share, long count) -> {
                progress.set(share);
                messages.set(count);
            }
            case CaptureEvent.Rows(var current) -> show(current);
            case CaptureEvent.Read read -> read(read);
            case CaptureEvent.Linked(var tree, var known) -> {
                found = tree;
                circumstances = known;
                relink();
            }
            case CaptureEvent.Marked(var some, var marks) -> {
                for (int i = 0; i < some.size(); i++) {
                    some.get(i).mark(marks.get(i));
                }
                if (looked.by(some.size())) {
                    arrange();
                }
            }
            case CaptureEvent.Ended(String fault) -> ended(fault);
        }
    }

    private void show(List<CallRow> current) {
        rows = current;
        edition++;
        CallRow before = openRow.get();
        if (before != null && !current.contains(before)) {
            current.stream().filter(row -> row.continues(before)).findFirst().ifPresent(this::open);
        }
        arrange();
    }

    private void read(CaptureEvent.Read read) {
        progress.set(1);
        messages.set(read.messages());
        stopped.set(read.stopped());
        unusable.setAll(read.unusable());
        forgetMissing(read.unusable());
        if (read.rows().isEmpty()) {
            state.set(State.EMPTY);
        } else {
            showSomething(read.rows());
            state.set(State.SHOWN);
        }
        show(read.rows());
    }

    private void forgetMissing(List<Unusable> parts) {
        if (source.get() instanceof CaptureSource.Files(List<Path> files)) {
            parts.stream()
                    .filter(part -> part.reason() == Unusable.Reason.UNREADABLE_FILE)
                    .forEach(part -> recent.forget(files.get(part.file())));
        }
    }

    /** Where there is nothing else, even what is usually left out is worth seeing. */
    private void showSomething(List<CallRow> all) {
        boolean onlyOthers = all.stream().allMatch(row -> row.call().kind() == CallKind.OTHER);
        if (onlyOthers && filter.get().equals(CallFilter.USUAL)) {
            filter.set(CallFilter.USUAL.withKinds(EnumSet.allOf(CallKind.class)));
        }
    }

    private void ended(String fault) {
        if (fault != null) {
            unusable.add(new Unusable(0, 0, Unusable.Reason.UNREADABLE_FILE, fault));
        }
        if (state.get() == State.LOADING) {
            state.set(rows.isEmpty() ? State.EMPTY : State.SHOWN);
        }
        arrange();
    }

    /** At most one at a time; what changed meanwhile is done once more afterwards. */
    private void arrange() {
        if (arranging) {
            arrangeAgain = true;
            return;
        }
        arranging = true;
        working.set(working.get() + 1);
        List<CallRow> all = rows;
        LegRows linked = legs;
        CallFilter lets = filter.get();
        CallOrder by = order.get();
        int of = edition;
        background.execute(() -> {
            CallList arranged = CallList.of(all, linked, lets, by);
            screen.execute(() -> arranged(of, arranged));
        });
    }

    private void arranged(int of, CallList arranged) {
        arranging = false;
        working.set(working.get() - 1);
        if (of == edition) {
            list.set(arranged);
        }
        if (arrangeAgain) {
            arrangeAgain = false;
            arrange();
        }
    }

    /** Opens a call; it is there as soon as it was read, and what was found out about it as soon as it can be. */
    public void open(CallRow row) {
        OpenCall before = openRow.get() != null && row.continues(openRow.get()) ? open.get() : null;
        openRow.set(row);
        Circumstances known = circumstances;
        if (known == null) {
            examined.set(false);
        }
        List<Call> together = legs.together(row).stream().map(CallRow::call).toList();
        int turn = ++openings;
        working.set(working.get() + 1);
        background.execute(() -> {
            List<Finding> findings = known == null ? List.of() : CaptureJob.findings(row.call(), known);
            var opened = new OpenCall(together, findings);
            screen.execute(() -> {
                working.set(working.get() - 1);
                if (turn == openings && openRow.get() == row) {
                    examined.set(known != null);
                    show(opened, before);
                }
            });
        });
    }

    private void show(OpenCall opened, OpenCall before) {
        if (before != null) {
            opened.selectedProperty().set(before.selectedProperty().get());
            opened.comparedProperty().set(before.comparedProperty().get());
        }
        open.set(opened);
    }

    /** The rows of the open call and of the legs that stand together with it, itself first; empty if none is open. */
    public List<CallRow> together() {
        return openRow.get() == null ? List.of() : legs.together(openRow.get());
    }

    /** Takes a leg away from the earlier one below which it stands, together with those below it. */
    public void unlink(CallRow leg) {
        if (found.link(leg).isPresent()) {
            unlinked.add(leg);
            relink();
        }
    }

    /** Puts a leg back below the earlier one. */
    public void linkAgain(CallRow leg) {
        if (unlinked.remove(leg)) {
            relink();
        }
    }

    private void relink() {
        legs = found.without(unlinked);
        if (openRow.get() != null) {
            open(openRow.get());
        }
        arrange();
    }

    /** What was captured beside each call; empty until everything was read. */
    Optional<Circumstances> circumstances() {
        return Optional.ofNullable(circumstances);
    }

    /** Which calls are legs of one, but for those that the user has taken apart. */
    LegTree legs() {
        return legs.tree();
    }

    /** The link by which a leg stands below an earlier one. */
    public Optional<LegLink> link(CallRow leg) {
        return legs.link(leg);
    }

    /** The link that the user has undone. */
    public Optional<LegLink> undoneLink(CallRow leg) {
        return unlinked.contains(leg) ? found.link(leg) : Optional.empty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is open or being read; {@code null} if nothing was opened. */
    public ReadOnlyObjectProperty<CaptureSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** How much of the files was read, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** SIP messages read so far, retransmissions included. */
    public ReadOnlyLongProperty messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /** Whether reading was canceled before the end. */
    public ReadOnlyBooleanProperty stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** How many things go on in the background. */
    public ReadOnlyIntegerProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** The calls that are to be seen. */
    public ReadOnlyObjectProperty<CallList> listProperty() {
        return list.getReadOnlyProperty();
    }

    public ObjectProperty<CallFilter> filterProperty() {
        return filter;
    }

    public ObjectProperty<CallOrder> orderProperty() {
        return order;
    }

    /** The row of the call that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<CallRow> openRowProperty() {
        return openRow.getReadOnlyProperty();
    }

    /** The call that is looked at, or {@code null}. */
    public ReadOnlyObjectProperty<OpenCall> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether the findings of the open call are all there are; while files are being read there are none yet. */
    public ReadOnlyBooleanProperty examinedProperty() {
        return examined.getReadOnlyProperty();
    }

    /** What could not be used of the files. */
    public ObservableList<Unusable> unusable() {
        return unusableToRead;
    }

    public RecentFiles recent() {
        return recent;
    }
}
