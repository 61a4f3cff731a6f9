package org.ringback.window.calls;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.LiveTexts;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Focus;
import org.ringback.window.kit.Icons;

/** Folds the filters away where a low window has no room for them above an open call, and shows them when asked. */
final class FiltersButton extends ToggleButton {

    private static final PseudoClass NARROWED = PseudoClass.getPseudoClass("narrowed");

    private final Node filters;
    private boolean folds;

    /** @param filters are shown or not, as the room and the user want it */
    FiltersButton(LiveTexts texts, Node filters) {
        super("", Icons.of(Feather.FILTER));
        this.filters = filters;
        getStyleClass().addAll("flat", "button-icon", "filters-button");
        accessibleTextProperty().bind(texts.text(CallsViewText.FILTERS));
        Icons.tooltip(this, texts.text(CallsViewText.FILTERS));
        setMinWidth(USE_PREF_SIZE);
        selectedProperty().addListener(change -> arrange());
        arrange();
    }

    /** Whether the filters give way now; those that are in use stay until the user folds them. */
    void fold(boolean wanted) {
        if (wanted != folds) {
            folds = wanted;
            setSelected(wanted && Focus.ownerInside(filters) != null);
            arrange();
        }
    }

    /** Shows the filters in any case. */
    void unfold() {
        setSelected(folds);
    }

    /** Whether calls are left out: that must be seen while the filters are not. */
    void narrowed(boolean narrowed) {
        pseudoClassStateChanged(NARROWED, narrowed);
    }

    private void arrange() {
        setVisible(folds);
        setManaged(folds);
        filters.setVisible(!folds || isSelected());
        filters.setManaged(filters.isVisible());
    }
}
