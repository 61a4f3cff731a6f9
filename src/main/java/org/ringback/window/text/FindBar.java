package org.ringback.window.text;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;

/** Finds words in what is read: a bar that is there while somebody searches, and made when somebody does for the first time. */
public final class FindBar extends HBox {

    private final TextHandling handling;
    private final LiveTexts texts;
    private final Node owner;
    private final Label count = new Count();
    private final InvalidationListener onLanguage = change -> tell();
    private TextField words;

    /**
     * A bar that is not there yet.
     *
     * @param owner what is read, and has the keyboard again after a search
     */
    public FindBar(Node owner, TextHandling handling, LiveTexts texts) {
        this.owner = owner;
        this.handling = handling;
        this.texts = texts;
        getStyleClass().add("find-bar");
        handling.onChange(this::tell);
        texts.textsProperty().addListener(onLanguage);
        show(false);
    }

    /** Never cut, since the words beside it can be scrolled; as wide as most counts, so that little moves. */
    private static final class Count extends Label {

        private static final double USUAL = 6;

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(super.computePrefWidth(height), USUAL * getFont().getSize());
        }

        @Override
        protected double computeMinWidth(double height) {
            return computePrefWidth(height);
        }
    }

    private void make() {
        words = new TextField();
        words.getStyleClass().add("find-words");
        words.promptTextProperty().bind(texts.text(ReadText.FIND));
        words.textProperty().addListener(change -> search());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.getStyleClass().add("find-count");
        HBox.setHgrow(words, Priority.SOMETIMES);
        getChildren()
                .addAll(
                        words,
                        count,
                        button(Feather.CHEVRON_UP, ReadText.FIND_PREVIOUS, () -> step(-1)),
                        button(Feather.CHEVRON_DOWN, ReadText.FIND_NEXT, () -> step(1)),
                        button(Feather.X, ReadText.FIND_CLOSE, this::close));
    }

    private Button button(Feather glyph, ReadText says, Runnable action) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        var button = new Button("", icon);
        button.getStyleClass().addAll("flat", "button-icon");
        button.accessibleTextProperty().bind(texts.text(says));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text(says));
        button.setTooltip(tooltip);
        button.setOnAction(click -> action.run());
        return button;
    }

    /** Opens where the keyboard is in a part of the window, when somebody asks for it there. */
    public void opensFrom(Node part) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F && key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown()) {
                open();
                key.consume();
            } else if (key.getCode() == KeyCode.F3 && isVisible()) {
                step(key.isShiftDown() ? -1 : 1);
                key.consume();
            }
        });
    }

    /** Begins to search, for what is chosen if that is a word or a few. */
    public void open() {
        if (words == null) {
            make();
        }
        String chosen = ClipText.of(handling.selection().text()).strip();
        show(true);
        if (!chosen.isEmpty() && chosen.indexOf('\n') < 0) {
            words.setText(chosen);
        }
        search();
        words.requestFocus();
        words.selectAll();
    }

    private void show(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    private void search() {
        if (isVisible()) {
            handling.hits().search(words.getText(), handling.selection().first());
            handling.hits().reveal();
            tell();
        }
    }

    private void step(int way) {
        handling.hits().step(way);
        handling.hits().reveal();
        tell();
    }

    private void tell() {
        if (words == null) {
            return;
        }
        Texts now = texts.get();
        Hits hits = handling.hits();
        boolean nothing = hits.count() == 0;
        count.setText(
                words.getText().isBlank()
                        ? ""
                        : nothing
                                ? now.get(ReadText.FOUND_NOTHING)
                                : now.get(
                                        ReadText.FOUND,
                                        now.numbers().count(hits.number()),
                                        now.numbers().count(hits.count())));
        words.setAccessibleHelp(count.getText());
    }

    /** What was found last is chosen then, so that it can be copied or gone on from. */
    private void close() {
        handling.hits().choose(handling.selection());
        handling.hits().search("", new Position(0, 0));
        show(false);
        owner.requestFocus();
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> step(key.isShiftDown() ? -1 : 1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
