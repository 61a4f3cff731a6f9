package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ringback.session.CallList;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.text.Copied;

/** One row a call. What is selected alone is opened; order and contents come from the model, nothing is computed here. */
public final class CallsTable extends TableView<CallRow> {

    /** More selected rows than that are not looked for again after the list has changed. */
    private static final int MOST_SELECTED_AGAIN = 100;

    /** Of a call that comes into sight as many before it are shown. */
    private static final int MOST_ABOVE = 3;

    /** So many layouts it takes until a list stands still whose height or rows have changed. */
    private static final int LOOKS = 3;

    /** Rows are as high as letters, the list is a whole number of pixels. */
    private static final double ROUNDED = 1;

    private final Session session;
    private final CallsModel calls;
    private final Runnable read;
    private final CallsMenu menu;
    private final NothingShown nothing;
    private final CallsColumns columns;
    private final InvalidationListener onList = change -> showList();
    private final InvalidationListener onChosen = change -> markChosen();
    private final InvalidationListener onWords = change -> redraw();
    /** Those in sight, those that wait for the next row, and those that nobody has collected yet. */
    private final Set<CallCell> cells = Collections.newSetFromMap(new WeakHashMap<>());

    private final Runnable afterLayout = this::bringInSight;
    private boolean following;
    /** After so many more layouts it is looked whether the chosen row is in sight. */
    private int looks;

    private Scene looked;

