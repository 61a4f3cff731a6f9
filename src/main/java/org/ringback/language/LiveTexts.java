package org.ringback.language;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The texts of the language that is shown now, for views that follow a switch: a label is bound to a text, it does not
 * hold one.
 */
public final class LiveTexts {

    private final ReadOnlyObjectWrapper<Texts> texts;

    public LiveTexts(Texts first) {
        this.texts = new ReadOnlyObjectWrapper<>(this, "texts", first);
    }

    /** A text that changes with the language. Bind to it; whoever listens must hold it in a field. */
    public StringBinding text(TextKey key, String... values) {
        return Bindings.createStringBinding(() -> get().get(key, values), texts);
    }

    public Texts get() {
        return texts.get();
    }

    public ReadOnlyObjectProperty<Texts> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    /** Shows another language everywhere. */
    public void show(Texts other) {
        texts.set(other);
    }
}
