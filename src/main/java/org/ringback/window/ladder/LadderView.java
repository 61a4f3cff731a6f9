package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
import org.ringback.ladder.Row;
import org.ringback.language.LiveTexts;
import org.ringback.session.LadderModel;
import org.ringback.window.kit.OwnKeys;
import org.ringback.window.share.Sharing;
import org.ringback.words.LadderWords;

/**
 * The ladder of a call: headings that stay above, times that stay at the left, and a list of arrows of which only those in
 * sight are drawn. It is left to right in every language, as time and protocols are.
 */
public final class LadderView extends BorderPane {

    /** What the list itself takes of the width: its scroll bar. */
    private static final double SCROLL_BAR = 16;

    /** Of a message that comes into sight as many rows before it are shown. */
    private static final int MOST_ABOVE = 3;

    private final LadderModel model;
    private final LiveTexts texts;
    private final LadderReader reader;
    private final LadderTools tools;
    private final ScrollBar sideways = new ScrollBar();
    private final LadderHead head = new LadderHead(sideways.valueProperty());
    private final Lifelines lifelines = new Lifelines(sideways.valueProperty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final List<ArrowCell> cells = new ArrayList<>();
    private final ContextMenu menu = new ContextMenu();
    private final VBox sheet = new VBox();
    private final InvalidationListener onLadder = change -> lay();
    private final InvalidationListener onSelected = change -> follow();
    private LadderDrawing drawing;
    private boolean following;

    /**
     * Shows the ladder and follows it.
     *
     * @param reader is told what the user asks for
     */
    public LadderView(LadderModel model, LiveTexts texts, LadderReader reader) {
        this.model = model;
        this.texts = texts;
        this.reader = reader;
        this.tools = new LadderTools(model, texts);
        getStyleClass().add("ladder-view");
        list.getStyleClass().add("ladder-list");
        list.setCellFactory(_ -> cell());
        list.accessibleTextProperty().bind(texts.text(LadderWord.LIST));
        list.getSelectionModel().selectedIndexProperty().addListener(change -> select());
        LadderKeys.listen(
                model,
                list,
                sideways,
                () -> drawing.line(list.getSelectionModel().getSelectedIndex()),
                this::open);
        list.setContextMenu(menu);
        // Before the list itself looks whether there is something to show.
        list.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
        OwnKeys.mark(list);
        sideways.setOrientation(Orientation.HORIZONTAL);
        sideways.managedProperty().bind(sideways.visibleProperty());
        sideways.setFocusTraversable(false);
        var layers = new StackPane(lifelines, list);
        VBox.setVgrow(layers, Priority.ALWAYS);
        sheet.getChildren().addAll(head, layers, sideways);
        sheet.getStyleClass().add("ladder-sheet");
        sheet.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        sheet.setMinSize(0, 0);
        // In a low window the rows give way, not the headings and not the bar that leads sideways.
        head.setMinHeight(USE_PREF_SIZE);
        sideways.setMinHeight(USE_PREF_SIZE);
        setTop(tools);
        setCenter(sheet);
        watch(onLadder, model.ladder(), model.times(), model.options().sizeProperty(), texts.textsProperty());
        watch(onSelected, model.call().selectedProperty(), model.markedProperty());
        sheet.widthProperty().addListener(onLadder);
        lay();
        follow();
    }

    /** The options live as long as the program, this view as long as its call is open. */
    private static void watch(InvalidationListener listener, Observable... states) {
        for (var state : states) {
            state.addListener(new WeakInvalidationListener(listener));
        }
    }

    /** Adds the export to the tools. */
    public void shareWith(Sharing sharing) {
        tools.addExport(
                sharing,
                () -> new LadderSnapshot(
                        model.ladder().get(),
                        new LadderWords(texts.get()),
                        model.times().get()));
    }

    /** Draws the arrows again because something was noted at their messages. */
    public void redraw() {
        cells.forEach(ArrowCell::redraw);
    }

    private void offer(ContextMenuEvent request) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0 && lines.get(at) instanceof Row row) {
            menu.getItems().setAll(reader.offers(row.message(), cellAt(at)));
        } else {
            request.consume();
        }
    }

    private Node cellAt(int line) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == line && cell.getParent() != null)
                .map(Node.class::cast)
                .findFirst()
                .orElse(list);
    }

    /** Puts the keyboard on the arrows. */
    public void read() {
        list.requestFocus();
    }

    private ArrowCell cell() {
        var cell = new ArrowCell(texts, () -> drawing, model::relation, reader::note, sideways.valueProperty());
        cell.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && cell.getItem() != null) {
                if (click.getY() > drawing.plan().rowHeight()) {
                    // Below its arrow a row shows streams.
                    reader.openMedia();
                    return;
                }
                // Also where it was selected already: what it says is what the click asks for.
                reader.chosen();
                if (click.getClickCount() == 2) {
                    open();
                }
            }
        });
        cells.add(cell);
        return cell;
    }

    private void lay() {
        Ladder ladder = model.ladder().get();
        double zoom = model.options().sizeProperty().get();
        var words = new LadderWords(texts.get());
        LadderPlan plan = LadderPlan.of(
                ladder,
                LadderDrawing.notes(ladder, words),
                model.times().get().mode(),
                zoom,
                sheet.getWidth() - SCROLL_BAR);
        drawing = LadderDrawing.of(ladder, words, model.times().get(), plan);
        sheet.setStyle("-fx-font-size: " + Math.round(plan.em() * 10) / 10.0 + "px");
        head.show(drawing, model, texts.get());
        lifelines.show(drawing);
        // Rows of one height scroll faster; those below which a stream begins are higher.
        list.setFixedCellSize(ladder.bands().isEmpty() ? plan.rowHeight() : USE_COMPUTED_SIZE);
        if (!lines.equals(ladder.lines())) {
            following = true;
            lines.setAll(ladder.lines());
            following = false;
        }
        double hidden = plan.times() + plan.width() - Math.max(0, sheet.getWidth() - SCROLL_BAR);
        sideways.setVisible(hidden > 0);
        sideways.setMax(Math.max(0, hidden));
        sideways.setVisibleAmount(hidden <= 0 ? 1 : hidden * sheet.getWidth() / (plan.times() + plan.width()));
        sideways.setUnitIncrement(plan.gap() / 2);
        sideways.setBlockIncrement(plan.gap() * 2);
        sideways.setValue(Math.min(sideways.getValue(), sideways.getMax()));
        follow();
    }

    /** The list leads: what is selected in it is selected everywhere. */
    private void select() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (following || at < 0 || at == model.selectedLine()) {
            return;
        }
        model.select(lines.get(at));
        reader.chosen();
    }

    /** The list follows: what is selected elsewhere, or moved by another arrangement, is selected in it. */
    private void follow() {
        int at = model.selectedLine();
        if (at != list.getSelectionModel().getSelectedIndex()) {
            following = true;
            if (at < 0) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(at);
                list.getFocusModel().focus(at);
            }
            following = false;
            if (at >= 0 && !inSight(at)) {
                list.scrollTo(Math.max(0, at - rowsAbove()));
            }
        }
        cells.forEach(ArrowCell::redraw);
    }

    /** Where only few rows are in sight, the selected one is worth more than those before it. */
    private int rowsAbove() {
        double row = drawing.plan().rowHeight();
        return (int) Math.clamp(list.getHeight() / row - 2, 0, MOST_ABOVE);
    }

    private boolean inSight(int line) {
        return cells.stream()
                .anyMatch(cell -> !cell.isEmpty()
                        && cell.getIndex() == line
                        && cell.getParent() != null
                        && list.getLayoutBounds()
                                .contains(list.sceneToLocal(cell.localToScene(0, cell.getHeight() / 2))));
    }

    private void open() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at < 0) {
            return;
        }
        int status = lines.get(at) instanceof Row row ? row.message().head().status() : 0;
        if (status >= 100) {
            reader.openCode(status);
        } else {
            reader.openMessage();
        }
    }
}
