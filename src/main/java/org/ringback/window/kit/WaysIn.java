package org.ringback.window.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.reading.CaptureSource;
import org.ringback.session.Session;

/**
 * Where calls are open, files may join them or take their place: over the window stand two large areas, to drop files on or to
 * click. Where none are, files may only be dropped.
 */
final class WaysIn {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Session session;
    private final StackPane over;
    private final Label title = new Label();
    private final Button add;
    private final Button instead;
    private final Button cancel = new Button();
    private final VBox layer;
    private List<Path> asked = List.of();
    /** What had the keyboard before a question was asked, or {@code null}. */
    private Node keyboard;

    /**
     * Shows nothing yet.
     *
     * @param over all of the window
     */
    WaysIn(Session session, StackPane over) {
        this.session = session;
        this.over = over;
        add = area(Feather.PLUS_CIRCLE, session::addFiles);
        instead = area(Feather.FOLDER, session::openFiles);
        cancel.textProperty().bind(session.texts().text(OpeningText.CANCEL));
        cancel.setOnAction(click -> hide());
        title.getStyleClass().add("invitation-title");
        var areas = new HBox(add, instead);
        areas.getStyleClass().add("ways");
        VBox.setVgrow(areas, Priority.ALWAYS);
        layer = new VBox(title, areas, cancel);
        layer.getStyleClass().add("ways-in");
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Button area(Feather icon, Consumer<List<Path>> way) {
        var area = new Button("", Icons.of(icon));
        area.getStyleClass().add("way");
        area.setContentDisplay(ContentDisplay.TOP);
        area.setWrapText(true);
        area.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        area.setMinWidth(0);
        area.setPrefWidth(0);
        HBox.setHgrow(area, Priority.ALWAYS);
        area.setOnAction(click -> {
            List<Path> files = asked;
            hide();
            way.accept(files);
        });
        return area;
    }

    /** Asks what to do with files. */
    void ask(List<Path> files) {
        var texts = session.texts().get();
        keyboard = over.getScene().getFocusOwner();
        asked = List.copyOf(files);
        title.setText(texts.get(OpeningText.WHICH_WAY, CallWords.source(new CaptureSource.Files(files), texts)));
        show(true);
        add.requestFocus();
    }

    /** Shows where files may be dropped, and on which of the areas the mouse is. */
    void dragged(double x, double y) {
        if (!over.getChildren().contains(layer)) {
            show(false);
        }
        for (Button area : List.of(add, instead)) {
            area.pseudoClassStateChanged(OVER, under(area, x, y));
        }
    }

    private static boolean under(Button area, double x, double y) {
        return area.isVisible() && area.contains(area.sceneToLocal(x, y));
    }

    /** Takes files that were dropped; beside both areas nobody said what to do with them. */
    void dropped(List<File> dropped, double x, double y) {
        boolean joins = under(add, x, y);
        boolean chosen = joins || under(instead, x, y);
        hide();
        List<Path> files = dropped.stream().map(File::toPath).toList();
        if (joins) {
            session.addFiles(files);
        } else if (chosen || !session.calls().loading().canAdd()) {
            session.openFiles(files);
        } else {
            ask(files);
        }
    }

    private void show(boolean question) {
        var texts = session.texts().get();
        boolean both = session.calls().loading().canAdd();
        add.setVisible(both);
        add.setManaged(both);
        add.setText(texts.get(OpeningText.ADD_HERE) + "\n" + texts.get(OpeningText.ADD_HERE_HINT));
        instead.setText(
                both
                        ? texts.get(OpeningText.OPEN_INSTEAD) + "\n" + texts.get(OpeningText.OPEN_INSTEAD_HINT)
                        : texts.get(OpeningText.DROP_HERE) + "\n" + texts.get(OpeningText.DROP_HERE_HINT));
        for (Node part : List.of(title, cancel)) {
            part.setVisible(question);
            part.setManaged(question);
        }
        if (!over.getChildren().contains(layer)) {
            over.getChildren().add(layer);
        }
    }

    /** Shows nothing any more. */
    void hide() {
        if (over.getChildren().remove(layer) && keyboard != null) {
            keyboard.requestFocus();
        }
        keyboard = null;
        asked = List.of();
    }

    /** The keyboard does not leave a question. */
    private void key(KeyEvent key) {
        List<Button> all = List.of(add, instead, cancel);
        int at = all.indexOf(layer.getScene().getFocusOwner());
        boolean back = key.getCode() == KeyCode.LEFT
                || key.getCode() == KeyCode.UP
                || (key.getCode() == KeyCode.TAB && key.isShiftDown());
        switch (key.getCode()) {
            case ESCAPE -> hide();
            case TAB, LEFT, RIGHT, UP, DOWN ->
                all.get(Math.floorMod(at + (back ? -1 : 1), all.size())).requestFocus();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
