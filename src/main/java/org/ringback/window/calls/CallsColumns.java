package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.ringback.language.TextKey;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.CallsLayout;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.words.CallText;
import org.ringback.words.MediaWaysText;

/** The columns of the list of calls: which of them are shown, and how wide. */
final class CallsColumns {

    /** They give way where there is no room for all, the first of them first: what was found out is looked for before them. */
    private static final List<CallOrder.By> YIELDING =
            List.of(CallOrder.By.MEDIA, CallOrder.By.SETUP, CallOrder.By.MESSAGES, CallOrder.By.TALK);

    private final Session session;
    private final TableView<CallRow> table;
    private final Function<CallOrder.By, CallCell> cells;
    private final CallsLayout layout;
    private final ColumnWidths widths;
    private final InvalidationListener onChosen = change -> arrange();
    private final InvalidationListener onOrder = change -> bringInOrder();

    private final List<String> usual;
    private boolean arranging;

    /** @param cells makes a cell of a column */
    CallsColumns(Session session, TableView<CallRow> table, Function<CallOrder.By, CallCell> cells) {
        this.session = session;
        this.table = table;
        this.cells = cells;
        this.layout = session.callsLayout();
        this.widths = new ColumnWidths(session.textSize().zoomProperty());
        column(CallOrder.By.START, CallsViewText.START, 10.8, 18);
        column(CallOrder.By.FROM, CallText.FROM, 9.5, ColumnWidths.ANY);
        column(CallOrder.By.TO, CallText.TO, 9.5, ColumnWidths.ANY);
        column(CallOrder.By.ENDING, CallText.ENDING, 14.4, ColumnWidths.ANY);
        column(CallOrder.By.CODE, CallText.CODE, 5, 7);
        column(CallOrder.By.SETUP, CallsViewText.SETUP, 9.6, 11);
        column(CallOrder.By.TALK, CallText.TALK_TIME, 7, 9);
        column(CallOrder.By.MEDIA, MediaWaysText.COLUMN, 12, 13);
        column(CallOrder.By.MESSAGES, CallText.MESSAGES, 9, 10);
        column(CallOrder.By.FINDINGS, CallsViewText.FINDINGS, 7.9, 9.9);
        usual = order();
        layout.orderProperty().addListener(onOrder);
        bringInOrder();
        table.getColumns().addListener((InvalidationListener)
                change -> layout.orderProperty().set(order().equals(usual) ? List.of() : order()));
        arrange();
        table.widthProperty().addListener(onChosen);
        // Other letters, other widths: after the columns have taken them.
        session.textSize().zoomProperty().addListener(onChosen);
        session.texts().textsProperty().addListener(onChosen);
        layout.hidden().addListener(onChosen);
        layout.shown().addListener(onChosen);
    }

    /** Whether calls began on different days, so that each needs its date. */
    void dated(boolean differentDays) {
        if (widths.dated(differentDays)) {
            // By itself the table would leave the columns of words the room that dates need now, and cut the last ones.
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        }
        arrange();
    }

    private void column(CallOrder.By by, TextKey name, double em, double most) {
        var column = new TableColumn<CallRow, CallRow>();
        column.textProperty().bind(session.texts().text(name));
        column.setId(by.id());
        column.getStyleClass().add(by.id() + "-column");
        column.setUserData(by);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> cells.apply(by));
        widths.keep(column, em, most);
        column.visibleProperty().addListener((_, _, now) -> {
            if (!arranging) {
                choose(column, now);
            }
        });
        table.getColumns().add(column);
    }

    private List<String> order() {
        return table.getColumns().stream().map(TableColumn::getId).toList();
    }

    /** As the user has put them. A column that another version does not know is left out, one that is new stands at the end. */
    private void bringInOrder() {
        List<String> wanted = new ArrayList<>(layout.orderProperty().get());
        wanted.retainAll(usual);
        usual.stream().filter(id -> !wanted.contains(id)).forEach(wanted::add);
        if (!wanted.equals(order())) {
            table.getColumns()
                    .setAll(table.getColumns().stream()
                            .sorted(Comparator.comparingInt(column -> wanted.indexOf(column.getId())))
                            .toList());
        }
    }

    /** What the user has switched on or off, which is more than there being no room. */
    private void choose(TableColumn<CallRow, ?> column, boolean wanted) {
        String id = column.getId();
        if (wanted) {
            boolean wasHidden = layout.hidden().remove(id);
            if (!wasHidden && yields(column)) {
                layout.shown().add(id);
            }
        } else {
            boolean wasForced = layout.shown().remove(id);
            if (!wasForced || fitting().contains(column)) {
                layout.hidden().add(id);
            }
        }
    }

    /**
     * Where there is room, the columns of words take it, and where there is less they give way; only where there is not even
     * that, the table scrolls sideways. How a call ended and what was found are seen without scrolling.
     */
    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        Set<TableColumn<CallRow, ?>> fitting = fitting();
        table.getColumns().forEach(column -> column.setVisible(fitting.contains(column)));
        arranging = false;
        var policy = table.getWidth() > least(fitting)
                ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
                : TableView.UNCONSTRAINED_RESIZE_POLICY;
        if (!policy.equals(table.getColumnResizePolicy())) {
            table.setColumnResizePolicy(policy);
        }
        if (policy.equals(TableView.UNCONSTRAINED_RESIZE_POLICY) && table.getWidth() > 0) {
            // Else those would keep the width that they had while there was room.
            fitting.forEach(column -> table.resizeColumn(column, widths.legible(column) - column.getWidth()));
        }
    }

    /** Those that the user has not switched off, and of those that give way as many as there is room for. */
    private Set<TableColumn<CallRow, ?>> fitting() {
        Set<TableColumn<CallRow, ?>> wanted = new LinkedHashSet<>(table.getColumns());
        wanted.removeIf(column -> layout.hidden().contains(column.getId()));
        for (CallOrder.By by : YIELDING) {
            if (table.getWidth() <= width(wanted)) {
                wanted.removeIf(
                        column -> column.getUserData() == by && !layout.shown().contains(column.getId()));
            }
        }
        return wanted;
    }

    /** Which columns there are, for who asks at their headings. */
    ContextMenu menu() {
        var menu = new ContextMenu();
        for (TableColumn<CallRow, ?> column : table.getColumns()) {
            var item = new CheckMenuItem(column.getText());
            item.setSelected(column.isVisible());
            item.setOnAction(choice -> column.setVisible(item.isSelected()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static boolean yields(TableColumn<CallRow, ?> column) {
        return column.getUserData() instanceof CallOrder.By by && YIELDING.contains(by);
    }

    private double least(Set<TableColumn<CallRow, ?>> columns) {
        return columns.stream().mapToDouble(widths::legible).sum();
    }

    /** How wide columns want to be. */
    private static double width(Set<TableColumn<CallRow, ?>> columns) {
        return columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
    }
}
