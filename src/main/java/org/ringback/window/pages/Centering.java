package org.ringback.window.pages;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Brings a row of a list into sight once the list is laid out: into its middle, unless it can be seen already. Rows may be
 * of different height, so only what is laid out tells where a row is.
 */
final class Centering {

    private static final int NOTHING = -1;

    private static final int LOOKS = 3;

    private final ListView<?> list;
    private int wanted = NOTHING;
    /** What was shown last, until the user looks elsewhere: it stays in sight while a window takes its size. */
    private int kept = NOTHING;

    /** After so many more layouts it is looked whether the row stayed in sight while those above it took their height. */
    private int looks;

    private final Runnable afterLayout = this::look;
    private Scene looked;
    private Bounds size;

    Centering(ListView<?> list) {
        this.list = list;
        list.addEventFilter(ScrollEvent.ANY, scroll -> kept = NOTHING);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> kept = NOTHING);
    }

    /**
     * Asks for a row; {@link #laidOut} shows it. Not sooner: a list that is scrolled before its first layout takes its height for
     * nothing, makes twice as many rows as it can show, and none of them is the right one.
     */
    void show(int row) {
        wanted = row;
    }

    /** Has to be called whenever what the list stands in has been laid out. */
    void laidOut() {
        if (!list.getLayoutBounds().equals(size)) {
            size = list.getLayoutBounds();
            showKept();
            // Rows of different height find their places only after a second look.
            Platform.runLater(() -> {
                showKept();
                laidOut();
            });
        }
        if (wanted == NOTHING || list.getHeight() <= 0 || list.getScene() == null) {
            return;
        }
        list.layout();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && wanted < list.getItems().size()) {
            if (!inSight(flow, wanted)) {
                center(flow, wanted);
            }
            kept = wanted;
            wanted = NOTHING;
            lookAgain();
        }
    }

    private void lookAgain() {
        if (looks == 0) {
            looked = list.getScene();
            looked.addPostLayoutPulseListener(afterLayout);
        }
        looks = LOOKS;
    }

    private void look() {
        looks--;
        if (kept != NOTHING
                && kept < list.getItems().size()
                && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && !inSight(flow, kept)) {
            center(flow, kept);
        }
        if (looks == 0) {
            looked.removePostLayoutPulseListener(afterLayout);
        }
    }

    private void showKept() {
        wanted = wanted == NOTHING ? kept : wanted;
    }

    private void center(VirtualFlow<?> flow, int row) {
        list.scrollTo(row);
        list.layout();
        IndexedCell<?> cell = flow.getVisibleCell(row);
        if (cell != null) {
            flow.scrollPixels(top(cell) - (flow.getHeight() - cell.getHeight()) / 2);
        }
    }

    private static boolean inSight(VirtualFlow<?> flow, int row) {
        IndexedCell<?> cell = flow.getVisibleCell(row);
        return cell != null && top(cell) >= 0 && top(cell) + cell.getHeight() <= flow.getHeight();
    }

    private static double top(Node cell) {
        return cell.getLayoutY();
    }
}
