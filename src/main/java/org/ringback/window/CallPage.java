package org.ringback.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.ringback.session.CallsLayout;
import org.ringback.session.OpenCall;
import org.ringback.session.Session;

/** The open call: what was found out, the ladder, and the message that is read; side by side where there is room. */
final class CallPage extends SplitPane {

    private static final double NARROW = 840;
    private static final List<Double> USUAL = List.of(0.34, 0.72);

    /** Views of an open call, made anew for each. */
    record Parts(Function<OpenCall, Node> ladder, Function<OpenCall, Node> message) {

        /** With nothing but room. */
        static final Parts NONE = new Parts(open -> new StackPane(), open -> new StackPane());
    }

    private final Session session;
    private final CallsLayout layout;
    private final Parts parts;
    private final FindingsPane findings;
    private final StackPane ladder = new StackPane();
    private final StackPane message = new StackPane();
    private final InvalidationListener onOpen = change -> show();
    private Orientation arranged;
    private boolean placed;

    CallPage(Session session, Consumer<String> openAddress, Parts parts) {
        this.session = session;
        this.layout = session.callsLayout();
        this.parts = parts;
        this.findings = new FindingsPane(session, openAddress);
        getStyleClass().add("call-page");
        setMinHeight(0);
        accessibleTextProperty().bind(session.texts().text(CallsViewText.CALL_PAGE));
        ladder.getStyleClass().add("ladder-place");
        ladder.setMinWidth(0);
        message.getStyleClass().add("message-place");
        message.setMinWidth(0);
        getItems().addAll(findings, ladder, message);
        widthProperty().addListener(change -> arrange());
        getDividers().forEach(divider -> divider.positionProperty().addListener(change -> remember()));
        session.calls().openProperty().addListener(onOpen);
        show();
    }

    /** Puts the keyboard on it. */
    void read() {
        findings.read();
    }

    private void show() {
        OpenCall open = session.calls().openProperty().get();
        if (open != null) {
            ladder.getChildren().setAll(parts.ladder().apply(open));
            message.getChildren().setAll(parts.message().apply(open));
        }
    }

    /** Beside each other, or one above the other where the window is narrow. */
    private void arrange() {
        var wanted = getWidth() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (getWidth() > 0 && wanted != arranged) {
            arranged = wanted;
            placed = false;
            setOrientation(wanted);
            // While a window opens it is laid out at sizes it never has; only after that do the shares hold.
            Platform.runLater(this::place);
        }
    }

    private void place() {
        List<Double> remembered = layout.partsProperty().get();
        List<Double> places = remembered.size() == USUAL.size() ? remembered : USUAL;
        for (int i = 0; i < places.size(); i++) {
            setDividerPosition(i, places.get(i));
        }
        placed = true;
    }

    private void remember() {
        if (placed && arranged == Orientation.HORIZONTAL) {
            List<Double> places = new ArrayList<>();
            for (double place : getDividerPositions()) {
                places.add(place);
            }
            layout.partsProperty().set(List.copyOf(places));
        }
    }
}
