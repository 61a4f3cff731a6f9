package org.ringback.window.calls;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.ringback.session.Session;
import org.ringback.window.kit.DraggedDivider;

/** The list above the open call, parted where the user last wanted it. */
final class CallsSplit extends SplitPane {

    private static final double LIST_SHARE = 0.34;
    /** Of a low window the list keeps more, for else it had no rows. */
    private static final double LOW_LIST_SHARE = 0.42;

    private final Session session;
    private final BooleanSupplier low;
    private final Runnable enlarge;

    /**
     * Has no parts yet.
     *
     * @param low whether the window is low
     * @param enlarge gives the call the place of the list
     */
    CallsSplit(Session session, BooleanSupplier low, Runnable enlarge) {
        this.session = session;
        this.low = low;
        this.enlarge = enlarge;
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("calls-split");
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        DraggedDivider.of(this, session.callsLayout().listProperty()::set);
    }

    /** Puts the divider that has just come to its place. */
    void divide() {
        // Only after the first layout does the share hold.
        Platform.runLater(this::place);
    }

    private void place() {
        Double remembered = session.callsLayout().listProperty().get();
        double usual = low.getAsBoolean() ? LOW_LIST_SHARE : LIST_SHARE;
        setDividerPositions(remembered == null ? usual : remembered);
    }

    private void clicked(MouseEvent click) {
        if (click.getClickCount() == 2 && DraggedDivider.is(this, click.getTarget())) {
            enlarge.run();
        }
    }
}
