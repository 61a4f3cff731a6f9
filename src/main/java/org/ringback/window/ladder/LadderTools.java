package org.ringback.window.ladder;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.ladder.Column;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.TimeMode;
import org.ringback.language.LiveTexts;
import org.ringback.session.LadderModel;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.MenuLine;
import org.ringback.window.share.Sharing;
import org.ringback.words.LadderWords;

/** What can be done to a ladder: columns, times, folding, zoom, hidden columns, export. */
final class LadderTools extends FlowPane {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final LadderModel model;
    private final LiveTexts texts;
    private double wide;

    LadderTools(LadderModel model, LiveTexts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("tools", "ladder-tools");
        var options = model.options();
        getChildren().addAll(grouping(), times(), fold(), streams(), hidden());
        getChildren()
                .addAll(
                        zoom(Feather.ZOOM_OUT, LadderWord.ZOOM_OUT, options::zoomOut),
                        zoom(Feather.ZOOM_IN, LadderWord.ZOOM_IN, options::zoomIn));
    }

    /** One line where that can be: rather than two, the menus are drawings only. */
    @Override
    protected void layoutChildren() {
        boolean tight = getPseudoClassStates().contains(TIGHT);
        double wanted = getChildren().stream()
                .filter(Node::isManaged)
                .mapToDouble(tool -> tool.prefWidth(-1) + getHgap())
                .sum();
        wide = tight ? wide : wanted;
        double room = getWidth() - snappedLeftInset() - snappedRightInset() + getHgap();
        if (tight != wide > room) {
            // While a layout goes on, nothing may change that it has measured already.
            Platform.runLater(() -> pseudoClassStateChanged(TIGHT, !tight));
        }
        super.layoutChildren();
    }

    private MenuButton grouping() {
        return choice(
                Feather.COLUMNS,
                LadderWord.COLUMNS,
                model.options().groupingProperty(),
                model::grouping,
                Grouping.values(),
                LadderTools::word);
    }

    private MenuButton times() {
        var chosen = model.options().timesProperty();
        return choice(Feather.CLOCK, LadderWord.TIMES, chosen, chosen::get, TimeMode.values(), LadderTools::word);
    }

    private static LadderWord word(Grouping grouping) {
        return switch (grouping) {
            case ADDRESS -> LadderWord.ADDRESS;
            case NAME -> LadderWord.NAME;
            case PORT -> LadderWord.PORT;
        };
    }

    private static LadderWord word(TimeMode mode) {
        return switch (mode) {
            case DATE -> LadderWord.DATE;
            case TIME_OF_DAY -> LadderWord.TIME_OF_DAY;
            case SINCE_START -> LadderWord.SINCE_START;
            case SINCE_PREVIOUS -> LadderWord.SINCE_PREVIOUS;
            case SINCE_KEY -> LadderWord.SINCE_KEY;
        };
    }

    /** @param shown what is drawn now, which may be another value than the one that was chosen */
    private <T> MenuButton choice(
            Feather icon,
            LadderWord what,
            Property<T> chosen,
            Supplier<T> shown,
            T[] values,
            Function<T, LadderWord> word) {
        var menu = new MenuButton("", Icons.of(icon));
        Icons.tooltip(menu, menu.textProperty());
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get().get(what, texts.get().get(word.apply(shown.get()))),
                        chosen,
                        texts.textsProperty()));
        var group = new ToggleGroup();
        for (T value : values) {
            var item = new RadioMenuItem();
            item.textProperty().bind(texts.text(word.apply(value)));
            item.setToggleGroup(group);
            item.setOnAction(choice -> chosen.setValue(value));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ -> {
            for (int i = 0; i < values.length; i++) {
                ((RadioMenuItem) menu.getItems().get(i)).setSelected(values[i].equals(shown.get()));
            }
        });
        return menu;
    }

    private ToggleButton fold() {
        var fold = new ToggleButton("", Icons.of(Feather.LAYERS));
        fold.accessibleTextProperty().bind(texts.text(LadderWord.FOLD));
        Icons.tooltip(fold, texts.text(LadderWord.FOLD));
        fold.selectedProperty().bindBidirectional(model.options().foldedProperty());
        fold.getStyleClass().add("ladder-fold");
        return fold;
    }

    /** Only where there are some. */
    private ToggleButton streams() {
        var streams = new ToggleButton("", Icons.of(Feather.ACTIVITY));
        streams.accessibleTextProperty().bind(texts.text(LadderWord.STREAMS));
        Icons.tooltip(streams, texts.text(LadderWord.STREAMS));
        streams.selectedProperty().bindBidirectional(model.options().streamsProperty());
        streams.getStyleClass().add("ladder-streams");
        streams.setVisible(model.hasStreams());
        streams.setManaged(model.hasStreams());
        return streams;
    }

    private MenuButton hidden() {
        var menu = new MenuButton("", Icons.of(Feather.EYE_OFF));
        menu.getStyleClass().add("ladder-hidden");
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get()
                                .get(
                                        LadderWord.HIDDEN,
                                        texts.get()
                                                .numbers()
                                                .count(model.ladder()
                                                        .get()
                                                        .hidden()
                                                        .size()),
                                        texts.get()
                                                .numbers()
                                                .count(model.ladder().get().leftOut())),
                        model.ladder(),
                        texts.textsProperty()));
        menu.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.ladder().get().hidden().isEmpty(), model.ladder()));
        menu.managedProperty().bind(menu.visibleProperty());
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            for (Column column : model.ladder().get().hidden()) {
                String name = new LadderWords(texts.get()).heading(column);
                menu.getItems().add(MenuLine.of(texts.get().get(LadderWord.SHOW, name), () -> model.show(column)));
            }
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(MenuLine.of(texts.get().get(LadderWord.SHOW_ALL), model::showAll));
        });
        return menu;
    }

    private Button zoom(Feather icon, LadderWord words, Runnable action) {
        Button button = Icons.button(Icons.of(icon), texts.text(words));
        button.setOnAction(click -> action.run());
        return button;
    }

    /** Adds the ways out of the program. */
    void addExport(Sharing sharing, Supplier<LadderSnapshot> picture) {
        var menu = new MenuButton("", Icons.of(Feather.DOWNLOAD));
        menu.accessibleTextProperty().bind(texts.text(LadderWord.EXPORT));
        Icons.tooltip(menu, texts.text(LadderWord.EXPORT));
        menu.getStyleClass().add("ladder-export");
        var svg = new MenuItem("", Icons.of(Feather.IMAGE));
        svg.textProperty().bind(texts.text(LadderWord.SAVE_SVG));
        svg.setOnAction(choice -> LadderExport.saveSvg(sharing, model, texts.get()));
        var png = new MenuItem("", Icons.of(Feather.IMAGE));
        png.textProperty().bind(texts.text(LadderWord.SAVE_PNG));
        png.setOnAction(choice -> LadderExport.savePng(sharing, picture.get(), model, texts.get()));
        menu.getItems().addAll(svg, png);
        getChildren().add(menu);
    }
}
