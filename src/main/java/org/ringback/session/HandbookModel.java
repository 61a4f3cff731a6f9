package org.ringback.session;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ringback.answers.Answers;
import org.ringback.handbook.Entry;

/** The page that is open. */
public final class HandbookModel {

    private final ReadOnlyIntegerWrapper code = new ReadOnlyIntegerWrapper(this, "code");
    private final ObjectBinding<Entry> entry;

    HandbookModel(ReadOnlyObjectProperty<Answers> answers, int first) {
        code.set(first);
        entry = Bindings.createObjectBinding(
                () -> answers.get().find(code.get()).orElseThrow(), code, answers);
    }

    /** Opens a page. */
    public void open(int number) {
        code.set(number);
    }

    public ReadOnlyIntegerProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** The open page in the current language. */
    public ObjectBinding<Entry> entry() {
        return entry;
    }
}
