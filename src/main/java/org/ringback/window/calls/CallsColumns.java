package org.ringback.window.calls;

import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    private final Session session;
    private final TableView<CallRow> table;
    private final Function<CallOrder.By, CallCell> cells;
    private final CallsLayout layout;
    private final ColumnWidths widths;
    private final InvalidationListener onChosen = change -> arrange();
    /** It gives way where there is no room for all, as nobody looks for it first. */
    private final TableColumn<CallRow, CallRow> yielding;

    private boolean arranging;

    /** @param cells makes a cell of a column */
    CallsColumns(Session session, TableView<CallRow> table, Function<CallOrder.By, CallCell> cells) {
        this.session = session;
        this.table = table;
        this.cells = cells;
        this.layout = session.callsLayout();
        this.widths = new ColumnWidths(session.textSize().zoomProperty());
        column(CallOrder.By.START, CallsViewText.START, 11, 18);
        column(CallOrder.By.FROM, CallText.FROM, 10, ColumnWidths.ANY);
        column(CallOrder.By.TO, CallText.TO, 10, ColumnWidths.ANY);
        column(CallOrder.By.ENDING, CallText.ENDING, 13, ColumnWidths.ANY);
        column(CallOrder.By.CODE, CallText.CODE, 5, 7);
        column(CallOrder.By.SETUP, CallsViewText.SETUP, 9.6, 11);
        column(CallOrder.By.TALK, CallText.TALK_TIME, 7, 9);
        yielding = column(CallOrder.By.MEDIA, MediaWaysText.COLUMN, 8.5, 12);
        column(CallOrder.By.MESSAGES, CallText.MESSAGES, 9, 10);
        column(CallOrder.By.FINDINGS, CallsViewText.FINDINGS, 7, 9);
        arrange();
        table.widthProperty().addListener(change -> arrange());
        layout.hidden().addListener(onChosen);
        layout.shown().addListener(onChosen);
    }

    /** Whether calls began on different days, so that each needs its date. */
    void dated(boolean differentDays) {
        widths.dated(differentDays);
        arrange();
    }

    private TableColumn<CallRow, CallRow> column(CallOrder.By by, TextKey name, double em, double most) {
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
        return column;
    }

    /** What the user has switched on or off, which is more than there being no room. */
    private void choose(TableColumn<CallRow, ?> column, boolean wanted) {
        String id = column.getId();
        if (wanted) {
            boolean wasHidden = layout.hidden().remove(id);
            if (!wasHidden && column.equals(yielding)) {
                layout.shown().add(id);
            }
        } else {
            boolean wasForced = layout.shown().remove(id);
            if (!wasForced || room(column)) {
                layout.hidden().add(id);
            }
        }
    }

    /** Where there is room, the columns of words take it; where there is not, the table scrolls sideways. */
    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        for (TableColumn<CallRow, ?> column : table.getColumns()) {
            String id = column.getId();
            boolean fits = !column.equals(yielding) || layout.shown().contains(id) || room(column);
            column.setVisible(!layout.hidden().contains(id) && fits);
        }
        arranging = false;
        var policy = table.getWidth() > wanted(null)
                ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
                : TableView.UNCONSTRAINED_RESIZE_POLICY;
        if (!policy.equals(table.getColumnResizePolicy())) {
            table.setColumnResizePolicy(policy);
        }
    }

    /** Whether all others leave room for a column. */
    private boolean room(TableColumn<CallRow, ?> column) {
        return table.getWidth() > wanted(column) + column.getPrefWidth();
    }

    /** How wide all columns that are shown want to be, one left out. */
    private double wanted(TableColumn<CallRow, ?> but) {
        return table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(but))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
    }
}
