package org.ringback.session;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.answers.Answers;
import org.ringback.comparison.Comparison;

/** The two codes that are compared. */
public final class ComparisonModel {

    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
    private final ReadOnlyIntegerWrapper right = new ReadOnlyIntegerWrapper(this, "right");
    /**
     * Both codes at once: bound to each of them, the comparison would be made twice, once with a pair nobody asked for.
     */
    private final ReadOnlyObjectWrapper<Pair> pair = new ReadOnlyObjectWrapper<>(this, "pair");

    private final ObjectBinding<Comparison> comparison;

    ComparisonModel(ReadOnlyObjectProperty<Answers> answers, int left, int right) {
        compare(left, right);
        this.comparison = Bindings.createObjectBinding(() -> pair.get().compare(answers.get()), pair, answers);
    }

    public void compare(int leftCode, int rightCode) {
        left.set(leftCode);
        right.set(rightCode);
        pair.set(new Pair(leftCode, rightCode));
    }

    public void swap() {
        compare(right.get(), left.get());
    }

    public ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty rightProperty() {
        return right.getReadOnlyProperty();
    }

    /** The comparison in the current language. */
    public ObjectBinding<Comparison> comparison() {
        return comparison;
    }

    /** Both codes, told once when both change. */
    ReadOnlyObjectProperty<Pair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    record Pair(int left, int right) {

        Comparison compare(Answers answers) {
            return answers.compare(left, right);
        }
    }
}
