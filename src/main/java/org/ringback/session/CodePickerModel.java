package org.ringback.session;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ringback.answers.Answers;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.Entry;
import org.ringback.search.Found;

/** A list of codes that narrows while one types. */
public final class CodePickerModel {

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<CodeClass> classFilter = new SimpleObjectProperty<>(this, "classFilter");
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper hiddenByFilter = new ReadOnlyIntegerWrapper(this, "hiddenByFilter");
    private final ReadOnlyObjectWrapper<Found> result = new ReadOnlyObjectWrapper<>(this, "result", Found.NOTHING);
    private final ReadOnlyObjectProperty<Answers> answers;
    private final OtherLanguages others;

    CodePickerModel(ReadOnlyObjectProperty<Answers> answers, OtherLanguages others) {
        this.answers = answers;
        this.others = others;
        InvalidationListener update = change -> update();
        query.addListener(update);
        classFilter.addListener(update);
        answers.addListener(update);
        others.readProperty().addListener(change -> lookAgain());
        update();
    }

    private void update() {
        var spoken = answers.get();
        // Without a query nothing of the search is touched: it need not be there when the window opens.
        result.set(query.get().isBlank() ? Found.NOTHING : search(spoken));
        var all = query.get().isBlank()
                ? spoken.all()
                : result.get().codes().stream()
                        .flatMap(code -> spoken.find(code).stream())
                        .toList();
        var wanted = classFilter.get();
        var shown = all.stream()
                .filter(entry -> wanted == null || entry.code().codeClass() == wanted)
                .toList();
        hiddenByFilter.set(all.size() - shown.size());
        found.setAll(shown);
    }

    /** More may be known by now; where that changes nothing, nothing moves under the user's hands. */
    private void lookAgain() {
        if (!query.get().isBlank()
                && !search(answers.get()).codes().equals(result.get().codes())) {
            update();
        }
    }

    private Found search(Answers spoken) {
        others.want(spoken);
        return spoken.searchAtOnce(query.get());
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

    /** What the search says beside the codes: what was meant, what is no code, and why a code was found. */
    public ReadOnlyObjectProperty<Found> result() {
        return result.getReadOnlyProperty();
    }

    /** While this is not 0, what only other languages know is still to come. */
    public ReadOnlyIntegerProperty workingProperty() {
        return others.workingProperty();
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
