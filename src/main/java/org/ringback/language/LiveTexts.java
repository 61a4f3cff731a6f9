package org.ringback.language;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/**
 * The texts of the language that is shown now, for views that follow a switch: a label is bound to a text, it does not
 * hold one.
 */
public final class LiveTexts {

    private final ObservableValue<Texts> texts;

    /**
     * Follows the language from now on.
     *
     * @param texts of the language that is shown; it has no other source, so that nothing else can be in another language
     */
    public LiveTexts(ObservableValue<Texts> texts) {
        this.texts = texts;
        // Watched from the beginning: a derived value that nobody watches yet would hear of a switch after those who
        // ask
        // for a text because of the same switch.
        texts.subscribe(_ -> {});
    }

    /** A text that changes with the language. Bind to it; whoever listens must hold it in a field. */
    public StringBinding text(TextKey key, String... values) {
        return Bindings.createStringBinding(() -> get().get(key, values), texts);
    }

    public Texts get() {
        return texts.getValue();
    }

    public ObservableValue<Texts> textsProperty() {
        return texts;
    }
}
