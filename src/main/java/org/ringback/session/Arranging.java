package org.ringback.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The list as it is narrowed and ordered: arranged in the background whenever that changes. For the screen's thread. */
final class Arranging {

    private final ReadOnlyObjectWrapper<CallList> list = new ReadOnlyObjectWrapper<>(this, "list", CallList.EMPTY);
    private final ObjectProperty<CallFilter> filter = new SimpleObjectProperty<>(this, "filter", CallFilter.USUAL);
    private final ObjectProperty<CallOrder> order = new SimpleObjectProperty<>(this, "order", CallOrder.BY_START);
    private final Latest<CallList> arranging;
    private final Supplier<Loaded> open;
    private final Undo undo;
    private final Notes notes;
    /** What noted the words that are being typed now: to undo them is one step. */
    private Optional<Undo.Step> typing = Optional.empty();
    /** Whether the filter changes because something else does, and not because the user wants it so. */
    private boolean following;

    /**
     * Lists nothing yet.
     *
     * @param open what is open
     * @param undo notes how the user narrows the list
     * @param notes what the user has noted at calls
     */
    Arranging(Background background, Supplier<Loaded> open, Undo undo, Notes notes) {
        this.arranging = new Latest<>(background);
        this.open = open;
        this.undo = undo;
        this.notes = notes;
        notes.changedProperty().addListener(change -> arrange());
        filter.addListener((property, before, after) -> narrowed(before, after));
        order.addListener(change -> arrange());
    }

    private void narrowed(CallFilter before, CallFilter after) {
        boolean words = before.withWords(after.words()).equals(after);
        if (!following && !(words && typing.isPresent() && typing.equals(undo.last()))) {
            typing = undo.note(new Undo.Step(UndoText.NARROWED, null, 0, () -> filter.set(before)));
            typing = words ? typing : Optional.empty();
        }
        arrange();
    }

    /** Narrows the list because of what is open: nothing that could be undone. */
    void filterBy(CallFilter lets) {
        following = true;
        filter.set(lets);
        following = false;
    }

    /** Lists something else. */
    void begin(CallFilter lets) {
        arranging.drop();
        filterBy(lets);
        list.set(CallList.EMPTY);
        if (!open.get().rows().isEmpty()) {
            arrange();
        }
    }

    /** The rows are others: what is being arranged of older ones is of no use. */
    void dropOlder() {
        arranging.drop();
    }

    /** At most one at a time; what changed meanwhile is done once more afterwards. */
    void arrange() {
        List<CallRow> all = open.get().rows();
        LegRows linked = open.get().legs().linked();
        CallFilter lets = filter.get();
        CallOrder by = order.get();
        Notes.Noted noted = notes.noted();
        arranging.next(() -> CallList.of(all, linked, lets, by, noted), arranged -> arranged.ifDone(list::set));
    }

    ReadOnlyObjectProperty<CallList> listProperty() {
        return list.getReadOnlyProperty();
    }

    ObjectProperty<CallFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<CallOrder> orderProperty() {
        return order;
    }
}