    /**
     * A table of what the model lets through.
     *
     * @param read puts the keyboard on the page of the open call
     */
    CallsTable(Session session, Runnable read) {
        this.session = session;
        this.calls = session.calls();
        this.read = read;
        this.menu = new CallsMenu(session, getSelectionModel());
        getStyleClass().add("calls-table");
        accessibleTextProperty().bind(session.texts().text(CallsViewText.LIST));
        setTableMenuButtonVisible(true);
        setMinHeight(0);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns = new CallsColumns(session, this, this::cell);
        setSortPolicy(table -> {
            order();
            return true;
        });
        nothing = new NothingShown(session);
        setPlaceholder(nothing);
        setContextMenu(menu);
        // Before the table itself looks whether there is something to show.
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<CallRow>) change -> openSelected());
        calls.listProperty().addListener(onList);
        calls.chosenProperty().addListener(onChosen);
        calls.notes().changedProperty().addListener(onWords);
        session.texts().textsProperty().addListener(onWords);
        heightProperty().addListener(change -> keepInSight());
        showList();
    }

    /** What can be done with the selected rows. */
    CallsMenu menu() {
        return menu;
    }

    /** @param look looks in all messages for words that are in no row */
    void lookInMessages(Consumer<String> look) {
        nothing.lookInMessages(look);
    }

    /** At the headings the columns, elsewhere what can be done with the rows. */
    private void offer(ContextMenuEvent request) {
        Node at = request.isKeyboardTrigger() ? null : request.getPickResult().getIntersectedNode();
        while (at != null && !at.equals(this) && !at.getStyleClass().contains("column-header-background")) {
            at = at.getParent();
        }
        if (at == null || at.equals(this)) {
            menu.fill();
        } else {
            columns.menu().show(this, request.getScreenX(), request.getScreenY());
            request.consume();
        }
    }

    private CallCell cell(CallOrder.By by) {
        var cell = CallCell.of(session, by, this::openCode);
        cells.add(cell);
        return cell;
    }

    private void openCode(int code) {
        if (session.answers().get().find(code).isPresent()) {
            session.open(code);
        }
    }

    /** The heading that was clicked decides; without one, calls stand as they began. */
    private void order() {
        calls.orderProperty()
                .set(
                        getSortOrder().isEmpty()
                                ? CallOrder.BY_START
                                : new CallOrder(
                                        (CallOrder.By) getSortOrder().getFirst().getUserData(),
                                        getSortOrder().getFirst().getSortType() == SortType.DESCENDING));
    }

    private void showList() {
        CallList list = calls.listProperty().get();
        columns.dated(CallWords.differentDays(list.first(), list.last()));
        List<CallRow> rows = list.rows();
        if (!getItems().equals(rows)) {
            replace(rows);
        }
        redraw();
    }

    /** Days and legs may be others though the rows are the same; refresh() would make every cell anew. */
    private void redraw() {
        cells.forEach(CallCell::redraw);
    }

    private void replace(List<CallRow> rows) {
        following = true;
        List<CallRow> selected = selected();
        getSelectionModel().clearSelection();
        getItems().setAll(rows);
        selectAgain(selected);
        following = false;
        markChosen();
    }

    private List<CallRow> selected() {
        return getSelectionModel().getSelectedIndices().size() > MOST_SELECTED_AGAIN
                ? List.of()
                : new ArrayList<>(getSelectionModel().getSelectedItems());
    }

    private void selectAgain(List<CallRow> selected) {
        if (selected.size() > 1) {
            Set<CallRow> wanted = new HashSet<>(selected);
            for (int i = 0; i < getItems().size(); i++) {
                if (wanted.contains(getItems().get(i))) {
                    getSelectionModel().select(i);
                }
            }
        }
    }

    /** The chosen call is the selected one as long as nobody selects several. */
    private void markChosen() {
        CallRow chosen = calls.chosenProperty().get();
        if (chosen != null && getSelectionModel().getSelectedIndices().size() <= 1) {
            following = true;
            int index = getItems().indexOf(chosen);
            if (index < 0) {
                getSelectionModel().clearSelection();
            } else if (!getSelectionModel().isSelected(index)) {
                getSelectionModel().clearAndSelect(index);
                keepInSight();
            }
            following = false;
        }
    }

    /** The page of a call takes room from the list, maybe that of the row which was just clicked. */
    private void keepInSight() {
        if (getSelectionModel().getSelectedIndex() >= 0 && getScene() != null) {
            if (looks == 0) {
                looked = getScene();
                looked.addPostLayoutPulseListener(afterLayout);
            }
            looks = LOOKS;
            Platform.requestNextPulse();
        }
    }

    /** Only after a layout is it known what is in sight; near its end a list that became lower stands a row too high first. */
    private void bringInSight() {
        looks--;
        int index = getSelectionModel().getSelectedIndex();
        if (index >= 0 && !inSight(index)) {
            scrollTo(Math.max(0, index - (looks > 0 ? rowsAbove() : 0)));
        }
        if (looks == 0) {
            looked.removePostLayoutPulseListener(afterLayout);
        } else {
            Platform.requestNextPulse();
        }
    }

    /** How many rows above the chosen one can be shown too without pushing that out of sight. */
    private int rowsAbove() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? (int) Math.clamp(flow.getHeight() / flow.getFirstVisibleCell().getHeight() - 2, 0, MOST_ABOVE)
                : 0;
    }

    private boolean inSight(int index) {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) {
            return false;
        }
        int last = flow.getLastVisibleCell().getIndex();
        int first = flow.getFirstVisibleCell().getIndex();
        boolean cutAbove = flow.getFirstVisibleCell().getBoundsInParent().getMinY() < -ROUNDED;
        boolean cutBelow = flow.getLastVisibleCell().getBoundsInParent().getMaxY() > flow.getHeight() + ROUNDED;
        return (cutAbove ? index > first : index >= first) && (cutBelow ? index < last : index <= last);
    }

    private void openSelected() {
        // The selected item is told only after the selected items.
        List<CallRow> selected = getSelectionModel().getSelectedItems();
        if (!following && selected.size() == 1) {
            CallRow row = selected.getFirst();
            if (row != null && row != calls.chosenProperty().get()) {
                calls.open(row);
            }
        }
    }

    private void key(KeyEvent key) {
        if (Copied.asked(key)) {
            menu.copy();
            key.consume();
        } else if (key.getCode() == KeyCode.F2) {
            menu.write();
            key.consume();
        } else if (key.getCode() == KeyCode.D && key.isShortcutDown()) {
            menu.mark();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            if (key.isShortcutDown()) {
                menu.explain();
            } else {
                openFirst();
                read.run();
            }
            key.consume();
        } else if (key.getCode() == KeyCode.DOWN && getSelectionModel().isEmpty()) {
            // By itself a table begins with the second row.
            openFirst();
            key.consume();
        }
    }

    /** Opens the selected call, or the first one. */
    void openFirst() {
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().clearAndSelect(0);
        }
    }
}
