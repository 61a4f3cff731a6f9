package org.ringback.session;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ringback.comparison.Comparison;
import org.ringback.report.Answers;

/** The two codes that are compared. */
public final class ComparisonModel {

    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
    private final ReadOnlyIntegerWrapper right = new ReadOnlyIntegerWrapper(this, "right");
    private final ObjectBinding<Comparison> comparison;

    ComparisonModel(ReadOnlyObjectProperty<Answers> answers, int left, int right) {
        this.left.set(left);
        this.right.set(right);
        this.comparison = Bindings.createObjectBinding(
                () -> answers.get().compare(this.left.get(), this.right.get()), this.left, this.right, answers);
    }

    public void compare(int leftCode, int rightCode) {
        left.set(leftCode);
        right.set(rightCode);
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
}
