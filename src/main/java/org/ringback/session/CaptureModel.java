package org.ringback.session;

import java.util.List;
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
    private final ReadOnlyObjectWrapper<CaptureFacts> coming = new ReadOnlyObjectWrapper<>(this, "coming");
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

    /** Shows what is known of what is open. */
    void show(CaptureFacts facts) {
        source.set(facts.source());
        progress.set(facts.progress());
        messages.set(facts.messages());
        stopped.set(facts.stopped());
        set(unusable, facts.unusable());
        set(changes, facts.changes());
        state.set(facts.state());
    }

    private static void set(ObservableList<Unusable> parts, List<Unusable> now) {
        if (!parts.equals(now)) {
            parts.setAll(now);
        }
    }

    /** Shows how far it is with what is read beside what is open; nothing is if {@code null}. */
    void coming(CaptureFacts facts) {
        coming.set(facts);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is open or being read; {@code null} if nothing was opened. */
    public ReadOnlyObjectProperty<CaptureSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** What is read while something else stays open until a call was found; {@code null} if nothing is. */
    public ReadOnlyObjectProperty<CaptureFacts> comingProperty() {
        return coming.getReadOnlyProperty();
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
