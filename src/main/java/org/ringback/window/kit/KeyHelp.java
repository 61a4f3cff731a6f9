package org.ringback.window.kit;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.language.Language;
import org.ringback.language.LiveTexts;
import org.ringback.language.TextKey;
import org.ringback.words.ProgramText;

/** The keys, what the drawings mean, and what the program is, on one card. */
public final class KeyHelp {

    /** Of the height of the window. */
    private static final double SHARE = 0.85;

    private final LiveTexts texts;
    private final Consumer<String> openAddress;
    private final PageScroll scroll;
    private Card card;
    private Language spoken;

    /**
     * Takes what it speaks with.
     *
     * @param openAddress opens an address in the user's browser
     */
    public KeyHelp(LiveTexts texts, Consumer<String> openAddress) {
        this.texts = texts;
        this.openAddress = openAddress;
        this.scroll = new PageScroll(texts);
    }

    public void toggle(Node beside) {
        if (card == null || !spoken.equals(texts.get().language())) {
            spoken = texts.get().language();
            card = build();
        }
        // In a low window the last keys would else be below the screen.
        scroll.setMaxHeight(beside.getScene().getHeight() * SHARE);
        card.toggle(beside);
    }

    /** A key together with the one that this system has for commands. */
    public static String shortcut(String key) {
        return (System.getProperty("os.name").startsWith("Mac") ? "\u2318+" : "Ctrl+") + key;
    }

    private Card build() {
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        add(grid, shortcut("K") + "   /", WindowText.KEY_SEARCH);
        add(grid, "\u2191   \u2193", WindowText.KEY_MOVE);
        add(grid, "Enter", WindowText.KEY_OPEN);
        add(grid, "PgUp   PgDn", WindowText.KEY_READ);
        add(grid, shortcut("Enter"), WindowText.KEY_COMPARE);
        add(grid, shortcut("1") + "\u20263", WindowText.KEY_SECTIONS);
        add(grid, "Alt+\u2190   Alt+\u2192", WindowText.KEY_HISTORY);
        add(grid, shortcut("E"), WindowText.KEY_SWAP);
        add(grid, shortcut("Shift+C"), WindowText.KEY_COPY);
        add(grid, shortcut("S"), WindowText.KEY_SAVE);
        add(grid, shortcut("P"), WindowText.KEY_PRINT);
        add(grid, shortcut("O"), WindowText.KEY_OPEN_FILES);
        add(grid, shortcut("Shift+O"), WindowText.KEY_ADD_FILES);
        add(grid, shortcut("V"), WindowText.KEY_PASTE);
        add(grid, shortcut("Z"), WindowText.KEY_UNDO);
        add(grid, shortcut("F"), WindowText.KEY_FIND);
        add(grid, shortcut("Shift+F"), WindowText.KEY_FIND_MESSAGES);
        add(grid, shortcut("F") + "   F3", WindowText.KEY_FILTER);
        add(grid, "Alt+\u2191   Alt+\u2193", WindowText.KEY_STEP);
        add(grid, shortcut("Enter"), WindowText.KEY_CODE_OF_CALL);
        add(grid, shortcut("D") + "   F2", WindowText.KEY_NOTE);
        add(grid, "[   ]", WindowText.KEY_TRANSACTION);
        add(grid, "K   F   +   \u2212", WindowText.KEY_LADDER);
        add(grid, "F6   Shift+F6", WindowText.KEY_PANES);
        add(grid, "Shift+F10", WindowText.KEY_MENU);
        add(grid, "F11", WindowText.KEY_FULL_SCREEN);
        add(grid, shortcut("W"), WindowText.KEY_CLOSE);
        add(grid, shortcut("N"), WindowText.KEY_NEW_WINDOW);
        add(grid, shortcut("Q"), WindowText.KEY_QUIT);
        add(grid, shortcut("+") + "   \u2212   0", WindowText.KEY_SIZE);
        add(grid, "Esc", WindowText.KEY_CANCEL);
        add(grid, "F1", WindowText.KEY_HELP);
        var page = new VBox(grid, Prose.heading(texts.get().get(WindowText.SIGNS)), signs(), about());
        page.getStyleClass().add("help");
        scroll.show(page, false);
        scroll.getStyleClass().add("keys-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return new Card(scroll, ArrowLocation.TOP_RIGHT);
    }

    /** What the drawings in lists and ladders stand for. */
    private VBox signs() {
        var signs = new VBox();
        for (Weight weight : Weight.values()) {
            signs.getChildren()
                    .add(Prose.text(
                            Icons.of(WeightStyle.glyph(weight)),
                            Prose.text(texts.get().get(weight)),
                            "sign",
                            WeightStyle.of(weight)));
        }
        signs.getChildren().add(sign(Feather.CORNER_DOWN_RIGHT, WindowText.SIGN_LEG));
        signs.getChildren().add(sign(Feather.LINK, WindowText.SIGN_OTHER_LEG));
        signs.getChildren().add(sign(Feather.GIT_BRANCH, WindowText.SIGN_FORK));
        signs.getChildren().add(sign(Feather.FLAG, NoteText.MARKED));
        return signs;
    }

    private Node sign(Feather drawing, TextKey words) {
        return Prose.text(Icons.of(drawing), Prose.text(texts.get().get(words)), "sign");
    }

    private VBox about() {
        var about = new VBox(
                Prose.text(ProgramText.version(texts.get()), "finding-title"),
                Prose.text(texts.get().get(WindowText.ABOUT), "muted"),
                newer(),
                Prose.text(texts.get().get(NewerText.HINT), "muted"));
        about.getStyleClass().add("about-program");
        return about;
    }

    private Hyperlink newer() {
        var link = new Hyperlink(texts.get().get(NewerText.QUESTION));
        link.getStyleClass().add("newer");
        link.setOnAction(click -> openAddress.accept(ProgramText.RELEASES));
        return link;
    }

    private void add(GridPane grid, String keys, WindowText words) {
        var key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, Prose.text(texts.get().get(words)));
    }
}
