package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;

/** A button that opens a list of values to choose any number of; it stays open while one chooses. */
public class ChoiceMenu<T> extends MenuButton {

    private final LiveTexts texts;
    private final CallsViewText name;
    private final BiFunction<T, Texts, String> words;
    private final Consumer<Set<T>> onChoice;
    private final InvalidationListener onLanguage = change -> build();
    private Map<T, Integer> choices = Map.of();
    private Set<T> chosen = Set.of();

    /**
     * A menu with nothing to choose yet.
     *
     * @param name what the values are, in a word or two
     * @param words for a value
     */
    public ChoiceMenu(
            LiveTexts texts, CallsViewText name, BiFunction<T, Texts, String> words, Consumer<Set<T>> onChoice) {
        this.texts = texts;
        this.name = name;
        this.words = words;
        this.onChoice = onChoice;
        getStyleClass().add("choice-menu");
        texts.textsProperty().addListener(onLanguage);
        build();
    }

    /**
     * Shows what there is to choose.
     *
     * @param counts how many there are of each value
     */
    public final void show(Map<T, Integer> counts, Set<T> current) {
        if (!counts.equals(choices) || !current.equals(chosen)) {
            choices = counts;
            chosen = current;
            build();
        }
    }

    private void build() {
        Texts language = texts.get();
        setDisable(choices.isEmpty() && chosen.isEmpty());
        setText(
                chosen.isEmpty()
                        ? language.get(name)
                        : language.get(CallsViewText.CHOSEN, language.get(name), summary(chosen, language)));
        // Taking items away from an open menu would close it.
        if (getItems().size() == choices.size()) {
            int at = 0;
            for (T value : choices.keySet()) {
                fill((CustomMenuItem) getItems().get(at++), value, language);
            }
        } else {
            List<MenuItem> items = new ArrayList<>();
            choices.keySet().forEach(value -> items.add(fill(new CustomMenuItem(box(), false), value, language)));
            getItems().setAll(items);
        }
    }

    /** What the button says of the values that are chosen, of which there is at least one. */
    protected String summary(Set<T> values, Texts language) {
        return values.stream()
                .sorted()
                .map(value -> words.apply(value, language))
                .collect(Collectors.joining(", "));
    }

    /** Shows the choice; the item around it takes clicks and keys. */
    private static CheckBox box() {
        var box = new CheckBox();
        box.setMouseTransparent(true);
        box.setFocusTraversable(false);
        return box;
    }

    private CustomMenuItem fill(CustomMenuItem item, T value, Texts language) {
        var box = (CheckBox) item.getContent();
        box.setText(language.get(
                CallsViewText.CHOSEN,
                words.apply(value, language),
                language.numbers().count(choices.get(value))));
        box.setSelected(chosen.contains(value));
        item.setOnAction(choice -> choose(value));
        return item;
    }

    private void choose(T value) {
        Set<T> next = new HashSet<>(chosen);
        if (!next.remove(value)) {
            next.add(value);
        }
        onChoice.accept(next);
    }
}
