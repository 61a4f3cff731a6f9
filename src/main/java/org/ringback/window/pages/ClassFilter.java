package org.ringback.window.pages;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.ringback.handbook.CodeClass;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.WindowText;

/** A row of buttons that narrows a list of codes to one class. */
final class ClassFilter extends SegmentedButton {

    /** The full range would be twice as wide as the other buttons. */
    private static final String LOCAL = "7xx+";

    ClassFilter(LiveTexts texts, ObjectProperty<CodeClass> filter) {
        getStyleClass().add("class-filter");
        accessibleTextProperty().bind(texts.text(WindowText.CLASS_FILTER));
        var all = button(filter, null);
        all.textProperty().bind(texts.text(WindowText.CLASS_ALL));
        getButtons().add(all);
        for (CodeClass codeClass : CodeClass.values()) {
            var button = button(filter, codeClass);
            button.setText(codeClass == CodeClass.LOCAL ? LOCAL : codeClass.digits());
            // A long word for "all" may give way, a class that cannot be read is none.
            button.setMinWidth(USE_PREF_SIZE);
            button.accessibleTextProperty().bind(texts.text(codeClass));
            Icons.tooltip(button, texts.text(codeClass));
            getButtons().add(button);
        }
        filter.addListener(change -> select(filter.get()));
        select(filter.get());
    }

    private ToggleButton button(ObjectProperty<CodeClass> filter, CodeClass codeClass) {
        var button = new ToggleButton();
        button.setUserData(codeClass);
        // A second press would leave nothing pressed; it means "all" instead.
        button.setOnAction(press -> {
            filter.set(button.isSelected() ? codeClass : null);
            select(filter.get());
        });
        return button;
    }

    private void select(CodeClass codeClass) {
        getButtons().forEach(button -> button.setSelected(button.getUserData() == codeClass));
    }
}
