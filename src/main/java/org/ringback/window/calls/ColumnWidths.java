package org.ringback.window.calls;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.window.kit.Look;

/**
 * How wide the columns of the list are: in proportion to its letters, never less than the heading of a column of numbers, and
 * where calls began on several days with room for dates.
 */
final class ColumnWidths {

    /** As wide as there is room. */
    static final double ANY = 100;

    private static final double NARROWEST = 5;

    /** Of names and numbers less than this would say nothing. */
    private static final double LEGIBLE = 7.2;

    /** As wide as a date with a time, below the sign of a leg. */
    private static final double DATED = 16;

    /** What is beside the words of a heading; beside those of the last one is the button for the columns. */
    private static final double BESIDE_HEADING = 1.7;

    private static final double BESIDE_LAST = 3.3;

    private final ObservableDoubleValue zoom;
    private TableColumn<CallRow, ?> start;
    private boolean dated;
    private double timed;
    private double most;

    ColumnWidths(ObservableDoubleValue zoom) {
        this.zoom = zoom;
    }

    /**
     * Gives a column its width, and another one with other letters.
     *
     * @param em how wide it is
     * @param widest how wide it may become; both in sizes of the usual letters
     */
    void keep(TableColumn<CallRow, ?> column, double em, double widest) {
        boolean tellsStart = column.getUserData() == CallOrder.By.START;
        if (tellsStart) {
            start = column;
            timed = em;
            most = widest;
        }
        measure(column, em, widest);
        InvalidationListener onOther = change -> measure(column, tellsStart && dated ? DATED : em, widest);
        zoom.addListener(onOther);
        column.textProperty().addListener(onOther);
    }

    /** How wide a column has to be at least to be read, in pixels. */
    double legible(TableColumn<CallRow, ?> column) {
        boolean ofWords = column.getMinWidth() < column.getPrefWidth();
        return ofWords ? LEGIBLE * zoom.get() * Look.EM : column.getMinWidth();
    }

    /**
     * Makes room for dates or takes it back.
     *
     * @param differentDays whether calls began on different days, so that each needs its date
     * @return whether that is another width
     */
    boolean dated(boolean differentDays) {
        boolean other = differentDays != dated;
        if (other) {
            dated = differentDays;
            measure(start, dated ? DATED : timed, most);
        }
        return other;
    }

    private void measure(TableColumn<CallRow, ?> column, double wished, double limit) {
        double size = zoom.get() * Look.EM;
        double em = limit < ANY ? Math.max(wished, heading(column)) : wished;
        double widest = Math.max(limit, em);
        // A window that becomes narrow and wide again would else leave times and numbers cut beside wide names.
        double least = (widest < ANY ? em : NARROWEST) * size;
        column.setMinWidth(Math.min(least, column.getMaxWidth()));
        column.setMaxWidth(widest * size);
        column.setMinWidth(least);
        column.setPrefWidth(em * size);
    }

    /** How much room a heading takes. */
    private static double heading(TableColumn<CallRow, ?> column) {
        var words = new Text(column.getText());
        words.setFont(Font.font(Look.LETTERS));
        boolean last = column.getUserData() == CallOrder.By.FINDINGS;
        return words.getLayoutBounds().getWidth() / Look.EM + (last ? BESIDE_LAST : BESIDE_HEADING);
    }
}
