package org.ringback.window.calls;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.CallKind;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.session.CallFilter;
import org.ringback.session.CallList;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.ChoiceMenu;
import org.ringback.window.kit.Icons;

/** Which kinds of calls are listed: a switch for each where there is room, with a tick where it is on, else one menu. */
final class KindChoice extends StackPane {

    private final Consumer<Set<CallKind>> onChoice;
    private final SegmentedButton switches = new SegmentedButton();
    private final Map<CallKind, ToggleButton> kinds = new EnumMap<>(CallKind.class);
    private final ChoiceMenu<CallKind> menu;

    /** @param onChoice takes the kinds that are to be listed */
    KindChoice(LiveTexts texts, Consumer<Set<CallKind>> onChoice) {
        this.onChoice = onChoice;
        menu =
                new ChoiceMenu<>(
                        texts,
                        CallsViewText.KIND_FILTER,
                        (kind, language) -> language.get(CallKindText.of(kind)),
                        onChoice) {

                    // Names would take the room that there is not.
                    @Override
                    protected String summary(Set<CallKind> chosen, Texts language) {
                        return chosen.size() + "/" + CallKind.values().length;
                    }
                };
        switches.setToggleGroup(null);
        switches.getStyleClass().add("kinds");
        for (CallKind kind : CallKind.values()) {
            var button = new ToggleButton();
            button.setUserData(kind);
            button.setOnAction(press -> toggle(kind, button.isSelected()));
            Icons.tooltip(button, texts.text(CallKindText.help(kind)));
            kinds.put(kind, button);
            switches.getButtons().add(button);
        }
        getChildren().addAll(switches, menu);
        setTight(false);
    }

    private void toggle(CallKind kind, boolean wanted) {
        Set<CallKind> chosen = EnumSet.noneOf(CallKind.class);
        kinds.forEach((each, button) -> {
            if (button.isSelected() && each != kind) {
                chosen.add(each);
            }
        });
        if (wanted) {
            chosen.add(kind);
        }
        onChoice.accept(chosen);
    }

    void show(CallList list, CallFilter filter, Texts language) {
        Map<CallKind, Integer> counts = new LinkedHashMap<>();
        kinds.forEach((kind, button) -> {
            int count = list.total().getOrDefault(kind, 0);
            boolean on = filter.kinds().contains(kind) && count > 0;
            button.setSelected(on);
            button.setGraphic(on ? Icons.of(Feather.CHECK) : null);
            button.setDisable(count == 0);
            button.setText(language.get(
                    CallsViewText.CHOSEN,
                    language.get(CallKindText.of(kind)),
                    language.numbers().count(count)));
            counts.put(kind, count);
        });
        menu.show(counts, filter.kinds());
    }

    /** How wide the switches are. */
    double switchesWidth() {
        return switches.prefWidth(-1);
    }

    /** Whether one menu is shown. */
    boolean tight() {
        return menu.isVisible();
    }

    /** Shows one menu, or the switches. */
    void setTight(boolean tight) {
        show(switches, !tight);
        show(menu, tight);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
