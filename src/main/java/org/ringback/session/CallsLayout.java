package org.ringback.session;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.ringback.settings.Settings;

/** How the user has divided up the section of calls. */
public final class CallsLayout {

    private final ObjectProperty<Double> list = new SimpleObjectProperty<>(this, "list");
    private final ObjectProperty<List<Double>> parts = new SimpleObjectProperty<>(this, "parts");
    private final ObjectProperty<List<String>> order = new SimpleObjectProperty<>(this, "order");
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final ObservableSet<String> shown = FXCollections.observableSet();

    CallsLayout(Settings.Calls remembered, Undo undo) {
        list.set(remembered.list());
        parts.set(remembered.parts());
        order.set(remembered.order());
        hidden.addAll(remembered.hidden());
        shown.addAll(remembered.shown());
        hidden.addListener((SetChangeListener<String>) change -> undo.note(
                change.wasAdded()
                        ? step(UndoText.HID_COLUMN, () -> hidden.remove(change.getElementAdded()))
                        : step(UndoText.SHOWED_COLUMN, () -> hidden.add(change.getElementRemoved()))));
        shown.addListener((SetChangeListener<String>) change -> undo.note(
                change.wasAdded()
                        ? step(UndoText.SHOWED_COLUMN, () -> shown.remove(change.getElementAdded()))
                        : step(UndoText.HID_COLUMN, () -> shown.add(change.getElementRemoved()))));
    }

    private static Undo.Step step(UndoText what, Runnable back) {
        return new Undo.Step(what, null, 0, back);
    }

    /** The share of the height that the list has, 0 to 1, or {@code null} for the usual one. */
    public ObjectProperty<Double> listProperty() {
        return list;
    }

    /** Where the dividers between findings, ladder and message stand, 0 to 1; empty for the usual places. */
    public ObjectProperty<List<Double>> partsProperty() {
        return parts;
    }

    /** Ids of all columns, in the order in which the user has put them; empty for the usual one. */
    public ObjectProperty<List<String>> orderProperty() {
        return order;
    }

    /** Ids of the columns that are not shown. */
    public ObservableSet<String> hidden() {
        return hidden;
    }

    /** Ids of the columns that are shown though they would give way to others where there is little room. */
    public ObservableSet<String> shown() {
        return shown;
    }
}
