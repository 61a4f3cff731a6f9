package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.ringback.language.Texts;

/** What can be done with the letters that are chosen, or with the word that was asked about. */
public final class TextMenu {

    private final ReadLines lines;
    private final LetterSelection selection;
    private final Hand hand;
    private final Supplier<Texts> texts;
    private final LookUp lookUp;
    private ContextMenu menu;

    /** What else can be done with a word. */
    @FunctionalInterface
    public interface LookUp {

        /**
         * What a menu offers.
         *
         * @param words what is chosen, without blanks around it; empty if nothing is
         * @param beside where it was asked for
         */
        List<MenuItem> offers(String words, Node beside);
    }

    TextMenu(ReadLines lines, LetterSelection selection, Hand hand, Supplier<Texts> texts, LookUp lookUp) {
        this.lines = lines;
        this.selection = selection;
        this.hand = hand;
        this.texts = texts;
        this.lookUp = lookUp;
    }

    /** Opens over a node from now on. */
    void over(Node owner) {
        owner.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asked -> open(asked, owner));
    }

    private void open(ContextMenuEvent asked, Node owner) {
        Node node = asked.getPickResult() == null
                ? owner
                : Optional.ofNullable(asked.getPickResult().getIntersectedNode())
                        .orElse(owner);
        if (!asked.isKeyboardTrigger()) {
            chooseWord(asked);
        }
        if (menu == null) {
            // A window of its own, which most texts never need.
            menu = new ContextMenu();
        }
        menu.getItems().setAll(items(node));
        menu.show(owner, asked.getScreenX(), asked.getScreenY());
        asked.consume();
    }

    /** What is asked about is the word there, unless it is chosen already. */
    private void chooseWord(ContextMenuEvent asked) {
        hand.position(asked.getSceneX(), asked.getSceneY())
                .filter(place -> !selection.holds(place))
                .ifPresent(place -> lines.shown(place.line())
                        .filter(passage -> passage.contains(passage.sceneToLocal(asked.getSceneX(), asked.getSceneY())))
                        .ifPresent(passage -> selection.chooseWord(
                                place.line(), passage.letter(asked.getSceneX(), asked.getSceneY()))));
    }

    private List<MenuItem> items(Node node) {
        Texts now = texts.get();
        var items = new ArrayList<MenuItem>();
        var copy = item(now.get(ReadText.COPY), () -> Copied.put(selection.text()));
        copy.setDisable(selection.isEmpty());
        items.add(copy);
        Address.of(node).ifPresent(address -> items.add(item(now.get(ReadText.COPY_LINK), () -> Copied.put(address))));
        items.add(item(now.get(ReadText.SELECT_ALL), selection::chooseAll));
        items.addAll(lookUp.offers(ClipText.of(selection.text()).strip(), node));
        return items;
    }

    /** An entry that says its words as they are. */
    public static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(choice -> action.run());
        return item;
    }
}
