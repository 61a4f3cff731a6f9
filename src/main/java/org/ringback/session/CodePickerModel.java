package org.ringback.session;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ringback.answers.Answers;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.Entry;

/** A list of codes that narrows while one types. */
public final class CodePickerModel {

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<CodeClass> classFilter = new SimpleObjectProperty<>(this, "classFilter");
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper hiddenByFilter = new ReadOnlyIntegerWrapper(this, "hiddenByFilter");
    private final ReadOnlyObjectProperty<Answers> answers;

    CodePickerModel(ReadOnlyObjectProperty<Answers> answers) {
        this.answers = answers;
        InvalidationListener update = change -> update();
        query.addListener(update);
        classFilter.addListener(update);
        answers.addListener(update);
        update();
    }

    private void update() {
        var all = query.get().isBlank() ? answers.get().all() : answers.get().search(query.get());
        var wanted = classFilter.get();
        var shown = all.stream()
                .filter(entry -> wanted == null || entry.code().codeClass() == wanted)
                .toList();
        hiddenByFilter.set(all.size() - shown.size());
        found.setAll(shown);
    }

    /** What was typed so far. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Only codes of this class, or {@code null} for all. */
    public ObjectProperty<CodeClass> classFilterProperty() {
        return classFilter;
    }

    /** The codes that match, best first; in numeric order while nothing is typed. */
    public ObservableList<Entry> found() {
        return found;
    }

    /** How many codes match but belong to other classes than the filter lets through. */
    public ReadOnlyIntegerProperty hiddenByFilter() {
        return hiddenByFilter.getReadOnlyProperty();
    }

    /** Whether the list stands in numeric order, so that headings by class make sense. */
    public boolean inNumericOrder() {
        return query.get().isBlank();
    }
}
