package org.ringback.window;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.language.Language;
import org.ringback.language.LiveTexts;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.session.Theme;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.OneOf;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.SearchField;
import org.ringback.window.kit.WindowText;

/** What is always there: the sections, the search field, the language and the theme. */
final class HeaderBar extends VBox {

    private static final int SEARCH_PLACE = 2;

    private final Session session;
    private final LiveTexts texts;
    private final Region gap = new Region();
    private final TextField search;
    /** The field has the keyboard from the start on, and the first frames need the processor for themselves. */
    private final PauseTransition afterFirstFrames = new PauseTransition(Duration.millis(250));

    private final OneOf<Section> sections;
    private final Node searchBox;
    private boolean following;
    private final HBox firstLine = new HBox();
    private final Label name = new Label("Ringback");
    private final InvalidationListener onSearch = change -> showQuery();

    HeaderBar(Session session, Opening opening, Runnable showKeys) {
        this.session = session;
        this.texts = session.texts();
        this.search = new SearchField(opening);
        getStyleClass().add("header");
        firstLine.getStyleClass().add("header-line");
        firstLine.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var keys = Icons.button(Icons.of(Feather.HELP_CIRCLE), texts.text(WindowText.KEYS));
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setOnAction(click -> showKeys.run());
        sections = new OneOf<>(session.sectionProperty()::set);
        searchBox = searchField();
        // The field takes what it can use, and the tools stand at the edge however wide the window is.
        var rest = new Region();
        HBox.setHgrow(rest, Priority.SOMETIMES);
        firstLine.getChildren().addAll(name, sections(), searchBox, rest, languages(), themes(), keys);
        getChildren().add(firstLine);
    }

    TextField search() {
        return search;
    }

    /**
     * One line, or two where the window is narrow: the search field is the last thing to give way, and the name of the
     * program the first.
     */
    void arrange(boolean narrow, boolean compact) {
        name.setVisible(!compact);
        name.setManaged(!compact);
        sections.setMinWidth(narrow ? 0 : USE_PREF_SIZE);
        if (narrow && getChildren().size() == 1) {
            firstLine.getChildren().set(SEARCH_PLACE, gap);
            getChildren().add(searchBox);
        } else if (!narrow && getChildren().size() == 2) {
            getChildren().remove(searchBox);
            firstLine.getChildren().set(SEARCH_PLACE, searchBox);
        }
    }

    /** What the card of keys points at. */
    Node keys() {
        return firstLine.getChildren().getLast();
    }

    private Node sections() {
        sections.getStyleClass().add("sections");
        sections.setMinWidth(0);
        sections.accessibleTextProperty().bind(texts.text(WindowText.SECTIONS));
        for (Section section : Section.values()) {
            sections.add(section, texts.text(section));
        }
        Runnable follow = () -> sections.show(session.sectionProperty().get());
        session.sectionProperty().addListener(change -> follow.run());
        follow.run();
        return sections;
    }

    private Node searchField() {
        search.promptTextProperty().bind(texts.text(WindowText.SEARCH_PROMPT));
        search.accessibleTextProperty().bind(texts.text(WindowText.SEARCH_PROMPT));
        search.getStyleClass().add("search");
        Icons.tooltip(search, texts.text(WindowText.SEARCH_HELP, KeyHelp.shortcut("K")));
        search.textProperty().addListener((field, before, typed) -> {
            if (!following
                    && (!handbook()
                            || !typed.equals(session.picker().queryProperty().get()))) {
                session.search(typed);
            }
        });
        search.focusedProperty().addListener((field, before, focused) -> {
            if (focused) {
                afterFirstFrames.playFromStart();
            } else {
                // Whoever opens a capture at once waits for its calls, not for the search.
                afterFirstFrames.stop();
            }
        });
        afterFirstFrames.setOnFinished(end -> session.prepareSearch());
        session.picker().queryProperty().addListener(onSearch);
        session.sectionProperty().addListener(onSearch);
        var icon = Icons.of(Feather.SEARCH);
        icon.setMouseTransparent(true);
        var field = new StackPane(search, icon);
        field.getStyleClass().add("search-box");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox.setHgrow(gap, Priority.ALWAYS);
        field.setMinWidth(0);
        return field;
    }

    /** Beside a comparison or a call an old query would look as if it had found them. */
    private void showQuery() {
        String shown = handbook() ? session.picker().queryProperty().get() : "";
        if (!search.getText().equals(shown)) {
            following = true;
            search.setText(shown);
            following = false;
        }
    }

    private boolean handbook() {
        return session.sectionProperty().get() == Section.HANDBOOK;
    }

    private Node languages() {
        var menu = new MenuButton("", Icons.of(Feather.GLOBE));
        menu.getStyleClass().addAll("flat", "languages");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.accessibleTextProperty().bind(texts.text(WindowText.LANGUAGE));
        Icons.tooltip(menu, texts.text(WindowText.LANGUAGE));
        var group = new ToggleGroup();
        Runnable follow = () -> {
            Language current = session.answers().get().language();
            menu.setText(current.ownName());
            group.getToggles().forEach(toggle -> toggle.setSelected(current.equals(toggle.getUserData())));
        };
        // What the other languages are called stands in their files, which nobody needs for a start.
        menu.setOnShowing(showing -> {
            if (menu.getItems().isEmpty()) {
                for (Language language : session.languages()) {
                    var item = new RadioMenuItem(language.ownName());
                    item.setToggleGroup(group);
                    item.setUserData(language);
                    item.setOnAction(choice -> session.speak(language));
                    menu.getItems().add(item);
                }
                follow.run();
            }
        });
        session.answers().addListener(change -> follow.run());
        follow.run();
        return menu;
    }

    private Node themes() {
        var menu = new MenuButton();
        menu.getStyleClass().addAll("flat", "themes");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.accessibleTextProperty().bind(texts.text(WindowText.THEME));
        Icons.tooltip(menu, texts.text(WindowText.THEME));
        var group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            var item = new RadioMenuItem();
            item.textProperty().bind(texts.text(theme));
            item.setToggleGroup(group);
            item.setUserData(theme);
            item.setOnAction(choice -> session.themeProperty().set(theme));
            menu.getItems().add(item);
        }
        Runnable follow = () -> {
            Theme current = session.themeProperty().get();
            menu.setGraphic(Icons.of(glyph(current)));
            group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == current));
        };
        session.themeProperty().addListener(change -> follow.run());
        follow.run();
        return menu;
    }

    private static Feather glyph(Theme theme) {
        return switch (theme) {
            case SYSTEM -> Feather.MONITOR;
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
        };
    }
}
