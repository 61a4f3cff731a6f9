package org.ringback.session;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ringback.handbook.Entry;
import org.ringback.report.Answers;

/** The page that is open, and the way that led to it. */
public final class HandbookModel {

    private final ReadOnlyIntegerWrapper code = new ReadOnlyIntegerWrapper(this, "code");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private final Deque<Integer> behind = new ArrayDeque<>();
    private final Deque<Integer> ahead = new ArrayDeque<>();
    private final ObjectBinding<Entry> entry;

    HandbookModel(ReadOnlyObjectProperty<Answers> answers, int first) {
        code.set(first);
        entry = Bindings.createObjectBinding(
                () -> answers.get().find(code.get()).orElseThrow(), code, answers);
    }

    /** Opens a page; the one that was open can be gone back to. */
    public void open(int number) {
        if (number != code.get()) {
            behind.push(code.get());
            ahead.clear();
            show(number);
        }
    }

    public void back() {
        if (!behind.isEmpty()) {
            ahead.push(code.get());
            show(behind.pop());
        }
    }

    public void forward() {
        if (!ahead.isEmpty()) {
            behind.push(code.get());
            show(ahead.pop());
        }
    }

    private void show(int number) {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
        code.set(number);
    }

    public ReadOnlyIntegerProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** The open page in the current language. */
    public ObjectBinding<Entry> entry() {
        return entry;
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }
}
