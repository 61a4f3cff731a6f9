package org.ringback.window.pages;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import org.ringback.handbook.CodeClass;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.OneOf;
import org.ringback.window.kit.WindowText;

/** A row of buttons that narrows a list of codes to one class. */
final class ClassFilter extends OneOf<CodeClass> {

    /** The full range would be twice as wide as the other buttons. */
    private static final String LOCAL = "7xx+";

    ClassFilter(LiveTexts texts, ObjectProperty<CodeClass> filter) {
        super(filter::set);
        getStyleClass().add("class-filter");
        accessibleTextProperty().bind(texts.text(WindowText.CLASS_FILTER));
        add(null, texts.text(WindowText.CLASS_ALL));
        for (CodeClass codeClass : CodeClass.values()) {
            ToggleButton button = add(codeClass, codeClass == CodeClass.LOCAL ? LOCAL : codeClass.digits());
            // A long word for "all" may give way, a class that cannot be read is none.
            button.setMinWidth(USE_PREF_SIZE);
            button.accessibleTextProperty().bind(texts.text(codeClass));
            Icons.tooltip(button, texts.text(codeClass));
        }
        filter.addListener(change -> show(filter.get()));
        show(filter.get());
    }

    /** A class that is pressed again is let go: then all are shown. */
    @Override
    protected void pressedAgain(Toggle chosen) {
        getButtons().getFirst().setSelected(true);
    }
}
