package org.ringback.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ringback.capture.wire.Unusable;
import org.ringback.reading.CaptureSource;

/** What calls are read from, how far that is, and what of it could not be used. For the screen's thread. */
public final class CaptureModel {

    /** What there is to be seen. */
    public enum State {
        /** Nothing; perhaps because what was opened has no calls, see {@link #unusable}. */
        EMPTY,
        LOADING,
        SHOWN
    }

    private final RecentFiles recent;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private final ReadOnlyObjectWrapper<CaptureSource> source = new ReadOnlyObjectWrapper<>(this, "source");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyLongWrapper messages = new ReadOnlyLongWrapper(this, "messages");
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper(this, "stopped");
    private final ObservableList<Unusable> unusable = FXCollections.observableArrayList();
    private final ObservableList<Unusable> changes = FXCollections.observableArrayList();
    private final ObservableList<Unusable> changesToRead = FXCollections.unmodifiableObservableList(changes);
    private final ObservableList<Unusable> unusableToRead = FXCollections.unmodifiableObservableList(unusable);

    /** Has nothing open. */
    CaptureModel(RecentFiles recent) {
        this.recent = recent;
    }

    void begin(CaptureSource what) {
        if (what instanceof CaptureSource.Files(var files, var _)) {
            recent.opened(files);
        }
        source.set(what);
        state.set(State.LOADING);
    }

    void progress(double share, long count) {
        progress.set(share);
        messages.set(count);
    }

    void read(CaptureEvent.Read read) {
        progress(1, read.messages());
        stopped.set(read.stopped());
        unusable.setAll(read.unusable());
        changed(read.unusable().stream()
                .filter(part -> part.reason() == Unusable.Reason.CHANGED_FILE)
                .toList());
        forgetMissing(read.unusable());
        state.set(read.rows().isEmpty() ? State.EMPTY : State.SHOWN);
    }

    /** Files have become something else; of each what it has become last. */
    void changed(List<Unusable> parts) {
        Map<Integer, Unusable> latest = new TreeMap<>();
        changes.forEach(part -> latest.put(part.file(), part));
        parts.forEach(part -> latest.put(part.file(), part));
        if (!List.copyOf(latest.values()).equals(changes)) {
            changes.setAll(latest.values());
        }
    }

    private void forgetMissing(List<Unusable> parts) {
        if (source.get() instanceof CaptureSource.Files(var files, var _)) {
            parts.stream()
                    .filter(part -> part.reason() == Unusable.Reason.UNREADABLE_FILE)
                    .forEach(part -> recent.forget(files.get(part.file())));
        }
    }

    /**
     * Nothing more is read.
     *
     * @param fault why it could not go on
     * @param empty whether no call was read until then
     */
    void ended(Optional<Unusable> fault, boolean empty) {
        fault.ifPresent(unusable::add);
        if (loading()) {
            state.set(empty ? State.EMPTY : State.SHOWN);
        }
    }

    void close() {
        state.set(State.EMPTY);
        source.set(null);
        progress(0, 0);
        stopped.set(false);
        unusable.clear();
        changes.clear();
    }

    boolean shown() {
        return state.get() == State.SHOWN;
    }

    boolean loading() {
        return state.get() == State.LOADING;
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

    /** Which files are not what they were when they were opened; what was read of them stays. */
    public ObservableList<Unusable> changes() {
        return changesToRead;
    }

    /** What could not be used of the files. */
    public ObservableList<Unusable> unusable() {
        return unusableToRead;
    }

    /** The files that were opened last. */
    public RecentFiles recent() {
        return recent;
    }
}
