package org.ringback.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.call.Call;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.reading.Examined;
import org.ringback.reading.Joint;

/**
 * Which call was asked for, and what of it can be shown: it is read and looked at in the background, and until it is there
 * the one before stays open. For the screen's thread.
 */
final class CallChoice {

    private final ReadOnlyObjectWrapper<CallRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyObjectWrapper<CallRow> unopened = new ReadOnlyObjectWrapper<>(this, "unopened");
    private final ReadOnlyObjectWrapper<Open> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final Latest<Open> opening;

    /** Nothing was asked for. */
    CallChoice(Background background) {
        opening = new Latest<>(background);
    }

    /**
     * Opens a call; one that was asked for before and is not there yet is not wanted any more.
     *
     * @param known what can be found out about every call; nothing until everything was read
     */
    void open(CallRow row, Legs legs, Optional<Examined> known) {
        chosen.set(row);
        unopened.set(null);
        LegRows linked = legs.linked();
        List<Call> together = linked.tree().joint(row.call()).legs();
        List<Open.Leg> others = legs.others(row);
        List<Open.Undone> undone = legs.undoneAt(row);
        opening.now(
                () -> {
                    Optional<Joint> found =
                            known.map(all -> all.diagnosed(linked.tree().joint(row.call())));
                    List<CallMedia> media = known.map(
                                    all -> together.stream().map(all::media).toList())
                            .orElse(List.of());
                    List<CallNetwork> network = known.map(
                                    all -> together.stream().map(all::network).toList())
                            .orElse(List.of());
                    var call = new OpenCall(row.call(), together, found, media, network);
                    return new Open(row, others, undone, call, found.isPresent());
                },
                opened -> {
                    opened.ifDone(this::show);
                    if (!(opened instanceof JobResult.Done)) {
                        // The page of another call must not stay below this one.
                        open.set(null);
                        unopened.set(row);
                    }
                });
    }

    /** Whoever reads a message of a call goes on reading it when more is known of the call. */
    private void show(Open opened) {
        Open before = open.get();
        if (opened.continues(Optional.ofNullable(before))) {
            opened.call().mark(before.call().markedProperty().get());
            opened.call()
                    .selectedProperty()
                    .set(before.call().selectedProperty().get());
            opened.call()
                    .comparedProperty()
                    .set(before.call().comparedProperty().get());
        }
        open.set(opened);
    }

    /** Wants no call any more, and shows none. */
    void clear() {
        opening.drop();
        chosen.set(null);
        open.set(null);
        unopened.set(null);
    }

    /** The row of the call that was asked for. */
    Optional<CallRow> row() {
        return Optional.ofNullable(chosen.get());
    }

    /** The row of the call that was asked for, or {@code null}; until it was read, the one before stays open. */
    ReadOnlyObjectProperty<CallRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The row of a call that was asked for and could not be shown, or {@code null}. */
    ReadOnlyObjectProperty<CallRow> unopenedProperty() {
        return unopened.getReadOnlyProperty();
    }

    /** The call that is looked at, or {@code null}. */
    ReadOnlyObjectProperty<Open> openProperty() {
        return open.getReadOnlyProperty();
    }
}
