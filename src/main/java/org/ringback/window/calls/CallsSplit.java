package org.ringback.window.calls;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.ringback.session.Session;

/** The list above the open call, parted where the user last wanted it. */
final class CallsSplit extends SplitPane {

    private static final double LIST_SHARE = 0.34;
    /** Of a low window the list keeps more, for else it had no rows. */
    private static final double LOW_LIST_SHARE = 0.42;

    private final Session session;
    private final BooleanSupplier low;
    private final Runnable enlarge;
    private boolean placed;

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
    }

    /** Puts the divider that has just come to its place. */
    void divide() {
        release();
        getDividers().getFirst().positionProperty().addListener(change -> remember());
        // Only after the first layout does the share hold.
        Platform.runLater(this::place);
    }

    /** Remembers no place until the divider was put to one again. */
    void release() {
        placed = false;
    }

    private void place() {
        Double remembered = session.callsLayout().listProperty().get();
        double usual = low.getAsBoolean() ? LOW_LIST_SHARE : LIST_SHARE;
        setDividerPositions(remembered == null ? usual : remembered);
        placed = true;
    }

    private void remember() {
        if (placed && getItems().size() == 2) {
            session.callsLayout().listProperty().set(getDividerPositions()[0]);
        }
    }

    private void clicked(MouseEvent click) {
        if (click.getClickCount() == 2
                && click.getTarget() instanceof Node node
                && (node.getStyleClass().contains("split-pane-divider")
                        || node.getParent().getStyleClass().contains("split-pane-divider"))
                && divides(node)) {
            enlarge.run();
        }
    }

    /** Not the one between the ladder and what stands beside it. */
    private boolean divides(Node node) {
        Node at = node;
        while (at != null && !(at instanceof SplitPane)) {
            at = at.getParent();
        }
        return equals(at);
    }
}
